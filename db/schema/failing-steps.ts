import { index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant } from './columns';

/**
 * Steps of loans that failed and will be tried again, one row each while that lasts. Written by the worker beside the
 * step, never in its transaction; instants are real time, because retries are, on a test clock too.
 */
export const failingSteps = pgTable(
  'failing_steps',
  {
    applicationId: text('application_id').notNull(),
    /** Number of the activity within its run. */
    activityId: text('activity_id').notNull(),
    runId: text('run_id').notNull(),
    step: text('step').notNull(),
    /** Type of the failure (activities/support/failures.ts); never its text. */
    error: text('error').notNull(),
    /** How many attempts have failed since the step began or was last told to try at once. */
    attempts: integer('attempts').notNull(),
    /** When the step was first to run. */
    since: instant('since').notNull(),
    lastFailedAt: instant('last_failed_at').notNull(),
    nextAttemptAt: instant('next_attempt_at'),
    /** When a person last told it to try at once. */
    retriedAt: instant('retried_at'),
    clockId: text('clock_id'),
  },
  (t) => [
    primaryKey({ columns: [t.applicationId, t.activityId] }),
    index('failing_steps_group').on(t.error, t.step, t.since, t.applicationId, t.activityId),
    index('failing_steps_since').on(t.since, t.applicationId, t.activityId),
  ],
);
