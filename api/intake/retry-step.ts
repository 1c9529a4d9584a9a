import { and, asc, eq, isNull, lt, lte, or, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { RetriedGroup, RetryGroup } from '../../contracts/http/failing';
import { newId } from '../../contracts/ids';
import type { Queryable } from '../../db/client';
import { appendAudit } from '../../db/repositories/audit';
import { failingSteps } from '../../db/schema/failing-steps';
import type { Actor } from '../auth/actor';
import type { ApiDeps } from '../deps';
import { failingWhere } from '../reads/failing';
import { storeComment } from './comment';

/** How many loans one call retries: each costs a call to Temporal, and a party that is just back is not to be overrun. */
const AT_ONCE = 200;

type RetryDeps = Pick<ApiDeps, 'db' | 'vault' | 'loans' | 'clock'>;
type Retried = 'retried' | 'not_failing';

/** Tells the failing steps of a loan to try at once; who said so and why goes into the loan's audit chain. */
export async function retryLoan(
  deps: RetryDeps,
  actor: Actor,
  applicationId: string,
  comment: string,
): Promise<Retried> {
  const rows = await deps.db
    .select({ activityId: failingSteps.activityId })
    .from(failingSteps)
    .where(failingWhere({ applicationId }));
  let outcome: Retried = 'not_failing';
  for (const { activityId } of rows)
    if ((await retryStep(deps, actor, { applicationId, activityId }, comment)) === 'retried')
      outcome = 'retried';
  return outcome;
}

/** Tells a group of failing steps to try at once, those that fail longest first, as many as one call may. */
export async function retryGroup(
  deps: RetryDeps,
  actor: Actor,
  { comment, ...group }: z.output<typeof RetryGroup>,
): Promise<z.input<typeof RetriedGroup>> {
  const asOf = (await deps.clock.now(null)).toISOString();
  const waiting = waitingIn(group);
  const rows = await deps.db
    .select({ applicationId: failingSteps.applicationId, activityId: failingSteps.activityId })
    .from(failingSteps)
    .where(waiting)
    .orderBy(asc(failingSteps.since), asc(failingSteps.applicationId))
    .limit(AT_ONCE);
  const data = [];
  for (const place of rows) {
    const outcome = await retryStep(deps, actor, place, comment);
    data.push({ applicationId: place.applicationId, outcome });
  }
  // What this call tried and failed again meanwhile is not left: it had its turn.
  const left = waitingIn({ ...group, failedBefore: group.failedBefore ?? asOf });
  return { data, asOf, left: await deps.db.$count(failingSteps, left) };
}

/** Those of a group that wait for their backoff: what was told to try at once and has not failed since is at work. */
function waitingIn({ failedBefore, ...group }: Omit<z.output<typeof RetryGroup>, 'comment'>) {
  return and(
    failingWhere(group),
    or(isNull(failingSteps.retriedAt), lt(failingSteps.retriedAt, failingSteps.lastFailedAt)),
    failedBefore === undefined ? undefined : lte(failingSteps.lastFailedAt, new Date(failedBefore)),
  );
}

/**
 * One step. Its row is held meanwhile, so that two people do not tell it twice; Temporal is asked last but for the
 * record of what it said, which no step needs.
 */
function retryStep(
  { db, vault, loans, clock }: RetryDeps,
  actor: Actor,
  place: { applicationId: string; activityId: string },
  comment: string,
): Promise<Retried> {
  return db.transaction(async (tx) => {
    const here = and(
      eq(failingSteps.applicationId, place.applicationId),
      eq(failingSteps.activityId, place.activityId),
    );
    const [row] = await tx.select().from(failingSteps).where(here).for('update');
    if (row === undefined) return 'not_failing';
    const { applicationId: subject, step, error, attempts, clockId } = row;
    if ((await loans.retryStep(subject, row)) === 'absent') {
      await tx.delete(failingSteps).where(here);
      return 'not_failing';
    }
    const now = sql`clock_timestamp()`;
    await tx.update(failingSteps).set({ retriedAt: now, nextAttemptAt: now }).where(here);
    const at = await clock.now(clockId);
    const commentId = await said(tx, { vault }, { subject, authorId: actor.id, text: comment, at });
    const data = { step, error, attempts, commentId };
    await appendAudit(tx, { subject, at, actorId: actor.id, action: 'loan.step_retried', data, clockId });
    return 'retried';
  });
}

async function said(
  tx: Queryable,
  { vault }: Pick<RetryDeps, 'vault'>,
  { subject, ...comment }: { subject: string; authorId: string; text: string; at: Date },
): Promise<string> {
  const id = newId('cmt');
  await storeComment(tx, vault, id, { subjectId: subject, ...comment });
  return id;
}
