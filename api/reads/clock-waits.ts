import { and, inArray, lt, min } from 'drizzle-orm';
import type { Queryable } from '../../db/client';
import { clockWaits } from '../../db/schema/clocks';

/** Loans that wait for news alone carry a time beyond this. */
const NEVER = new Date('9999-01-01T00:00:00.000Z');

/** When the first loan of each clock wants to wake. */
export async function nextWaits(db: Queryable, clockIds: readonly string[]): Promise<Map<string, Date>> {
  const rows = await db
    .select({ id: clockWaits.clockId, at: min(clockWaits.waitUntil) })
    .from(clockWaits)
    .where(and(inArray(clockWaits.clockId, [...clockIds]), lt(clockWaits.waitUntil, NEVER)))
    .groupBy(clockWaits.clockId);
  return new Map(rows.flatMap(({ id, at }) => (at === null ? [] : [[id, at] as const])));
}
