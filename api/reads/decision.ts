import { and, asc, desc, eq } from 'drizzle-orm';
import type { Queryable } from '../../db/client';
import { decisions, sourceCalls } from '../../db/schema/underwriting';

export type DecisionRow = typeof decisions.$inferSelect;
export type SourceCallRow = Pick<
  typeof sourceCalls.$inferSelect,
  'source' | 'outcome' | 'result' | 'latencyMs' | 'calledAt'
>;

/** The latest automatic decision on an application; none before there was one. */
export async function automaticDecision(
  db: Queryable,
  applicationId: string,
): Promise<DecisionRow | undefined> {
  const [row] = await db
    .select()
    .from(decisions)
    .where(and(eq(decisions.applicationId, applicationId), eq(decisions.kind, 'automatic')))
    .orderBy(desc(decisions.decidedAt), desc(decisions.id))
    .limit(1);
  return row;
}

/** What the outside sources answered, without personal data, in the order asked. */
export function sourceCallsOf(db: Queryable, applicationId: string): Promise<SourceCallRow[]> {
  const { source, outcome, result, latencyMs, calledAt } = sourceCalls;
  return db
    .select({ source, outcome, result, latencyMs, calledAt })
    .from(sourceCalls)
    .where(eq(sourceCalls.applicationId, applicationId))
    .orderBy(asc(calledAt), asc(sourceCalls.id));
}
