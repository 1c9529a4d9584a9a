import type { Day } from '../calendar/civil-day';
import type { Decimal } from '../money/decimal';
import type { Facts } from '../schedule/facts';
import type { ScheduleTerms } from '../schedule/terms';

/** What a payment can settle in a row. */
export type Bucket = 'penalty' | 'fee' | 'interest' | 'principal';

/** Order in which a payment settles what it finds; rows that are due come first, oldest first. */
export interface QuoteAllocation {
  readonly due: readonly Bucket[];
  readonly inAdvance: readonly Bucket[];
  /** Where money goes that nothing due asks for: to the rows as they come, from the last one back, or to all of them in equal parts. */
  readonly future: 'next-row' | 'last-row' | 'every-row';
}

/** Whether interest follows what is really paid; without it the plan stands as agreed. */
export type Recalculation =
  | { readonly kind: 'none' }
  | { readonly kind: 'by-payment-day'; readonly pastDueInterest: Facts['pastDueInterest'] };

/** Something dated that happens, or is assumed to happen, in the loan's life. */
export type QuoteEvent =
  | { readonly kind: 'payout'; readonly on: Day; readonly amountMinor: bigint }
  | { readonly kind: 'payment'; readonly on: Day; readonly amountMinor: bigint }
  | { readonly kind: 'rate'; readonly on: Day; readonly annualRate: Decimal }
  | {
      readonly kind: 'charge';
      readonly on: Day;
      readonly amountMinor: bigint;
      readonly as: 'fee' | 'penalty';
    };

/** A question to the money engine: terms, what happens to them, and the day the answer is read. */
export interface QuoteInput {
  readonly terms: ScheduleTerms;
  readonly events: readonly QuoteEvent[];
  /** Business date of the reading; null asks for the plan as agreed. */
  readonly asOf: Day | null;
  readonly recalculation: Recalculation;
  readonly allocation: QuoteAllocation;
  /** Down payments are taken from the payout on the spot. */
  readonly downPaymentTaken: boolean;
}

/** A row with what it asks and what it got. */
export interface QuoteRow {
  readonly no: number;
  readonly from: Day;
  readonly dueOn: Day;
  readonly days: number;
  readonly principalMinor: bigint;
  readonly interestMinor: bigint;
  readonly feeMinor: bigint;
  readonly penaltyMinor: bigint;
  readonly totalMinor: bigint;
  readonly balanceMinor: bigint;
  readonly paidMinor: bigint;
  readonly paidInAdvanceMinor: bigint;
  readonly paidLateMinor: bigint;
  readonly outstandingMinor: bigint;
  readonly paidOn: Day | null;
}
