import { and, eq, sql } from 'drizzle-orm';
import type { Queryable } from '../../db/client';
import { decisions } from '../../db/schema/underwriting';

/** Whether a person overturned an automatic decline; the rule that declined then no longer stands in the way. */
export async function overturned(tx: Queryable, applicationId: string): Promise<boolean> {
  const [row] = await tx
    .select({ one: sql`1` })
    .from(decisions)
    .where(and(eq(decisions.applicationId, applicationId), eq(decisions.result, 'overturned')));
  return row !== undefined;
}
