import { sql } from 'drizzle-orm';
import type { Db, Queryable } from '../client';
import { sourceBreakers, sourceMinutes } from '../schema/source-health';

/** Days for which the minutes of calls are kept. */
const KEPT_DAYS = 31;

/** Adds a worker's counts to those of the others, minute by minute. */
export async function addMinutes(
  db: Queryable,
  minutes: readonly (typeof sourceMinutes.$inferInsert)[],
): Promise<void> {
  if (minutes.length === 0) return;
  const added = (name: string) =>
    sql`${sql.identifier('source_minutes')}.${sql.identifier(name)} + ${sql.identifier('excluded')}.${sql.identifier(name)}`;
  await db
    .insert(sourceMinutes)
    .values([...minutes])
    .onConflictDoUpdate({
      target: [sourceMinutes.party, sourceMinutes.minute],
      set: {
        calls: added('calls'),
        failures: added('failures'),
        timeouts: added('timeouts'),
        withheld: added('withheld'),
        latencySumMs: added('latency_sum_ms'),
        latencyMaxMs: sql`greatest(source_minutes.latency_max_ms, excluded.latency_max_ms)`,
        within100: added('within_100'),
        within300: added('within_300'),
        within1000: added('within_1000'),
        within3000: added('within_3000'),
      },
    });
}

/** Notes how a worker's breakers stand. */
export async function noteBreakers(
  db: Queryable,
  rows: readonly (typeof sourceBreakers.$inferInsert)[],
): Promise<void> {
  if (rows.length === 0) return;
  await db
    .insert(sourceBreakers)
    .values([...rows])
    .onConflictDoUpdate({
      target: [sourceBreakers.party, sourceBreakers.workerId],
      set: {
        state: sql`excluded.state`,
        openedAt: sql`excluded.opened_at`,
        lastFailure: sql`excluded.last_failure`,
        updatedAt: sql`excluded.updated_at`,
      },
    });
}

/** Forgets minutes and breakers that are older than anybody looks at. */
export async function forgetOldHealth(db: Db, now: Date): Promise<void> {
  const before = new Date(now.getTime() - KEPT_DAYS * 86_400_000);
  await db.delete(sourceMinutes).where(sql`${sourceMinutes.minute} < ${before}`);
  await db.delete(sourceBreakers).where(sql`${sourceBreakers.updatedAt} < ${before}`);
}
