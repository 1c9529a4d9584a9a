import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Queryable } from '../../db/client';

const Explained = z.object({
  'QUERY PLAN': z.array(z.object({ Plan: z.object({ 'Plan Rows': z.number() }) })).min(1),
});

/**
 * About how many rows a query gives, out of the statistics that the database keeps: a million rows cannot be counted
 * while somebody waits.
 */
export async function estimatedRows(db: Queryable, query: SQL): Promise<number> {
  const { rows } = await db.execute(sql`explain (format json) ${query}`);
  const [plan] = Explained.parse(rows[0])['QUERY PLAN'];
  return Math.max(0, Math.round(plan?.Plan['Plan Rows'] ?? 0));
}
