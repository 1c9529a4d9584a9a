import { createHash } from 'node:crypto';
import type { Dashboard } from '../../contracts/http/dashboard';
import type { Db } from '../../db/client';
import { businessDay } from '../../domain/calendar/business-date';
import { fromDay } from '../../domain/calendar/civil-day';
import type { Clock } from '../deps';
import { changeMark, readDashboard } from '../reads/dashboard/read';
import { SharedFigures } from './shared-figures';

/** What a viewer asks for; those who ask for the same share one reading. */
export interface Asked {
  readonly clockId: string | null;
  readonly branch: string | null;
  readonly currency: string;
  readonly days: number;
}

/** Figures with a mark of their content: the same mark means that nothing is new. */
export interface Snapshot {
  readonly mark: string;
  readonly dashboard: Dashboard;
}

type Viewer = (snapshot: Snapshot) => void;

const LOOK_MS = 1_000;
/** Without any commit the figures are read again after this long, since days begin and end by themselves. */
const ANYWAY_MS = 60_000;
const KEPT_VIEWS = 100;

/** One asked view: its figures, who looks at it, and the loop that looks for changes while somebody does. */
class LiveView {
  readonly figures: SharedFigures<Snapshot>;
  private readonly viewers = new Set<Viewer>();
  private timer: NodeJS.Timeout | undefined;
  private shown: Snapshot | undefined;
  private mark = '';
  private readAt = 0;

  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly asked: Asked,
  ) {
    this.figures = new SharedFigures(() => this.read());
  }

  get watched(): boolean {
    return this.viewers.size > 0;
  }

  watch(viewer: Viewer): () => void {
    this.viewers.add(viewer);
    if (this.shown !== undefined) viewer(this.shown);
    this.timer ??= setTimeout(() => void this.look(), 0);
    return () => {
      this.viewers.delete(viewer);
      if (this.watched) return;
      clearTimeout(this.timer);
      this.timer = undefined;
    };
  }

  /** A look that fails tells nothing: viewers notice the silence, and the next look tries again. */
  private async look(): Promise<void> {
    const snapshot = await this.fresh().catch(() => undefined);
    this.shown = snapshot ?? this.shown;
    if (snapshot !== undefined) for (const viewer of this.viewers) viewer(snapshot);
    this.timer = this.watched ? setTimeout(() => void this.look(), LOOK_MS) : undefined;
  }

  private async fresh(): Promise<Snapshot> {
    const mark = await changeMark(this.db);
    const changed = mark !== this.mark || performance.now() - this.readAt > ANYWAY_MS;
    if (this.shown !== undefined && (!changed || !this.figures.rested)) {
      if (changed) return this.shown;
      const asOf = (await this.clock.now(this.asked.clockId)).toISOString();
      return { ...this.shown, dashboard: { ...this.shown.dashboard, asOf } };
    }
    const snapshot = await this.figures.current();
    // The mark from before reading: what was committed meanwhile is read once more rather than missed.
    this.mark = mark;
    this.readAt = performance.now();
    return snapshot;
  }

  private async read(): Promise<Snapshot> {
    const { days, ...whose } = this.asked;
    const now = await this.clock.now(whose.clockId);
    const today = businessDay(now.getTime());
    const view = { ...whose, from: fromDay(today - days + 1), to: fromDay(today) };
    const figures = await readDashboard(this.db, view);
    const mark = createHash('sha256').update(JSON.stringify(figures)).digest('base64url').slice(0, 22);
    return { mark, dashboard: { ...figures, asOf: now.toISOString() } };
  }
}

/** The figures of all views that are asked for; views that nobody looks at any more are forgotten, the oldest first. */
export class DashboardFeed {
  private readonly views = new Map<string, LiveView>();

  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  async snapshot(asked: Asked): Promise<Snapshot> {
    return this.viewOf(asked).figures.current();
  }

  watch(asked: Asked, viewer: Viewer): () => void {
    return this.viewOf(asked).watch(viewer);
  }

  private viewOf(asked: Asked): LiveView {
    const key = JSON.stringify([asked.clockId, asked.branch, asked.currency, asked.days]);
    const view = this.views.get(key) ?? new LiveView(this.db, this.clock, asked);
    this.views.delete(key);
    this.views.set(key, view);
    for (const [name, old] of this.views) {
      if (this.views.size <= KEPT_VIEWS) break;
      if (!old.watched) this.views.delete(name);
    }
    return view;
  }
}
