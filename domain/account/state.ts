import type { Day } from '../calendar/civil-day';
import type { Decimal } from '../money/decimal';
import type { Segment } from '../schedule/interest';
import type { RemainingDue } from '../schedule/rebuild';
import type { ScheduleRow } from '../schedule/schedule';
import type { ScheduleTerms } from '../schedule/terms';
import { type Amounts, noAmounts } from './item';
import type { Pause } from './pause';
import type { AccountTerms } from './terms';

/** Why a row fell due: by plan, as a down payment, by early repayment, as a charge of its own, or by acceleration. */
export type RowCause = 'instalment' | 'prepayment' | 'charge' | 'acceleration';

/** A row that has fallen due. Penalty and compound interest grow while it is unpaid; `touchedOn` says how far they are counted. */
export interface BilledRow {
  readonly cause: RowCause;
  readonly from: Day;
  readonly dueOn: Day;
  /** Paid until this day, nothing is charged for being late. */
  readonly graceEnd: Day;
  readonly charged: Amounts;
  readonly paid: Amounts;
  /** Given up, capitalised, written off or sold: no longer owed, but not paid. */
  readonly relieved: Amounts;
  /** Charged, less paid and relieved; kept beside them because the fold asks for it all the time. */
  readonly open: Amounts;
  /** Sums of amount × rate × days behind penalty and compound interest, kept exact; rounded only when read. */
  penaltySum: bigint;
  compoundSum: bigint;
  touchedOn: Day;
}

/** Money received that is not spent on anything yet, oldest first. */
export interface SuspenseLot {
  readonly ref: string;
  leftMinor: bigint;
}

/** What one payment cleared on one day. */
export interface Allocation {
  readonly ref: string;
  readonly on: Day;
  readonly amounts: Amounts;
}

/** One payout that is repaid over a whole term of its own, over due dates that it shares with the others. */
export interface TermLot {
  /** Principal of it that has not fallen due. */
  balanceMinor: bigint;
  /** Due dates that it has a part in, by number. */
  readonly firstNo: number;
  lastNo: number;
  instalmentMinor: bigint | null;
  /** What it repays in each row to come, as the plan was laid last. */
  parts: bigint[];
}

/** Ways in which what was charged ends without money; `off` is the part that was off the balance sheet at that time. */
export type Relief = 'waived' | 'capitalised' | 'writtenOff' | 'transferred';
export interface ReliefTotals {
  readonly all: Amounts;
  readonly off: Amounts;
}

/** All that the fold knows of a loan at `today`. Plain data: a copy of it is a snapshot. */
export interface AccountState {
  readonly terms: AccountTerms;
  today: Day;
  /** The plan's terms in force; a restructuring replaces them. */
  schedule: ScheduleTerms;
  rate: Decimal;
  firstDisbursedOn: Day | null;
  /** Contractual due dates to come; the first is the running period's. */
  dues: RemainingDue[];
  /** Due dates that were still ahead when nothing was left to repay. */
  unusedDues: RemainingDue[];
  /** Rows to come, laid over `dues`; null when an event made them stale. */
  plan: ScheduleRow[] | null;
  nextDueOn: Day | null;
  instalmentMinor: bigint | null;
  keep: 'term' | 'instalment';
  /** Payouts with terms of their own once there is more than one; empty while one balance is laid over the dues. */
  lots: TermLot[];
  /** The running period bears interest from here on the balance; before it, this much was earned and is not due yet. */
  accrueFrom: Day;
  carriedMinor: bigint;
  /** By daily recalculation the earlier stretches are kept instead, so that the period is rounded once. */
  closedSegments: Segment[];
  /** Principal that has not fallen due. */
  balanceMinor: bigint;
  readonly rows: BilledRow[];
  /** Rows before this index are cleared. */
  firstOpen: number;
  readonly suspense: SuspenseLot[];
  readonly allocations: Allocation[];
  /** 停息 of contract interest, and of penalty and compound interest. */
  interestPauses: Pause[];
  penaltyPauses: Pause[];
  nonAccrualSince: Day | null;
  writtenOffOn: Day | null;
  transferredOn: Day | null;
  settledOn: Day | null;
  disbursedMinor: bigint;
  receivedMinor: bigint;
  refundedMinor: bigint;
  /** Refunded although it was no longer there (the payment behind it bounced later); the borrower owes it back as a fee without income. */
  refundShortMinor: bigint;
  transferPriceMinor: bigint;
  readonly paid: Amounts;
  readonly relief: Record<Relief, ReliefTotals>;
  /** 账销案存: written off and still claimed. */
  readonly claims: Amounts;
  readonly recovered: Amounts;
}

function reliefTotals(): ReliefTotals {
  return { all: noAmounts(), off: noAmounts() };
}

/** An account on which nothing has happened. */
export function openAccount(terms: AccountTerms): AccountState {
  return {
    terms,
    today: -1_000_000,
    schedule: terms.schedule,
    rate: terms.schedule.annualRate,
    firstDisbursedOn: null,
    dues: [],
    unusedDues: [],
    plan: null,
    nextDueOn: null,
    instalmentMinor: null,
    keep: 'term',
    lots: [],
    accrueFrom: terms.schedule.disbursedOn,
    carriedMinor: 0n,
    closedSegments: [],
    balanceMinor: 0n,
    rows: [],
    firstOpen: 0,
    suspense: [],
    allocations: [],
    interestPauses: [],
    penaltyPauses: [],
    nonAccrualSince: null,
    writtenOffOn: null,
    transferredOn: null,
    settledOn: null,
    disbursedMinor: 0n,
    receivedMinor: 0n,
    refundedMinor: 0n,
    refundShortMinor: 0n,
    transferPriceMinor: 0n,
    paid: noAmounts(),
    relief: {
      waived: reliefTotals(),
      capitalised: reliefTotals(),
      writtenOff: reliefTotals(),
      transferred: reliefTotals(),
    },
    claims: noAmounts(),
    recovered: noAmounts(),
  };
}
