import { asc, eq, inArray, sql } from 'drizzle-orm';
import type { Pool, PoolClient } from 'pg';
import type { Logger } from 'pino';
import type { Db } from '../db/client';
import { outbox } from '../db/schema/messaging';

export type OutboxRow = typeof outbox.$inferSelect;
export type OutboxTopic = OutboxRow['topic'];

/** Delivers one row; it may run twice for a row, so its effect is keyed. `later` asks to be called again. */
export type Delivery = (row: OutboxRow) => Promise<'done' | { laterSeconds: number }>;

const BATCH = 40;
const LEASE_SECONDS = 60;
const POLL_MS = 1000;
const MAX_BACKOFF_SECONDS = 300;

/**
 * Carries out what transactions promised: takes rows from the outbox under a lease, delivers them side by side, and
 * tries failed ones again with growing pauses, for ever. Any number of relays may run.
 */
export class Relay {
  private stopping = false;
  private running: Promise<void> | undefined;
  private listener: PoolClient | undefined;
  /** News that came while a batch was at work: the next pause is none. */
  private called = false;
  private wakeUp: () => void = () => undefined;

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
    this.listener?.release(true);
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      this.called = false;
      const taken = await this.round().catch(() => {
        this.log.warn('outbox could not be read, trying again');
        return 0;
      });
      if (taken < BATCH && !this.stopping) await this.pause();
    }
  }

  /** Takes one batch and delivers it; how many rows there were. */
  private async round(): Promise<number> {
    await this.listen();
    const rows = await this.take();
    await Promise.all(rows.map((row) => this.deliver(row)));
    return rows.length;
  }

  private async take(): Promise<OutboxRow[]> {
    const open = this.db
      .select({ seq: outbox.seq })
      .from(outbox)
      .where(sql`${outbox.dispatchedAt} is null and ${outbox.availableAt} <= now()`)
      .orderBy(asc(outbox.availableAt), asc(outbox.seq))
      .limit(BATCH)
      .for('update', { skipLocked: true });
    return this.db
      .update(outbox)
      .set({
        availableAt: sql`now() + make_interval(secs => ${LEASE_SECONDS})`,
        attempts: sql`${outbox.attempts} + 1`,
      })
      .where(inArray(outbox.seq, open))
      .returning();
  }

  private async deliver(row: OutboxRow): Promise<void> {
    const { seq, topic, ref, attempts } = row;
    try {
      const result = await this.deliveries[topic](row);
      const set =
        result === 'done' ? { dispatchedAt: new Date() } : { availableAt: after(result.laterSeconds) };
      await this.db.update(outbox).set(set).where(eq(outbox.seq, seq));
    } catch (error) {
      const type = error instanceof Error ? error.name : 'Unknown';
      const pause = Math.min(MAX_BACKOFF_SECONDS, 2 ** Math.min(attempts, 8) / 2);
      this.log.warn({ topic, ref, attempts, type }, 'outbox delivery failed');
      // When Postgres itself is away this fails too; the lease then brings the row back.
      await this.db
        .update(outbox)
        .set({ lastError: type, availableAt: after(pause) })
        .where(eq(outbox.seq, seq))
        .catch(() => undefined);
    }
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
