import { z } from 'zod';
import type { QuoteRequest } from '../../../contracts/quote';
import { fromDay, toDay } from '../../../domain/calendar/civil-day';

const amount = z.string();
const unit = z.enum(['day', 'week', 'month', 'year']);
const dayCount = z.enum(['30/360', 'actual/360', 'actual/365', 'actual/actual']);

const product = z.object({
  annual_rate_percent: z.string(),
  rate_unit: z.enum(['year', 'month', 'whole_term']).default('year'),
  periods: z.number(),
  period_unit: unit,
  period_every: z.number(),
  amortization: z.string(),
  interest_method: z.string(),
  day_count: dayCount,
  leap_year_strategy: z.string().optional(),
  interest_calc_period: z.string(),
  start_date: z.string(),
  schedule_type: z.string(),
  rounding: z.object({ decimals: z.number(), instalment_multiple_of: z.number().nullable() }),
  interest_recalculation: z.boolean().nullable(),
  partial_period_interest: z.boolean().nullable().optional(),
  recalculation: z.object({ rest_frequency: z.string(), pre_closure: z.string() }).optional(),
  down_payment: z.object({ percent: z.string(), auto: z.boolean() }).optional(),
  grace: z
    .object({ principal: z.number(), interest_payment: z.number(), interest_free: z.number() })
    .optional(),
  month_end: z.string().optional(),
  full_term_tranche: z.boolean().optional(),
  allocation: z.string(),
  no_interest_on_past_due: z.boolean().optional(),
  interest_on_disbursement_day: z.boolean().optional(),
});

const caseEvent = z.object({
  date: z.string().nullable(),
  type: z.string(),
  amount: amount.nullish(),
  kind: z.string().optional(),
  due_date: z.string().optional(),
  rescheduleFromDate: z.string().optional(),
  newInterestRate: z.string().optional(),
});
type CaseEvent = z.infer<typeof caseEvent>;

const caseRow = z.object({
  nr: z.number(),
  days: z.number(),
  due_date: z.string(),
  principal: amount,
  interest: amount,
  fees: amount,
  penalty: amount,
  due: amount,
  balance: amount,
  paid_date: z.string().nullish(),
  paid: amount.optional(),
  in_advance: amount.optional(),
  late: amount.optional(),
  outstanding: amount.optional(),
});
export type CaseRow = z.infer<typeof caseRow>;

/** The fields of a published loan table that its question to the engine needs. */
const loanCase = z.object({
  id: z.string(),
  as_of: z.string().nullable(),
  product,
  events: z.array(caseEvent),
  expected: z.array(caseRow),
  expected_disbursements: z.array(z.object({ date: z.string(), amount })),
  totals: z.record(z.string(), amount).nullable(),
});
export type LoanCase = z.infer<typeof loanCase>;

/** The published tables, read as what they say they are. */
export function readCases(json: unknown): LoanCase[] {
  return z.array(loanCase).parse(json);
}

/** A decimal of major units as minor units. */
export function minor(text: string): string {
  const [whole = '0', fraction = ''] = text.split('.');
  return BigInt(whole + fraction.padEnd(2, '0').slice(0, 2)).toString();
}

const orders: Readonly<Record<string, NonNullable<QuoteRequest['allocation']>>> = {
  advanced_payment_allocation: {
    due: ['penalty', 'fee', 'principal', 'interest'],
    inAdvance: ['penalty', 'fee', 'principal', 'interest'],
  },
  penalties_fees_interest_principal_order: {
    due: ['penalty', 'fee', 'interest', 'principal'],
    inAdvance: ['penalty', 'fee', 'interest', 'principal'],
  },
  due_penalty_interest_principal_fee_in_advance_penalty_interest_principal_fee: {
    due: ['penalty', 'interest', 'principal', 'fee'],
    inAdvance: ['penalty', 'interest', 'principal', 'fee'],
  },
  due_penalty_fee_interest_principal_in_advance_principal_penalty_fee_interest: {
    due: ['penalty', 'fee', 'interest', 'principal'],
    inAdvance: ['principal', 'penalty', 'fee', 'interest'],
  },
};

const yearly = { year: 1, month: 12, whole_term: 1 } as const;

function percent(rate: string, unit: LoanCase['product']['rate_unit']): string {
  return yearly[unit] === 1 ? rate : String(Number(rate) * yearly[unit]);
}

function method(product: LoanCase['product']): QuoteRequest['method'] {
  if (product.interest_method === 'flat') return { kind: 'flat' };
  if (product.amortization === 'equal_principal') return { kind: 'equal-principal' };
  return { kind: 'equal-instalment' };
}

function event(product: LoanCase['product'], happened: CaseEvent): NonNullable<QuoteRequest['events']> {
  const on = happened.date ?? '';
  const amountMinor = minor(happened.amount ?? '0');
  switch (happened.type) {
    case 'disbursement':
      return [{ kind: 'payout', on, amountMinor }];
    case 'repayment':
      return [{ kind: 'payment', on, amountMinor }];
    case 'charge':
      return [
        {
          kind: 'charge',
          on: happened.due_date ?? on,
          amountMinor,
          as: happened.kind === 'penalty' ? 'penalty' : 'fee',
        },
      ];
    case 'reschedule':
      // The old rate still applies on the day before the stated one (convention 8).
      return [
        {
          kind: 'rate',
          on: fromDay(toDay(happened.rescheduleFromDate ?? on) - 1),
          annualRatePercent: percent(happened.newInterestRate ?? '0', product.rate_unit),
        },
      ];
    default:
      return [];
  }
}

function recalculation({ product }: LoanCase): QuoteRequest['recalculation'] {
  if (product.interest_recalculation !== true) return { kind: 'none' };
  if (product.no_interest_on_past_due === true) return { kind: 'by-payment-day', pastDueInterest: 'none' };
  const { rest_frequency, pre_closure } = product.recalculation ?? {};
  const wholePeriod = rest_frequency === 'same_as_repayment' && pre_closure === 'till_rest_frequency_date';
  return { kind: 'by-payment-day', pastDueInterest: wholePeriod ? 'until-period-end' : 'until-known' };
}

/** Puts a published loan table to the engine: its settings in the words of the quote form, nothing computed. */
export function requestOf(loan: LoanCase): QuoteRequest {
  const { product } = loan;
  const [first, ...later] = loan.events
    .flatMap((happened) => event(product, happened))
    .toSorted((a, b) => Number(b.kind === 'payout') - Number(a.kind === 'payout'));
  if (first?.kind !== 'payout') throw new Error(`${loan.id} has no disbursement`);
  const multiple = product.rounding.instalment_multiple_of;
  return {
    convention: product.schedule_type === 'cumulative' ? 'constant-rate' : 'unequal-annuity',
    currency: 'EUR',
    principalMinor: first.amountMinor,
    disbursedOn: first.on,
    annualRatePercent: percent(product.annual_rate_percent, product.rate_unit),
    method: method(product),
    periods: product.periods,
    period: { unit: product.period_unit, every: product.period_every },
    dayCount: product.leap_year_strategy === 'feb29_period_only' ? 'actual/actual-feb29' : product.day_count,
    interest: product.interest_calc_period === 'same_as_repayment_period' ? 'per-period' : 'by-day',
    trancheInterest:
      product.interest_calc_period === 'same_as_repayment_period' && product.partial_period_interest === false
        ? 'whole-period'
        : 'from-its-day',
    trancheTerm: product.full_term_tranche === true ? 'full' : 'remaining',
    rounding: { mode: 'half-even', decimals: product.rounding.decimals },
    monthEnd: product.month_end === 'first_day_of_next_month' ? 'roll' : 'clamp',
    instalmentMultipleMinor: multiple === null ? undefined : minor(String(multiple)),
    downPaymentPercent: product.down_payment?.percent,
    downPaymentTaken: product.down_payment?.auto === true,
    disbursementDayBearsInterest: product.interest_on_disbursement_day,
    grace: product.grace && {
      principalPeriods: product.grace.principal,
      interestPeriods: product.grace.interest_payment,
      interestFreePeriods: product.grace.interest_free,
    },
    events: later,
    asOf: loan.as_of,
    recalculation: recalculation(loan),
    allocation: orders[product.allocation],
  };
}
