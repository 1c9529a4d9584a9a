import { z } from 'zod';
import type { AccountTerms } from '../domain/account/terms';
import { fromDay } from '../domain/calendar/civil-day';
import { type WorkdayCalendar, workdayCalendar } from '../domain/calendar/workday-calendar';
import { ledgerRoles } from '../domain/ledger/chart';
import { againstOwnTerms } from '../domain/schedule/full-term';
import { dayCodec, minorCodec, percentCodec, positiveMinorCodec, unsignedMinorCodec } from './codecs';

const count = z.number().int().min(0).max(1200);
const datedAmount = z.strictObject({ on: dayCodec, amountMinor: minorCodec });

/** 还款方式 on the wire. */
export const methodCodec = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('equal-instalment') }),
  z.strictObject({ kind: z.literal('equal-principal') }),
  z.strictObject({ kind: z.literal('interest-only') }),
  z.strictObject({ kind: z.literal('bullet') }),
  z.strictObject({ kind: z.literal('flat') }),
  z.strictObject({ kind: z.literal('balloon'), balloonMinor: positiveMinorCodec }),
  z.strictObject({
    kind: z.literal('interest-only-first'),
    periods: count,
    // biome-ignore lint/suspicious/noThenProperty: the field of the domain type; it holds text, nothing awaits it
    then: z.enum(['equal-instalment', 'equal-principal']),
  }),
  z.strictObject({
    kind: z.literal('custom'),
    rows: z.array(
      z.strictObject({
        dueOn: dayCodec,
        principalMinor: unsignedMinorCodec,
        interestMinor: unsignedMinorCodec.optional(),
        feeMinor: unsignedMinorCodec.optional(),
      }),
    ),
  }),
  z.strictObject({ kind: z.literal('revolving'), repayments: z.array(datedAmount) }),
]);

const calendarData = z.strictObject({
  publishedFrom: z.string(),
  publishedThrough: z.string(),
  holidays: z.array(z.string()),
  makeUpWorkdays: z.array(z.string()),
});
const calendar = z.codec(calendarData, z.custom<WorkdayCalendar>(), {
  decode: (data) => workdayCalendar(data),
  encode: (ready) => ({
    publishedFrom: fromDay(ready.from),
    publishedThrough: fromDay(ready.through),
    holidays: [...ready.holidays].map(fromDay),
    makeUpWorkdays: [...ready.makeUpWorkdays].map(fromDay),
  }),
});

const floating = { tenor: z.enum(['1Y', '5Y']), spreadBps: z.number().int().min(-10_000).max(10_000) };

const scheduleFields = z.strictObject({
  convention: z.enum(['china', 'unequal-annuity', 'constant-rate']),
  currency: z.enum(['CNY', 'HKD', 'USD', 'EUR', 'JPY']),
  principalMinor: positiveMinorCodec,
  disbursedOn: dayCodec,
  annualRate: percentCodec,
  method: methodCodec,
  periods: z.number().int().min(1).max(1200),
  period: z.strictObject({
    unit: z.enum(['day', 'week', 'month', 'year']),
    every: z.number().int().min(1).max(366),
  }),
  dueAt: z.enum(['period-end', 'period-start']).optional(),
  dayCount: z.enum(['30/360', 'actual/360', 'actual/365', 'actual/actual', 'actual/actual-feb29']),
  interest: z.enum(['per-period', 'by-day']),
  rounding: z.strictObject({
    mode: z.enum(['half-up', 'half-even', 'half-down', 'up', 'down', 'floor', 'ceil']),
    decimals: z.number().int().min(0).max(4),
  }),
  dueDay: z
    .discriminatedUnion('mode', [
      z.strictObject({ mode: z.literal('same-day') }),
      z.strictObject({
        mode: z.literal('fixed-day'),
        dayOfMonth: z.number().int().min(1).max(31),
        first: z.enum(['even-if-short', 'after-whole-period', 'next-month', 'standard-quarter']),
      }),
    ])
    .optional(),
  firstDueOn: dayCodec.optional(),
  oddFirst: z.enum(['actual', 'add-on', 'one-period']).optional(),
  disbursementDayBearsInterest: z.boolean().optional(),
  trancheInterest: z.enum(['from-its-day', 'whole-period']).optional(),
  trancheTerm: z.enum(['remaining', 'full']).optional(),
  monthEnd: z.enum(['clamp', 'roll']).optional(),
  holiday: z.strictObject({ rule: z.enum(['none', 'next', 'grace']), calendar }).optional(),
  instalmentMultipleMinor: positiveMinorCodec.optional(),
  downPaymentRate: percentCodec.optional(),
  tranches: z.array(datedAmount).optional(),
  rateChanges: z.array(z.strictObject({ from: dayCodec, annualRate: percentCodec })).optional(),
  fees: z
    .array(
      z.strictObject({
        code: z.string(),
        when: z.discriminatedUnion('kind', [
          z.strictObject({ kind: z.literal('upfront') }),
          z.strictObject({ kind: z.literal('each-row') }),
          z.strictObject({ kind: z.literal('at'), on: dayCodec }),
        ]),
        amount: z.discriminatedUnion('kind', [
          z.strictObject({ kind: z.literal('fixed'), amountMinor: unsignedMinorCodec }),
          z.strictObject({
            kind: z.literal('rate'),
            base: z.enum(['principal', 'balance']),
            rate: percentCodec,
          }),
        ]),
        taken: z.enum(['withheld', 'paid']),
      }),
    )
    .optional(),
  grace: z
    .strictObject({
      principalPeriods: count.optional(),
      interestPeriods: count.optional(),
      interestFreePeriods: count.optional(),
      interestFreeDays: count.optional(),
    })
    .optional(),
});

const schedule = scheduleFields.refine(
  (terms) => terms.trancheTerm !== 'full' || againstOwnTerms(terms) === null,
  { error: 'payouts of such a loan cannot each have a term of their own', path: ['trancheTerm'] },
);

const item = z.enum(['fee', 'penalty', 'compound', 'interest', 'principal']);

/** `loans.terms`: rates as "12%", amounts as decimal-integer text, dates as YYYY-MM-DD. */
export const accountTerms = z.strictObject({
  schedule,
  recalculation: z.enum(['none', 'daily']),
  overdue: z.strictObject({
    penaltyUplift: percentCodec,
    compound: z.enum(['none', 'contract', 'penalty']),
    graceDays: z.number().int().min(0).max(60),
    afterGrace: z.enum(['from-due-date', 'from-end-of-grace']),
    principalBears: z.enum(['penalty', 'contract-and-uplift']),
    dayBasis: z.union([z.literal(360), z.literal(365)]),
    nonAccrualAfterDays: z.number().int().min(1),
  }),
  allocation: z
    .array(
      z.strictObject({
        fromDaysOverdue: z.number().int().min(0),
        order: z
          .array(item)
          .refine((order) => new Set(order).size === 5 && order.length === 5, 'each item once'),
        scan: z.enum(['instalment-first', 'item-first']),
      }),
    )
    .refine((rules) => rules.some((rule) => rule.fromDaysOverdue === 0), 'a rule must hold from day 0'),
  excess: z.enum(['suspense', 'shorter-term', 'lower-instalment']),
  suspenseAtDue: z.enum(['apply', 'hold']),
  prepayment: z.strictObject({
    fees: z.array(
      z.strictObject({
        beforeMonths: z.number().int().min(1),
        amount: z.discriminatedUnion('kind', [
          z.strictObject({ kind: z.literal('rate'), rate: percentCodec }),
          z.strictObject({ kind: z.literal('months-of-interest'), months: z.number().int().min(1).max(12) }),
        ]),
      }),
    ),
    runningInterest: z.enum(['collected', 'next-due']),
  }),
  drawMonths: z.number().int().min(1).max(360).optional(),
  repricing: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('fixed') }),
    z.strictObject({ kind: z.literal('anniversary'), ...floating }),
    z.strictObject({ kind: z.literal('january-first'), ...floating }),
    z.strictObject({
      kind: z.literal('every-months'),
      months: z.number().int().min(1).max(60),
      ...floating,
    }),
  ]),
  vat: z.strictObject({ interest: percentCodec, fee: percentCodec }),
  ledger: z.partialRecord(z.enum(ledgerRoles), z.string().regex(/^\d{4,12}$/)),
});

/** The terms as JSON carries them. */
export type AccountTermsJson = z.input<typeof accountTerms>;

export function decodeAccountTerms(json: unknown): AccountTerms {
  return accountTerms.parse(json);
}

export function encodeAccountTerms(terms: AccountTerms): AccountTermsJson {
  return z.encode(accountTerms, terms as z.output<typeof accountTerms>);
}
