import { z } from 'zod';
import { AnyId, CivilDate, Instant, Minor, PageQuery, PositiveMinor } from './common';
import { ClockOrLive } from './dashboard';
import { ListFormat, Where } from './filters';
import { LOAN_FIELDS, LOAN_ORDERS } from './list-fields';

/** Amounts by what they are for. */
export const Buckets = z
  .object({ fee: Minor, penalty: Minor, compound: Minor, interest: Minor, principal: Minor })
  .meta({ id: 'Buckets' });

/** A loan as it stands today: balances are folded from its events, not kept. */
export const Loan = z
  .object({
    id: AnyId,
    applicationId: AnyId,
    customerId: AnyId,
    customerName: z.string().meta({ description: 'Masked' }),
    productCode: z.string(),
    productVersion: z.int(),
    currency: z.string(),
    status: z.enum(['pending', 'active', 'overdue', 'settled', 'written_off', 'transferred']),
    principalMinor: Minor.meta({ description: 'The approved amount' }),
    disbursedMinor: Minor.meta({
      description: 'Paid out so far; below it where the loan is drawn in stages',
    }),
    asOf: CivilDate,
    knownAt: CivilDate.meta({ description: 'Booking date up to which events count' }),
    balances: z.object({
      principalMinor: Minor,
      principalOverdueMinor: Minor,
      interestDueMinor: Minor,
      interestAccruedMinor: Minor,
      penaltyMinor: Minor,
      compoundMinor: Minor,
      feeMinor: Minor,
      suspenseMinor: Minor,
      overdueMinor: Minor,
    }),
    paid: Buckets,
    daysOverdue: z.int(),
    maxDaysOverdue: z.int(),
    inGrace: z.boolean(),
    bucket: z.string().meta({ description: 'On the day shown' }),
    fiveClass: z.string().meta({
      description:
        'On the day shown, as the close of that day reported it; by the days overdue where no close has seen the loan',
    }),
    nextDue: z.object({ on: CivilDate, amountMinor: Minor }).nullable(),
    disbursedOn: CivilDate.nullable(),
    maturityOn: CivilDate.nullable(),
    closedOn: CivilDate.nullable(),
    clockId: z.string().nullable(),
    version: z.int(),
  })
  .meta({ id: 'Loan' });

/** One row of the plan as it stands. */
export const ScheduleRow = z
  .object({
    no: z.int(),
    cause: z.enum(['instalment', 'prepayment', 'charge', 'acceleration']),
    standing: z.enum(['cleared', 'due', 'overdue', 'running', 'planned']),
    from: CivilDate,
    dueOn: CivilDate,
    charged: Buckets,
    paid: Buckets,
    relieved: Buckets,
    open: Buckets,
    openMinor: Minor,
  })
  .meta({ id: 'ScheduleRow' });

export const Schedule = z
  .object({ loanId: AnyId, asOf: CivilDate, knownAt: CivilDate, rows: z.array(ScheduleRow) })
  .meta({ id: 'Schedule' });

/** One booked event of the account. */
export const Transaction = z
  .object({
    id: AnyId,
    seq: z.int(),
    type: z.string(),
    effectiveOn: CivilDate,
    bookedOn: CivilDate,
    data: z.record(z.string(), z.unknown()),
    reversed: z.boolean().meta({ description: 'Undone by a later event' }),
    allocated: Buckets.meta({ description: 'What its money cleared' }),
  })
  .meta({ id: 'Transaction' });

/** Filters of the list of loans. */
export const ListLoans = z.strictObject({
  ...PageQuery,
  customerId: z
    .string()
    .regex(/^cus_[0-9a-z]{26}$/)
    .optional(),
  clockId: ClockOrLive.optional(),
  status: z.enum(['pending', 'active', 'overdue', 'settled', 'written_off', 'transferred']).optional(),
  minDaysOverdue: z.coerce.number().int().min(0).max(10_000).optional(),
  where: Where(LOAN_FIELDS),
  sort: z.enum(LOAN_ORDERS).default('-id'),
  format: ListFormat,
});

/** A loan in a list: figures as of its last booking, its arrears as of the last close of business if that was later. */
export const LoanListed = z
  .object({
    id: AnyId,
    applicationId: AnyId,
    customerId: AnyId,
    customerName: z.string(),
    productCode: z.string(),
    currency: z.string(),
    status: z.string(),
    principalMinor: Minor,
    outstandingPrincipalMinor: Minor,
    overdueMinor: Minor,
    daysOverdue: z.int(),
    maxDaysOverdue: z.int(),
    bucket: z.string(),
    nextDueOn: CivilDate.nullable(),
    nextDueMinor: Minor,
    disbursedOn: CivilDate.nullable(),
    closedOn: CivilDate.nullable(),
    bookedTo: CivilDate.nullable(),
    clockId: z.string().nullable(),
  })
  .meta({ id: 'LoanListed' });

/** What ends a loan on a day. */
export const PayoffQuoteRequest = z
  .strictObject({ on: CivilDate.optional().meta({ description: 'Today if left out' }) })
  .meta({ id: 'PayoffQuoteRequest' });

export const PayoffQuote = z
  .object({
    loanId: AnyId,
    on: CivilDate,
    currency: z.string(),
    arrears: Buckets,
    principalMinor: Minor,
    interestMinor: Minor,
    feeMinor: Minor,
    suspenseMinor: Minor,
    totalMinor: Minor,
  })
  .meta({ id: 'PayoffQuote' });

/** Money that came in outside the bank's callbacks: at the counter or by another channel. */
export const RecordPayment = z
  .strictObject({
    amountMinor: PositiveMinor,
    payerRef: z
      .string()
      .regex(/^[\x21-\x7e]{4,80}$/)
      .meta({ description: "The payer's reference; unique, a repeat finds the first payment" }),
    valueOn: CivilDate.optional().meta({ description: 'Day the money counts from; today if left out' }),
  })
  .meta({ id: 'RecordPayment' });

/** An early repayment: all of it, or a part that shortens the term or lowers the instalments. */
export const RecordPrepayment = z
  .strictObject({
    ...RecordPayment.shape,
    way: z.enum(['payoff', 'shorter_term', 'lower_instalment']),
  })
  .meta({ id: 'RecordPrepayment' });

export const Payment = z
  .object({
    id: AnyId,
    loanId: AnyId,
    payerRef: z.string(),
    source: z.enum(['debit', 'transfer', 'counter', 'prepayment', 'collateral', 'debt_sale']),
    way: z.enum(['due', 'payoff', 'shorter_term', 'lower_instalment']),
    amountMinor: Minor,
    currency: z.string(),
    valueOn: CivilDate,
    status: z.enum(['received', 'booked', 'suspense', 'bounced', 'reversed']),
    receivedAt: Instant,
    bookedAt: Instant.nullable(),
  })
  .meta({ id: 'Payment' });

/** A change of the remaining plan, by command; what it means is decided and booked by the loan. */
export const Restructuring = z
  .strictObject({
    terms: z
      .record(z.string().regex(/^[a-z][A-Za-z]{0,39}$/), z.string().min(1).max(200))
      .refine((terms) => Object.keys(terms).length > 0 && Object.keys(terms).length <= 20, 'invalid'),
    reasonCodes: z
      .array(z.string().regex(/^[A-Za-z][A-Za-z0-9_.-]{0,59}$/))
      .min(1)
      .max(20),
    comment: z.string().trim().min(1).max(2_000),
  })
  .meta({ id: 'Restructuring' });

export const WriteOff = Restructuring.omit({ terms: true }).meta({ id: 'WriteOff' });

/** What was booked on an account between two days, with balances at both ends, by the books. */
export const Statement = z
  .object({
    loanId: AnyId,
    customerName: z.string(),
    currency: z.string(),
    from: CivilDate,
    to: CivilDate,
    openingPrincipalMinor: Minor,
    closingPrincipalMinor: Minor,
    closingDueMinor: Minor,
    entries: z.array(Transaction),
  })
  .meta({ id: 'Statement' });
