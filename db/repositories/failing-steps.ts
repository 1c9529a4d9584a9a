import { and, eq, sql } from 'drizzle-orm';
import type { Queryable } from '../client';
import { applications } from '../schema/applications';
import { failingSteps } from '../schema/failing-steps';

/**
 * A failing step is tried again within a minute, and a try takes a minute at most. One untouched for so much longer was
 * left behind by a worker that died between the step's end and taking the row away, or no worker is at work at all.
 */
const STALE_MINUTES = 10;

/** One attempt of a step that failed, as its worker knows it. */
export interface FailedAttempt extends StepPlace {
  step: string;
  error: string;
  attempts: number;
  since: Date;
  /** How long Temporal waits before the next attempt. */
  backoffMs: number;
}

/** Which step of which loan. */
export type StepPlace = Pick<typeof failingSteps.$inferSelect, 'applicationId' | 'activityId' | 'runId'>;

/** Rows that still tell the truth. */
export const stillFailing = () =>
  sql<boolean>`${failingSteps.lastFailedAt} > now() - ${sql.raw(`interval '${STALE_MINUTES} minutes'`)}`;

/** Notes that a step failed and will be tried again; what an earlier attempt noted is replaced. */
export async function noteFailedAttempt(
  db: Queryable,
  { backoffMs, ...failed }: FailedAttempt,
): Promise<void> {
  const clockId = sql`(select ${applications.clockId} from ${applications} where ${applications.id} = ${failed.applicationId})`;
  const times = {
    lastFailedAt: sql`clock_timestamp()`,
    nextAttemptAt: sql`clock_timestamp() + ${backoffMs} * interval '1 millisecond'`,
  };
  const { runId, step, error, attempts, since } = failed;
  await db
    .insert(failingSteps)
    .values({ ...failed, ...times, clockId })
    .onConflictDoUpdate({
      target: [failingSteps.applicationId, failingSteps.activityId],
      set: { runId, step, error, attempts, since, ...times },
    });
}

/** A step that failed before has ended, well or badly. */
export async function forgetFailing(
  db: Queryable,
  { applicationId, activityId, runId }: StepPlace,
): Promise<void> {
  await db
    .delete(failingSteps)
    .where(
      and(
        eq(failingSteps.applicationId, applicationId),
        eq(failingSteps.activityId, activityId),
        eq(failingSteps.runId, runId),
      ),
    );
}

/** The loan is parked at this step: it is not tried again by itself. */
export async function forgetFailingStep(db: Queryable, applicationId: string, step: string): Promise<void> {
  await db
    .delete(failingSteps)
    .where(and(eq(failingSteps.applicationId, applicationId), eq(failingSteps.step, step)));
}

/** Takes away what workers that died left behind. */
export async function sweepFailing(db: Queryable): Promise<void> {
  await db.delete(failingSteps).where(sql`not ${stillFailing()}`);
}
