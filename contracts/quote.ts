import { z } from 'zod';
import { isDate } from '../domain/calendar/civil-day';
import { isDecimal } from '../domain/money/decimal';
import { isMinor } from '../domain/money/parse-minor';

const Minor = z.string().refine(isMinor, 'an integer amount in minor units, as a string');
const PositiveMinor = Minor.refine((text) => isMinor(text) && BigInt(text) > 0n, 'more than zero');
const NaturalMinor = Minor.refine((text) => isMinor(text) && BigInt(text) >= 0n, 'zero or more');
const Percent = z
  .string()
  .refine(isDecimal, 'a decimal number, as a string')
  .refine((text) => !text.startsWith('-') && Number(text) <= 10_000, 'between 0 and 10000');
const DateText = z.string().refine(isDate, 'a date, YYYY-MM-DD');
const Count = z.number().int().min(0).max(1200);

const DatedAmount = z.strictObject({ on: DateText, amountMinor: PositiveMinor });

const Method = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('equal-instalment') }),
  z.strictObject({ kind: z.literal('equal-principal') }),
  z.strictObject({ kind: z.literal('interest-only') }),
  z.strictObject({ kind: z.literal('bullet') }),
  z.strictObject({ kind: z.literal('flat') }),
  z.strictObject({ kind: z.literal('balloon'), balloonMinor: PositiveMinor }),
  z.strictObject({
    kind: z.literal('interest-only-first'),
    periods: Count.min(1),
    // biome-ignore lint/suspicious/noThenProperty: a field of data that is never awaited
    then: z.enum(['equal-instalment', 'equal-principal']),
  }),
  z.strictObject({
    kind: z.literal('custom'),
    rows: z
      .array(
        z.strictObject({
          dueOn: DateText,
          principalMinor: NaturalMinor,
          interestMinor: NaturalMinor.optional(),
          feeMinor: NaturalMinor.optional(),
        }),
      )
      .min(1)
      .max(1200),
  }),
  z.strictObject({ kind: z.literal('revolving'), repayments: z.array(DatedAmount).max(1200) }),
]);

const Fee = z.strictObject({
  code: z.string().min(1).max(40),
  name: z.string().min(1).max(80).optional(),
  collector: z.string().min(1).max(80).optional(),
  when: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('upfront') }),
    z.strictObject({ kind: z.literal('each-row') }),
    z.strictObject({ kind: z.literal('at'), on: DateText }),
  ]),
  amount: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('fixed'), amountMinor: NaturalMinor }),
    z.strictObject({ kind: z.literal('rate'), base: z.enum(['principal', 'balance']), ratePercent: Percent }),
  ]),
  taken: z.enum(['withheld', 'paid']).default('paid'),
});

const Calendar = z.strictObject({
  publishedFrom: DateText,
  publishedThrough: DateText,
  holidays: z.array(DateText).max(4000),
  makeUpWorkdays: z.array(DateText).max(4000),
});

const Bucket = z.enum(['penalty', 'fee', 'interest', 'principal']);
const Order = z
  .array(Bucket)
  .length(4)
  .refine((order) => new Set(order).size === 4, 'each of the four once');

const Event = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('payout'), on: DateText, amountMinor: PositiveMinor }),
  z.strictObject({ kind: z.literal('payment'), on: DateText, amountMinor: PositiveMinor }),
  z.strictObject({ kind: z.literal('rate'), on: DateText, annualRatePercent: Percent }),
  z.strictObject({
    kind: z.literal('charge'),
    on: DateText,
    amountMinor: PositiveMinor,
    as: z.enum(['fee', 'penalty']).default('fee'),
  }),
]);

/** The one JSON form for any question to the money engine; see docs/quote.md for what each field means. */
export const QuoteRequest = z
  .strictObject({
    convention: z.enum(['china', 'unequal-annuity', 'constant-rate']).default('china'),
    currency: z.enum(['CNY', 'HKD', 'USD', 'EUR', 'JPY']).default('CNY'),
    principalMinor: PositiveMinor,
    disbursedOn: DateText,
    annualRatePercent: Percent,
    method: Method.default({ kind: 'equal-instalment' }),
    periods: z.number().int().min(1).max(1200),
    period: z
      .strictObject({
        unit: z.enum(['day', 'week', 'month', 'year']),
        every: z.number().int().min(1).max(400),
      })
      .default({ unit: 'month', every: 1 }),
    dueAt: z.enum(['period-end', 'period-start']).optional(),
    dayCount: z
      .enum(['30/360', 'actual/360', 'actual/365', 'actual/actual', 'actual/actual-feb29'])
      .default('actual/360'),
    interest: z.enum(['per-period', 'by-day']).optional(),
    rounding: z
      .strictObject({
        mode: z.enum(['half-up', 'half-even', 'half-down', 'up', 'down', 'floor', 'ceil']),
        decimals: z.number().int().min(0).max(4),
      })
      .optional(),
    dueDay: z
      .discriminatedUnion('mode', [
        z.strictObject({ mode: z.literal('same-day') }),
        z.strictObject({
          mode: z.literal('fixed-day'),
          dayOfMonth: z.number().int().min(1).max(31),
          first: z
            .enum(['even-if-short', 'after-whole-period', 'next-month', 'standard-quarter'])
            .default('next-month'),
        }),
      ])
      .optional(),
    firstDueOn: DateText.optional(),
    oddFirst: z.enum(['actual', 'add-on', 'one-period']).optional(),
    disbursementDayBearsInterest: z.boolean().optional(),
    trancheInterest: z.enum(['from-its-day', 'whole-period']).optional(),
    trancheTerm: z.enum(['remaining', 'full']).optional(),
    monthEnd: z.enum(['clamp', 'roll']).optional(),
    holiday: z
      .strictObject({
        rule: z.enum(['none', 'next', 'grace']),
        calendar: Calendar,
        beyondPublished: z.enum(['refuse', 'flag']).default('refuse'),
      })
      .optional(),
    instalmentMultipleMinor: PositiveMinor.optional(),
    downPaymentPercent: Percent.refine((text) => Number(text) < 100, 'less than 100').optional(),
    downPaymentTaken: z.boolean().default(false),
    fees: z.array(Fee).max(50).default([]),
    grace: z
      .strictObject({
        principalPeriods: Count.optional(),
        interestPeriods: Count.optional(),
        interestFreePeriods: Count.optional(),
        interestFreeDays: Count.optional(),
      })
      .optional(),
    events: z.array(Event).max(1000).default([]),
    asOf: DateText.nullable().default(null),
    recalculation: z
      .discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('none') }),
        z.strictObject({
          kind: z.literal('by-payment-day'),
          pastDueInterest: z.enum(['until-known', 'until-period-end', 'none']).default('until-known'),
        }),
      ])
      .default({ kind: 'none' }),
    allocation: z
      .strictObject({
        due: Order.default(['fee', 'penalty', 'interest', 'principal']),
        inAdvance: Order.default(['fee', 'penalty', 'interest', 'principal']),
        future: z.enum(['next-row', 'last-row', 'every-row']).default('next-row'),
      })
      .default({
        due: ['fee', 'penalty', 'interest', 'principal'],
        inAdvance: ['fee', 'penalty', 'interest', 'principal'],
        future: 'next-row',
      }),
    cap: z.strictObject({ annualPercent: Percent, basis: z.enum(['simple', 'compound']) }).optional(),
  })
  .meta({ id: 'QuoteRequest' });

export type QuoteRequest = z.input<typeof QuoteRequest>;
export type ParsedQuoteRequest = z.output<typeof QuoteRequest>;

const QuoteRow = z.object({
  no: z.number().int(),
  from: DateText,
  dueOn: DateText,
  days: z.number().int(),
  principalMinor: Minor,
  interestMinor: Minor,
  feeMinor: Minor,
  penaltyMinor: Minor,
  totalMinor: Minor,
  balanceMinor: Minor,
  paidMinor: Minor,
  paidInAdvanceMinor: Minor,
  paidLateMinor: Minor,
  outstandingMinor: Minor,
  paidOn: DateText.nullable(),
});

const Totals = z.object({
  principalMinor: Minor,
  interestMinor: Minor,
  feeMinor: Minor,
  penaltyMinor: Minor,
  totalMinor: Minor,
  paidMinor: Minor,
  paidInAdvanceMinor: Minor,
  paidLateMinor: Minor,
  outstandingMinor: Minor,
});

const CostItem = z.object({
  code: z.string(),
  name: z.string().nullable(),
  collector: z.string().nullable(),
  way: z.enum(['withheld', 'paid-upfront', 'with-each-row', 'on-its-date', 'interest']),
  amountMinor: Minor,
});

/** Schedule, totals and annualised cost; rates are percent with six decimals. */
export const QuoteResult = z
  .object({
    ok: z.literal(true),
    currency: z.string(),
    instalmentMinor: Minor.nullable(),
    rows: z.array(QuoteRow),
    disbursements: z.array(
      z.object({ on: DateText, amountMinor: Minor, withheldMinor: Minor, paidMinor: Minor }),
    ),
    totals: Totals,
    overpaidMinor: Minor,
    unpublishedDueDates: z.array(DateText),
    cost: z
      .object({
        periodIrrPercent: z.string().nullable(),
        simpleAnnualPercent: z.string(),
        compoundAnnualPercent: z.string(),
        xirrPercent: z.string().nullable(),
        totalCostMinor: Minor,
        items: z.array(CostItem),
        cap: z
          .object({ basis: z.enum(['simple', 'compound']), annualPercent: z.string(), passes: z.boolean() })
          .nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'QuoteResult' });

export type QuoteResult = z.infer<typeof QuoteResult>;

/** An answer that the terms do not allow; business codes, never exceptions. */
export const QuoteRefusal = z
  .object({ ok: z.literal(false), code: z.string(), pointer: z.string(), message: z.string() })
  .meta({ id: 'QuoteRefusal' });

export type QuoteRefusal = z.infer<typeof QuoteRefusal>;
