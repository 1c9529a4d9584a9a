import { setTimeout as wait } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import type { Pool, PoolClient } from 'pg';
import type { Logger } from 'pino';
import type { Db } from '../db/client';
import { type OutboxTopic, outbox } from '../db/schema/messaging';
import { type OutboxRow, takeRows } from './take';

/** Delivers one row; it may run twice for a row, so its effect is keyed. `later` asks to be called again. */
export type Delivery = (row: OutboxRow) => Promise<'done' | { laterSeconds: number }>;

/** Deliveries under way at once. */
const MOST_AT_WORK = 40;
const POLL_MS = 1000;
/**
 * Takings follow each other no sooner than this while there is traffic: rows that come in close together are taken with one
 * statement, and the first after a quiet moment is taken at once. Whoever moves a test clock waits for its rows, so these
 * are not kept.
 */
const PACE_MS = 40;
/** How long Postgres may believe that a delivered row is still under way. */
const TELL_MS = 100;
const MAX_BACKOFF_SECONDS = 300;

/**
 * Carries out what transactions promised: takes rows from the outbox under a lease, delivers them side by side, and
 * tries failed ones again with growing pauses, for ever. Any number of relays may run.
 */
export class Relay {
  private stopping = false;
  private running: Promise<void> | undefined;
  private listener: PoolClient | undefined;
  /** News that came while rows were being taken: the next pause is none. */
  private called = false;
  private wakeUp: () => void = () => undefined;
  private readonly atWork = new Set<Promise<void>>();
  /** Delivered rows that Postgres has not been told of; the next taking tells it. */
  private delivered: number[] = [];
  private telling: NodeJS.Timeout | undefined;
  /** On the clock of `performance.now()`. */
  private nextTakingAt = 0;

  constructor(
    private readonly db: Db,
    private readonly pool: Pool,
    private readonly deliveries: Record<OutboxTopic, Delivery>,
    private readonly log: Logger,
    /** How long a row may lie there when its notification was lost. */
    private readonly pollMs = POLL_MS,
  ) {}

  start(): void {
    this.running = this.run();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.call();
    await this.running;
    await Promise.all(this.atWork);
    // What cannot be noted any more is delivered again when its lease is over.
    if (this.delivered.length > 0) await this.take(0).catch(() => undefined);
    this.listener?.release(true);
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      this.called = false;
      const more = await this.round().catch(() => {
        this.log.warn('outbox could not be read, trying again');
        return false;
      });
      if (more || this.stopping) continue;
      await this.pause();
      await this.keepPace();
    }
  }

  /** Starts what is due, as far as there are hands; whether there may be more at once. */
  private async round(): Promise<boolean> {
    await this.listen();
    const room = MOST_AT_WORK - this.atWork.size;
    const rows = await this.take(room);
    for (const row of rows) {
      const work: Promise<void> = this.deliver(row).finally(() => {
        this.atWork.delete(work);
        this.tellSoon(row.clockId);
      });
      this.atWork.add(work);
    }
    return room > 0 && rows.length === room;
  }

  /**
   * The next taking tells Postgres what was delivered; there is one soon, also when nothing new comes in. A clock that
   * waits to be settled is told at once.
   */
  private tellSoon(clockId: string | null): void {
    if (this.atWork.size > 0 || this.delivered.length === 0) return;
    if (clockId !== null) this.call();
    else this.telling ??= setTimeout(() => this.call(), TELL_MS);
  }

  private async keepPace(): Promise<void> {
    const earlyMs = this.nextTakingAt - performance.now();
    if (earlyMs > 0 && !this.stopping) await wait(earlyMs);
  }

  /** Takes what is due; Postgres hears with it what was delivered meanwhile. */
  private async take(room: number): Promise<OutboxRow[]> {
    const done = this.delivered;
    this.delivered = [];
    clearTimeout(this.telling);
    this.telling = undefined;
    try {
      const rows = await takeRows(this.db, { done, room });
      const hurried = rows.some(({ clockId }) => clockId !== null);
      this.nextTakingAt = hurried ? 0 : performance.now() + PACE_MS;
      return rows;
    } catch (error) {
      this.delivered.push(...done);
      throw error;
    }
  }

  private async deliver(row: OutboxRow): Promise<void> {
    const { seq, topic, ref, attempts } = row;
    try {
      const result = await this.deliveries[topic](row);
      if (result === 'done') this.delivered.push(seq);
      else await this.postpone(seq, { availableAt: after(result.laterSeconds) });
    } catch (error) {
      const type = error instanceof Error ? error.name : 'Unknown';
      const pause = Math.min(MAX_BACKOFF_SECONDS, 2 ** Math.min(attempts, 8) / 2);
      this.log.warn({ topic, ref, attempts, type }, 'outbox delivery failed');
      // When Postgres itself is away this fails too; the lease then brings the row back.
      await this.postpone(seq, { lastError: type, availableAt: after(pause) }).catch(() => undefined);
    }
  }

  private async postpone(seq: number, set: Partial<typeof outbox.$inferInsert>): Promise<void> {
    await this.db.update(outbox).set(set).where(eq(outbox.seq, seq));
  }

  /** Subscribes to inserts once, and again after the connection was lost; polling covers the gap. */
  private async listen(): Promise<void> {
    if (this.listener) return;
    const client = await this.pool.connect();
    client.on('notification', () => this.call());
    client.on('error', () => {
      if (this.listener === client) this.listener = undefined;
      client.release(true);
    });
    await client.query('listen outbox');
    this.listener = client;
  }

  private call(): void {
    this.called = true;
    this.wakeUp();
  }

  private pause(): Promise<void> {
    return new Promise((resolve) => {
      if (this.called) return resolve();
      const timer = setTimeout(resolve, this.pollMs);
      this.wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

const after = (seconds: number): Date => new Date(Date.now() + seconds * 1000);
