import { z } from 'zod';
import { AnyId, CivilDate, Code, Comment, Id, Instant, Minor, PageQuery, PositiveMinor } from './common';
import { Buckets, Loan } from './loans';
import { Periods, RatePercent, Restructuring } from './restructuring';

const PayerRef = z
  .string()
  .regex(/^[\x21-\x7e]{4,80}$/)
  .meta({ description: "The bank's reference of the money; the statement is matched by it" });
const Amount = z.string().regex(/^(0|[1-9]\d{0,14})$/);
const Waived = z
  .strictObject({
    fee: Amount.default('0'),
    penalty: Amount.default('0'),
    compound: Amount.default('0'),
    interest: Amount.default('0'),
    principal: Amount.default('0'),
  })
  .refine((amounts) => Object.values(amounts).some((minor) => minor !== '0'), 'nothing to waive');

/** Money in has routes of its own (`…/payments`, `…/prepayments`); here it can be looked at beforehand. */
const moneyIn = [
  z.strictObject({ kind: z.literal('payment'), amountMinor: PositiveMinor }),
  z.strictObject({
    kind: z.literal('early_part'),
    amountMinor: PositiveMinor,
    way: z.enum(['shorter_term', 'lower_instalment']),
  }),
  z.strictObject({
    kind: z.literal('early_full'),
    amountMinor: PositiveMinor.optional().meta({ description: 'What ends the loan, if left out' }),
  }),
  z.strictObject({ kind: z.literal('recovery'), amountMinor: PositiveMinor }),
] as const;

const bookable = [
  z.strictObject({ kind: z.literal('fee'), code: Code, amountMinor: PositiveMinor }),
  z.strictObject({ kind: z.literal('waiver'), amounts: Waived }),
  z.strictObject({
    kind: z.literal('rate_change'),
    annualRatePercent: RatePercent,
    reason: z.enum(['lpr', 'downgrade', 'agreement']),
  }),
  z.strictObject({
    kind: z.literal('interest_pause'),
    until: CivilDate,
    also: z.enum(['interest-only', 'penalty-too']).default('interest-only'),
  }),
  z.strictObject({
    kind: z.literal('deferral'),
    periods: Periods,
    interest: z.enum(['runs', 'waived']).default('runs'),
  }),
  z.strictObject({ kind: z.literal('extension'), periods: Periods }),
  z.strictObject({ kind: z.literal('reamortisation'), periods: Periods }),
  Restructuring,
  z.strictObject({ kind: z.literal('acceleration') }),
  z.strictObject({ kind: z.literal('charge_off') }),
  z.strictObject({
    kind: z.literal('collateral_proceeds'),
    amountMinor: PositiveMinor,
    costsMinor: Amount.default('0'),
    payerRef: PayerRef,
  }),
  z.strictObject({
    kind: z.literal('debt_transfer'),
    buyer: Code,
    priceMinor: Amount,
    payerRef: PayerRef,
  }),
  z.strictObject({ kind: z.literal('draw'), amountMinor: PositiveMinor }),
  z.strictObject({ kind: z.literal('limit_end') }),
  z.strictObject({ kind: z.literal('refund'), amountMinor: PositiveMinor }),
  z.strictObject({
    kind: z.literal('reversal'),
    transactionId: Id('evt').meta({ description: 'The booked event that did not happen' }),
  }),
] as const;

/** An operation that a person orders. */
export const BookableOperation = z.discriminatedUnion('kind', bookable).meta({ id: 'BookableOperation' });
export type BookableOperation = z.output<typeof BookableOperation>;

/** Anything that can happen to a loan's money by somebody's will. */
export const MoneyOperation = z
  .discriminatedUnion('kind', [...moneyIn, ...bookable])
  .meta({ id: 'MoneyOperation' });
export type MoneyOperation = z.output<typeof MoneyOperation>;

const EffectiveOn = CivilDate.optional().meta({
  description: 'Day it counts from, also a past one; today if left out',
});

/** A question what an operation would do. */
export const PreviewOperation = z
  .strictObject({ operation: MoneyOperation, effectiveOn: EffectiveOn })
  .meta({ id: 'PreviewOperation' });

/** An operation with its reasons. */
export const OrderOperation = z
  .strictObject({
    operation: BookableOperation,
    effectiveOn: EffectiveOn,
    reasonCodes: z.array(Code).min(1).max(20),
    comment: Comment,
  })
  .meta({ id: 'OrderOperation' });

const DraftEntry = z.object({
  kind: z.string(),
  effectiveOn: CivilDate,
  lines: z.array(
    z.object({
      accountCode: z.string(),
      names: z.object({ zh: z.string(), en: z.string() }),
      amountMinor: Minor.meta({ description: 'Debit positive, credit negative' }),
    }),
  ),
});

const Standing = z.object({
  status: Loan.shape.status,
  balances: Loan.shape.balances,
  daysOverdue: z.int(),
  nextDue: Loan.shape.nextDue,
  maturityOn: CivilDate.nullable(),
  payoffMinor: Minor.meta({ description: 'What would end the loan on the day' }),
});

/** What an operation would do, if nothing else happened before: the plan as a difference and the entries it would post. */
export const OperationPreview = z
  .object({
    loanId: AnyId,
    on: CivilDate.meta({ description: 'Day it would be booked' }),
    effectiveOn: CivilDate,
    loanVersion: z.int(),
    needsSecondPerson: z.boolean(),
    before: Standing,
    after: Standing,
    schedule: z.array(
      z.object({
        dueOn: CivilDate,
        before: Buckets.nullable().meta({
          description: 'To be paid as things stand; null: no such due date',
        }),
        after: Buckets.nullable().meta({ description: 'To be paid afterwards; null: it falls away' }),
      }),
    ),
    entries: z
      .array(DraftEntry)
      .nullable()
      .meta({ description: 'What the operation itself posts; null for those who may not see the books' }),
    timeEntries: z
      .array(DraftEntry)
      .nullable()
      .meta({ description: 'What is posted with it for the time since the books were last brought to date' }),
  })
  .meta({ id: 'OperationPreview' });

export const OPERATION_STATUSES = ['proposed', 'confirmed', 'applied', 'refused', 'rejected'] as const;

/** An operation that somebody ordered, who confirmed it, and what became of it. */
export const Operation = z
  .object({
    id: AnyId,
    loanId: AnyId,
    kind: z.string(),
    data: z.record(z.string(), z.unknown()),
    effectiveOn: CivilDate,
    stakeMinor: Minor.meta({
      description:
        'The amount that authority is measured by, held against limits in CNY by the exchange rates of the day',
    }),
    currency: z.string(),
    needsSecondPerson: z.boolean(),
    status: z.enum(OPERATION_STATUSES),
    refusal: z.string().nullable().meta({ description: 'Why the account did not take it' }),
    reasonCodes: z.array(z.string()),
    proposedBy: AnyId,
    proposedAt: Instant,
    decidedBy: AnyId.nullable(),
    decidedAt: Instant.nullable(),
    appliedAt: Instant.nullable(),
    clockId: z.string().nullable(),
  })
  .meta({ id: 'Operation' });

export const ListOperations = z.strictObject({
  ...PageQuery,
  status: z.enum(OPERATION_STATUSES).optional(),
  loanId: Id('loan').optional(),
});

/** The second person's word. */
export const DecideOperation = z
  .strictObject({ decision: z.enum(['confirm', 'reject']), comment: Comment })
  .meta({ id: 'DecideOperation' });
