import { and, eq, sql } from 'drizzle-orm';
import type { Queryable } from '../../db/client';
import { compiledRead } from '../../db/compiled';
import { decisions } from '../../db/schema/underwriting';

const overturning = compiledRead((from) =>
  from
    .select({ id: decisions.id })
    .from(decisions)
    .where(
      and(eq(decisions.applicationId, sql.placeholder('applicationId')), eq(decisions.result, 'overturned')),
    ),
);

/** Whether a person overturned an automatic decline; the rule that declined then no longer stands in the way. */
export async function overturned(tx: Queryable, applicationId: string): Promise<boolean> {
  const [row] = await overturning(tx, { applicationId });
  return row !== undefined;
}
