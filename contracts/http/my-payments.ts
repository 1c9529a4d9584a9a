import { z } from 'zod';
import { AnyId, CivilDate, Instant, Minor, PositiveMinor } from './common';
import { Buckets } from './loans';

const Way = z.enum(['due', 'payoff', 'shorter_term', 'lower_instalment']);

/** What a borrower wants to pay from the card of the loan, now. */
export const PayNow = z
  .strictObject({
    amountMinor: PositiveMinor,
    way: Way.default('due').meta({
      description: '`due`: instalments, oldest first; else an early repayment, of all or of a part',
    }),
  })
  .meta({ id: 'PayNow' });

/** What such a payment would do, before anything is asked of the bank. */
export const PaymentPreview = z
  .object({
    amountMinor: Minor,
    on: CivilDate,
    clears: Buckets,
    instalments: z.array(
      z.object({ no: z.int(), dueOn: CivilDate, paidMinor: Minor, openAfterMinor: Minor }),
    ),
    keptMinor: Minor.meta({ description: 'Kept for the next due date' }),
    principalAfterMinor: Minor,
    overdueAfterMinor: Minor,
    nextDueAfter: z.object({ on: CivilDate, amountMinor: Minor }).nullable(),
    settles: z.boolean(),
  })
  .meta({ id: 'PaymentPreview' });

/** A debit that the borrower asked for, and what became of it. */
export const CardPayment = z
  .object({
    id: AnyId,
    loanId: AnyId,
    amountMinor: Minor,
    way: Way,
    status: z.enum(['intent', 'processing', 'confirmed', 'failed']),
    failureCode: z.string().nullable(),
    askedAt: Instant,
    settledAt: Instant.nullable(),
  })
  .meta({ id: 'CardPayment' });

/** A paper issued for a loan: settlement certificate, demand letter. */
export const Paper = z
  .object({ id: AnyId, kind: z.string(), issuedAt: Instant, sha256: z.string() })
  .meta({ id: 'Paper' });
