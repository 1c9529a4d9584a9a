import { z } from 'zod';
import { AnyId, CivilDate, Code, Comment, Instant, Minor, PositiveMinor } from './common';

/** A further payout of a loan that is drawn in stages. */
export const OrderDraw = z
  .strictObject({
    amountMinor: PositiveMinor,
    reasonCodes: z.array(Code).max(20).default([]),
    comment: Comment.optional().meta({ description: 'What staff should know who confirm it' }),
  })
  .meta({ id: 'OrderDraw' });

/** Giving up the limit of a revolving loan on which nothing is owed. */
export const EndLimit = z
  .strictObject({
    reasonCodes: z.array(Code).max(20).default([]),
    comment: Comment.optional().meta({ description: 'What staff should know who confirm it' }),
  })
  .meta({ id: 'EndLimit' });

/** One payout of a loan and what became of it at the bank. */
export const LoanPayout = z
  .object({
    id: AnyId,
    operationId: AnyId.nullable().meta({
      description: 'The draw that it carries out; null: the first payout',
    }),
    lentMinor: Minor.meta({ description: 'Principal: what is paid out and the fees kept back from it' }),
    withheldMinor: Minor.meta({ description: 'Fees kept back (放款时扣收)' }),
    amountMinor: Minor.meta({ description: 'What the bank pays out' }),
    account: z.string().meta({ description: 'Masked' }),
    status: z.enum(['intent', 'processing', 'confirmed', 'failed', 'returned', 'cancelled']),
    failureCode: z.string().nullable(),
    orderedAt: Instant,
    valueOn: CivilDate.nullable().meta({ description: 'Day the bank paid it' }),
    returnedOn: CivilDate.nullable(),
  })
  .meta({ id: 'LoanPayout' });

/** What of the approved amount is drawn, what may still be, and every payout so far. */
export const LoanDraws = z
  .object({
    loanId: AnyId,
    currency: z.string(),
    asOf: CivilDate,
    loanVersion: z.int(),
    limitMinor: Minor,
    drawnMinor: Minor.meta({
      description: 'What counts against the limit: lent, fees kept back included, or owed where it revolves',
    }),
    underWayMinor: Minor.meta({ description: 'Ordered, not yet answered by the bank' }),
    availableMinor: Minor.meta({ description: 'Of the limit; `refusal` says whether it can be drawn now' }),
    leastMinor: Minor.meta({ description: 'Least amount of a draw, unless it is all that is left' }),
    drawsLeft: z.int(),
    lastDay: CivilDate.nullable().meta({ description: 'Last day on which a draw may be ordered' }),
    revolving: z.boolean().meta({ description: 'Repaid principal may be drawn again' }),
    refusal: z
      .string()
      .nullable()
      .meta({ description: 'Why nothing can be drawn now; null: a draw is possible' }),
    endRefusal: z.string().nullable().meta({
      description: 'Why the limit cannot be given up now; null: it can, since nothing is owed on it',
    }),
    payouts: z.array(LoanPayout).meta({ description: 'Oldest first' }),
  })
  .meta({ id: 'LoanDraws' });
