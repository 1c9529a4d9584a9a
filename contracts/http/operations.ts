import { z } from 'zod';
import { AnyId, Comment, Id, Instant, PageQuery } from './common';

/** A loan that stopped at a failing step. */
export const ParkedLoan = z
  .object({
    applicationId: AnyId,
    loanId: z.string().nullable(),
    stage: z.string(),
    step: z.string(),
    reason: z.string().nullable(),
    parkedAt: Instant,
    workflowId: z.string(),
    clockId: z.string().nullable(),
    needsSecond: z.boolean().meta({ description: 'The step moves or books money: two people resume it' }),
    firstWord: z
      .object({
        by: z.object({ id: z.string(), name: z.string().nullable() }),
        at: Instant,
        comment: z.string(),
      })
      .nullable()
      .meta({ description: 'Who said already that it may go on, and what was corrected' }),
  })
  .meta({ id: 'ParkedLoan' });

export const ListParked = z.strictObject({
  ...PageQuery,
  reason: z.string().max(100).optional(),
  clockId: Id('clk').optional(),
});

export const ListParkedGroups = z.strictObject({ clockId: Id('clk').optional() });

/** Parked loans that one failure stopped. */
export const ParkedGroup = z
  .object({
    reason: z.string().nullable().meta({ description: 'Type of the failure' }),
    count: z.int(),
    since: Instant.meta({ description: 'When the first of them stopped' }),
    steps: z.array(z.object({ step: z.string(), count: z.int() })),
  })
  .meta({ id: 'ParkedGroup' });

export const ResumeLoan = z
  .strictObject({ comment: Comment.meta({ description: 'What was corrected' }) })
  .meta({ id: 'ResumeLoan' });
