import { z } from 'zod';
import { AnyId, Comment, Id, Instant, PageQuery } from './common';

const FailedStep = {
  step: z.string(),
  error: z.string().meta({ description: 'Type of the failure' }),
};
const Attempts = z
  .int()
  .meta({ description: 'Failed attempts since the step began or was last told to try at once' });
const NextAttempt = Instant.nullable().meta({ description: 'When it is tried again by itself' });

/** A step of a loan that failed and will be tried again by itself. Instants are real time, on a test clock too. */
export const FailingStep = z
  .object({
    applicationId: AnyId,
    loanId: z.string().nullable(),
    stage: z.string(),
    ...FailedStep,
    attempts: Attempts,
    since: Instant.meta({ description: 'When the step was first to run' }),
    lastFailedAt: Instant,
    nextAttemptAt: NextAttempt,
    retriedAt: Instant.nullable().meta({ description: 'When a person last told it to try at once' }),
    workflowId: z.string(),
    clockId: z.string().nullable(),
  })
  .meta({ id: 'FailingStep' });

export const ListFailing = z.strictObject({
  ...PageQuery,
  error: z.string().max(100).optional(),
  step: z.string().max(100).optional(),
  applicationId: Id('app').optional(),
  clockId: Id('clk').optional(),
});

export const ListFailingGroups = z.strictObject({ clockId: Id('clk').optional() });

/** Failing steps of one kind that one error keeps from succeeding. */
export const FailingGroup = z
  .object({
    ...FailedStep,
    count: z.int(),
    since: Instant.meta({ description: 'When the first of them was to run' }),
    highestAttempts: Attempts,
    nextAttemptAt: NextAttempt,
  })
  .meta({ id: 'FailingGroup' });

const Why = Comment.meta({ description: 'Why it should succeed now' });

export const RetryLoan = z.strictObject({ comment: Why }).meta({ id: 'RetryLoan' });

export const RetryGroup = z
  .strictObject({
    error: z.string().min(1).max(100),
    step: z.string().min(1).max(100),
    clockId: Id('clk').optional(),
    failedBefore: Instant.optional().meta({
      description:
        'Leave out what failed after this: `asOf` of the first call, where one goes on with what it left',
    }),
    comment: Why,
  })
  .meta({ id: 'RetryGroup' });

/** A loan whose failing step was told to try at once; `not_failing`: it had ended meanwhile. */
export const RetriedLoan = z
  .object({ applicationId: AnyId, outcome: z.enum(['retried', 'not_failing']) })
  .meta({ id: 'RetriedLoan' });

export const RetriedGroup = z
  .object({
    data: z.array(RetriedLoan),
    asOf: Instant,
    left: z.int().meta({ description: 'How many one call was too small for; call again' }),
  })
  .meta({ id: 'RetriedGroup' });
