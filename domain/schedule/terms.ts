import type { MonthEndRule } from '../calendar/add-months';
import type { Day } from '../calendar/civil-day';
import type { HolidayRule } from '../calendar/holiday-rule';
import type { WorkdayCalendar } from '../calendar/workday-calendar';
import type { Currency } from '../money/currency';
import type { Decimal } from '../money/decimal';
import type { RoundingMode } from '../money/rounding';
import type { ConventionName } from './conventions';

/** How days become a fraction of a year; `actual/actual-feb29` counts 366 only for a period that holds 29 February. */
export type DayCount = '30/360' | 'actual/360' | 'actual/365' | 'actual/actual' | 'actual/actual-feb29';

/** Length of one repayment period. */
export interface PeriodLength {
  readonly unit: 'day' | 'week' | 'month' | 'year';
  readonly every: number;
}

/** 还款方式: what each row repays. */
export type Method =
  /** 等额本息: one instalment for all rows. */
  | { readonly kind: 'equal-instalment' }
  /** 等额本金: one principal part for all rows. */
  | { readonly kind: 'equal-principal' }
  /** 先息后本: interest in every row (by month or by quarter, as the period says), principal in the last. */
  | { readonly kind: 'interest-only' }
  /** 到期一次还本付息: one row at the end of all periods. */
  | { readonly kind: 'bullet' }
  /** 等本等息: interest on the original principal throughout. */
  | { readonly kind: 'flat' }
  /** 气球贷: equal instalments that leave an amount for the last row. */
  | { readonly kind: 'balloon'; readonly balloonMinor: bigint }
  /** 宽限期本金: interest only for the first rows, then the other method over the rest. */
  | {
      readonly kind: 'interest-only-first';
      readonly periods: number;
      readonly then: 'equal-instalment' | 'equal-principal';
    }
  /** 自定义计划: rows agreed in the contract; interest is computed where the table leaves it out. */
  | { readonly kind: 'custom'; readonly rows: readonly CustomRow[] }
  /** 随借随还: draws and repayments on any day, interest by day billed each period, the rest at maturity. */
  | { readonly kind: 'revolving'; readonly repayments: readonly DatedAmount[] };

export interface CustomRow {
  readonly dueOn: Day;
  readonly principalMinor: bigint;
  readonly interestMinor?: bigint;
  readonly feeMinor?: bigint;
}

export interface DatedAmount {
  readonly on: Day;
  readonly amountMinor: bigint;
}

/** First due date of a fixed due day: at once even if the period is short, after one whole period, in the next month, or in the next standard quarter month (3/6/9/12). */
export type FirstDueRule = 'even-if-short' | 'after-whole-period' | 'next-month' | 'standard-quarter';

/** 对月对日 or 固定还款日. */
export type DueDay =
  | { readonly mode: 'same-day' }
  | { readonly mode: 'fixed-day'; readonly dayOfMonth: number; readonly first: FirstDueRule };

/** Interest of a first period that is longer than one period: all its days, one period plus the odd days, or one period only. */
export type OddFirstRule = 'actual' | 'add-on' | 'one-period';

/** A charge of the product; it never bears interest. */
export interface FeeTerm {
  readonly code: string;
  /** `upfront` falls due with the disbursement, `each-row` with every instalment, `at` on its own date. */
  readonly when:
    | { readonly kind: 'upfront' }
    | { readonly kind: 'each-row' }
    | { readonly kind: 'at'; readonly on: Day };
  readonly amount:
    | { readonly kind: 'fixed'; readonly amountMinor: bigint }
    | { readonly kind: 'rate'; readonly base: 'principal' | 'balance'; readonly rate: Decimal };
  /** Withheld from what is paid out, or paid by the borrower on top. */
  readonly taken: 'withheld' | 'paid';
}

/** 宽限: rows without principal, rows whose interest moves to the first row after them, rows and days that bear no interest. */
export interface Grace {
  readonly principalPeriods?: number;
  readonly interestPeriods?: number;
  readonly interestFreePeriods?: number;
  readonly interestFreeDays?: number;
}

/** A new rate from this day on; the instalment is computed again over the rows that are left. */
export interface RateChange {
  readonly from: Day;
  readonly annualRate: Decimal;
}

/** Everything that fixes a repayment plan. All of it is product or contract data; nothing is implied by code. */
export interface ScheduleTerms {
  readonly convention: ConventionName;
  readonly currency: Currency;
  readonly principalMinor: bigint;
  readonly disbursedOn: Day;
  /** Fraction per year: 0.12 is 12%. */
  readonly annualRate: Decimal;
  readonly method: Method;
  readonly periods: number;
  readonly period: PeriodLength;
  /** Rows fall due at the end of their period, or at its start (期初付, an annuity-due): the first then falls due with the payout. */
  readonly dueAt?: 'period-end' | 'period-start';
  readonly dayCount: DayCount;
  /** `per-period` charges a whole period the same whatever its days; a broken period always goes by days. */
  readonly interest: 'per-period' | 'by-day';
  readonly rounding: { readonly mode: RoundingMode; readonly decimals: number };
  readonly dueDay?: DueDay;
  /** An agreed first due date; it wins over the rule of the due day. */
  readonly firstDueOn?: Day;
  readonly oddFirst?: OddFirstRule;
  /** The day of disbursement counts and the due date does not, which moves the cut between two years to 1 January. */
  readonly disbursementDayBearsInterest?: boolean;
  /** A tranche inside a period bears interest from its day, or for the whole period. */
  readonly trancheInterest?: 'from-its-day' | 'whole-period';
  /** A later payout is repaid over the rows that are left, or over a whole term of its own, which moves maturity. */
  readonly trancheTerm?: 'remaining' | 'full';
  readonly monthEnd?: MonthEndRule;
  readonly holiday?: { readonly rule: HolidayRule; readonly calendar: WorkdayCalendar };
  /** Instalments rounded to a multiple of this; absent means off. */
  readonly instalmentMultipleMinor?: bigint;
  readonly downPaymentRate?: Decimal;
  /** Later payouts of the same loan. */
  readonly tranches?: readonly DatedAmount[];
  readonly rateChanges?: readonly RateChange[];
  readonly fees?: readonly FeeTerm[];
  readonly grace?: Grace;
}
