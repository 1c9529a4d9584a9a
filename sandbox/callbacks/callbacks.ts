import type { BankRecord, DueCallback } from '../bank/records';
import { pause } from '../faults';
import { Refusal } from '../refusal';
import type { CallbackSender, CallbackTarget, Delivery } from './sender';

/** After so many refusals in the 4xx range the receiver is believed; without an answer the sandbox never gives up. */
const REFUSALS_BELIEVED = 8;
const FIRST_RETRY_MS = 50;
const LAST_RETRY_MS = 5_000;
const MOST_IN_FLIGHT = 64;

type Pending = DueCallback & { tries: number; refusals: number; nextTryMs: number };
type Finished = { no: number; type: string; outcome: 'acknowledged' | 'refused'; status: number };

/** What an advance of a clock did. */
export type Advance = { readonly acknowledged: number; readonly refused: number };

const byTime = (a: DueCallback, b: DueCallback) => a.dueMs - b.dueMs || a.no - b.no;

/**
 * Callbacks that wait for their instant. Those of real time go out by a timer and are repeated until taken; those of a
 * test clock go out in order of virtual time when the clock is advanced, one instant after the other.
 */
export class Callbacks {
  private readonly pending = new Map<number, Pending>();
  private readonly finished: Finished[] = [];
  private lastNo = 0;
  private timer: NodeJS.Timeout | undefined;
  private stopped = true;
  private looking: NodeJS.Immediate | undefined;
  private readonly inFlight = new Set<Promise<void>>();

  constructor(
    private readonly sender: CallbackSender,
    private readonly target: () => CallbackTarget | null,
    private readonly append: (record: BankRecord) => Promise<void>,
    private readonly advanceLimitMs: number,
  ) {}

  apply(record: BankRecord): void {
    if (record.t === 'callback') {
      this.lastNo = Math.max(this.lastNo, record.callback.no);
      this.pending.set(record.callback.no, {
        ...record.callback,
        tries: 0,
        refusals: 0,
        nextTryMs: record.callback.dueMs,
      });
      if (record.callback.clockId === null) this.schedule();
    } else if (record.t === 'callback_done') {
      const done = this.pending.get(record.no);
      this.pending.delete(record.no);
      if (done)
        this.remember({
          no: record.no,
          type: done.event.type,
          outcome: record.outcome,
          status: record.status,
        });
    }
  }

  /** A number for the next callback. */
  nextNo(): number {
    this.lastNo += 1;
    return this.lastNo;
  }

  /** The earliest virtual instant at which a clock has something to deliver. */
  next(clockId: string): number | null {
    const waiting = [...this.pending.values()].filter((item) => item.clockId === clockId);
    return waiting.length === 0 ? null : Math.min(...waiting.map((item) => item.dueMs));
  }

  list(): { pending: (DueCallback & { tries: number })[]; finished: Finished[] } {
    const pending = [...this.pending.values()].sort(byTime);
    return {
      pending: pending.map(({ refusals: _, nextTryMs: __, ...item }) => item),
      finished: this.finished,
    };
  }

  /** Delivers all that a clock owes up to an instant, including what arises meanwhile; answers when all of it is settled. */
  async advance(clockId: string, nowMs: number): Promise<Advance> {
    const deadline = Date.now() + this.advanceLimitMs;
    const done = { acknowledged: 0, refused: 0 };
    for (;;) {
      const due = [...this.pending.values()]
        .filter((i) => i.clockId === clockId && i.dueMs <= nowMs)
        .sort(byTime);
      const first = due[0];
      if (!first) return done;
      const together = due.filter((item) => item.dueMs === first.dueMs).slice(0, 16);
      const outcomes = await Promise.all(together.map((item) => this.deliverUntil(item, deadline)));
      for (const outcome of outcomes) done[outcome] += 1;
    }
  }

  private async deliverUntil(item: Pending, deadline: number): Promise<'acknowledged' | 'refused'> {
    for (;;) {
      const target = this.target();
      if (!target) throw new Refusal(409, 'NO_CALLBACK_URL', 'callbacks are due and no callback URL is set');
      const outcome = await this.attempt(item, target);
      if (outcome !== 'again') return outcome;
      if (Date.now() > deadline || this.stopped) {
        throw new Refusal(504, 'CALLBACK_UNDELIVERED', 'the receiver of callbacks does not take them');
      }
      await pause(Math.min(retryDelay(item.tries), 1_000));
    }
  }

  private async attempt(item: Pending, target: CallbackTarget): Promise<Delivery['outcome']> {
    const delivery = await this.sender.deliver(item, target);
    item.tries += 1;
    if (delivery.status >= 400 && delivery.status < 500) item.refusals += 1;
    const outcome =
      delivery.outcome === 'again' && item.refusals >= REFUSALS_BELIEVED ? 'refused' : delivery.outcome;
    if (outcome !== 'again' && this.pending.has(item.no)) {
      await this.append({ t: 'callback_done', no: item.no, outcome, status: delivery.status });
    }
    return outcome;
  }

  /** Starts real-time delivery; until then the journal is only being read. */
  start(): void {
    this.stopped = false;
    this.schedule();
  }

  /** Looks at what is due in real time, soon and once, however many changes ask for it. */
  schedule(): void {
    if (this.stopped || this.looking) return;
    this.looking = setImmediate(() => {
      this.looking = undefined;
      this.sendDue();
    });
  }

  private sendDue(): void {
    clearTimeout(this.timer);
    const target = this.target();
    if (!target) return;
    const now = Date.now();
    let soonest = Number.POSITIVE_INFINITY;
    for (const item of this.pending.values()) {
      if (item.clockId !== null) continue;
      if (item.nextTryMs > now) soonest = Math.min(soonest, item.nextTryMs);
      else if (this.inFlight.size < MOST_IN_FLIGHT) this.send(item, target);
    }
    if (Number.isFinite(soonest)) {
      this.timer = setTimeout(() => this.schedule(), Math.min(soonest - now, 60_000));
      this.timer.unref();
    }
  }

  private send(item: Pending, target: CallbackTarget): void {
    item.nextTryMs = Number.POSITIVE_INFINITY;
    const sending = this.attempt(item, target)
      .then((outcome) => {
        if (outcome === 'again') item.nextTryMs = Date.now() + retryDelay(item.tries);
      })
      .catch(() => {
        item.nextTryMs = Date.now() + LAST_RETRY_MS;
      })
      .finally(() => {
        this.inFlight.delete(sending);
        this.schedule();
      });
    this.inFlight.add(sending);
  }

  private remember(item: Finished): void {
    this.finished.push(item);
    if (this.finished.length > 10_000) this.finished.splice(0, 5_000);
  }

  /** Stops the timers and waits for deliveries on their way. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    clearImmediate(this.looking);
    await Promise.allSettled([...this.inFlight]);
  }
}

const retryDelay = (tries: number): number =>
  Math.min(FIRST_RETRY_MS * 2 ** Math.min(tries, 10), LAST_RETRY_MS);
