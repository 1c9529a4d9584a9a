import type { QuoteRequest } from '../../../contracts/quote';
import { fromDay, toDay } from '../../../domain/calendar/civil-day';

/** The fields of a published loan table that its question to the engine needs. */
export interface LoanCase {
  readonly id: string;
  readonly as_of: string | null;
  readonly product: {
    readonly annual_rate_percent: string;
    readonly rate_unit: 'year' | 'month' | 'whole_term';
    readonly periods: number;
    readonly period_unit: 'day' | 'week' | 'month' | 'year';
    readonly period_every: number;
    readonly amortization: string;
    readonly interest_method: string;
    readonly day_count: '30/360' | 'actual/360' | 'actual/365' | 'actual/actual';
    readonly leap_year_strategy?: string;
    readonly interest_calc_period: string;
    readonly start_date: string;
    readonly schedule_type: string;
    readonly rounding: { readonly decimals: number; readonly instalment_multiple_of: number | null };
    readonly interest_recalculation: boolean | null;
    readonly partial_period_interest: boolean | null;
    readonly recalculation?: { readonly rest_frequency: string; readonly pre_closure: string };
    readonly down_payment?: { readonly percent: string; readonly auto: boolean };
    readonly grace?: {
      readonly principal: number;
      readonly interest_payment: number;
      readonly interest_free: number;
    };
    readonly month_end?: string;
    readonly allocation: string;
    readonly no_interest_on_past_due?: boolean;
    readonly interest_on_disbursement_day?: boolean;
  };
  readonly events: readonly CaseEvent[];
  readonly expected: readonly CaseRow[];
  readonly expected_disbursements: readonly { readonly date: string; readonly amount: string }[];
  readonly totals: Readonly<Record<string, string>> | null;
}

interface CaseEvent {
  readonly date: string | null;
  readonly type: string;
  readonly amount?: string | null;
  readonly kind?: string;
  readonly due_date?: string;
  readonly rescheduleFromDate?: string;
  readonly newInterestRate?: string;
}

export interface CaseRow {
  readonly nr: number;
  readonly days: number;
  readonly due_date: string;
  readonly principal: string;
  readonly interest: string;
  readonly fees: string;
  readonly penalty: string;
  readonly due: string;
  readonly balance: string;
  readonly paid_date?: string | null;
  readonly paid?: string;
  readonly in_advance?: string;
  readonly late?: string;
  readonly outstanding?: string;
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
