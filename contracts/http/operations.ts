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
  })
  .meta({ id: 'ParkedLoan' });

export const ListParked = z.strictObject({
  ...PageQuery,
  reason: z.string().max(100).optional(),
  clockId: Id('clk').optional(),
});

export const ResumeLoan = z
  .strictObject({ comment: Comment.meta({ description: 'What was corrected' }) })
  .meta({ id: 'ResumeLoan' });
