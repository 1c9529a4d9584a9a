import { and, eq, isNull, lt, lte, sql } from 'drizzle-orm';
import type { Db } from '../../db/client';
import { compiledSql } from '../../db/compiled';
import { clockWaits, testClocks } from '../../db/schema/clocks';

/** Stands for "until news come": no clock gets there. */
export const FOREVER = new Date('9999-12-31T00:00:00.000Z');

/** Earliest moment at which a loan of the clock wants to wake; null when all sleep without end. */
export async function earliestWait(db: Db, clockId: string): Promise<Date | null> {
  const [row] = await db
    .select({ at: sql<string | null>`min(${clockWaits.waitUntil})` })
    .from(clockWaits)
    .where(and(eq(clockWaits.clockId, clockId), lt(clockWaits.waitUntil, FOREVER)));
  return row?.at ? new Date(row.at) : null;
}

/**
 * Moves the clock and marks the loans that are due as at work, in one transaction; which loans those are. Null = the
 * clock stands later already, and nothing was done: a clock never goes back.
 */
export async function moveTo(db: Db, clockId: string, now: Date): Promise<string[] | null> {
  return db.transaction(async (tx) => {
    const moved = await tx
      .update(testClocks)
      .set({ now })
      .where(and(eq(testClocks.id, clockId), lte(testClocks.now, now)))
      .returning({ id: testClocks.id });
    if (moved.length === 0) return null;
    const woken = await tx
      .update(clockWaits)
      .set({ waitUntil: null, updatedAt: new Date() })
      .where(and(eq(clockWaits.clockId, clockId), lte(clockWaits.waitUntil, now)))
      .returning({ workflowId: clockWaits.workflowId });
    return woken.map((row) => row.workflowId);
  });
}

/** Loans at work on the clock: each gets a tick again when a clock is taken over from a driver that died. */
export async function atWork(db: Db, clockId: string): Promise<string[]> {
  const rows = await db
    .select({ workflowId: clockWaits.workflowId })
    .from(clockWaits)
    .where(and(eq(clockWaits.clockId, clockId), isNull(clockWaits.waitUntil)));
  return rows.map((row) => row.workflowId);
}

/**
 * How many things of the clock are not settled: loans at work, news not yet taken, commands not yet applied, effects
 * not yet delivered, webhooks aside (they go by real time).
 */
export async function unsettled(db: Db, clockId: string): Promise<number> {
  const { rows } = await openOf(db, { clockId });
  return rows[0]?.open ?? 0;
}

const of = sql.placeholder('clockId');
const openOf = compiledSql<{ open: number }>(sql`
  select ((select count(*) from clock_waits where clock_id = ${of} and wait_until is null)
    + (select count(*) from inbox where clock_id = ${of} and processed_at is null)
    + (select count(*) from commands where clock_id = ${of} and status = 'pending')
    + (select count(*) from outbox where clock_id = ${of} and dispatched_at is null
      and topic in ('workflow.start', 'workflow.wake', 'message.send')))::int as open`);
