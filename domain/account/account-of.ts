import type { Day } from '../calendar/civil-day';
import type { Currency } from '../money/currency';
import { type AccrualSegment, accrualSegments, stableUntil } from './accrual-segment';
import { suspenseOf } from './allocation';
import { isSettled } from './billing';
import type { LoanEvent } from './events';
import { closeDay, foldEvents } from './fold';
import { type Amounts, addTo, copyOf, noAmounts, sumOf } from './item';
import { daysOverdue, isCleared, isUnpaid, oldestUnpaidOn, openOf } from './late';
import { type PayoffQuote, payoffOf } from './payoff';
import { planOf } from './plan';
import { accruedInterest, plannedInterest } from './running';
import { type AccountState, type Allocation, openAccount, type Relief, type RowCause } from './state';
import type { AccountTerms } from './terms';
import { timelineOf } from './timeline';

export type AccountStatus = 'pending' | 'active' | 'overdue' | 'settled' | 'written_off' | 'transferred';

/** One row of the schedule as it stands: fallen due with what was paid on it, or still planned. */
export interface AccountRow {
  readonly cause: RowCause;
  readonly standing: 'cleared' | 'due' | 'overdue' | 'running' | 'planned';
  readonly from: Day;
  readonly dueOn: Day;
  readonly graceEnd: Day;
  readonly charged: Readonly<Amounts>;
  readonly paid: Readonly<Amounts>;
  readonly relieved: Readonly<Amounts>;
  readonly open: Readonly<Amounts>;
}

/** What the borrower owes, bucket by bucket. */
export interface AccountBalances {
  /** Principal outstanding, due or not. */
  readonly principalMinor: bigint;
  readonly principalOverdueMinor: bigint;
  readonly interestDueMinor: bigint;
  readonly interestAccruedMinor: bigint;
  readonly penaltyMinor: bigint;
  readonly compoundMinor: bigint;
  readonly feeMinor: bigint;
  readonly suspenseMinor: bigint;
}

/** Sums over the whole life, as the ledger needs them. */
export interface AccountTotals {
  readonly disbursedMinor: bigint;
  readonly receivedMinor: bigint;
  readonly refundedMinor: bigint;
  readonly refundShortMinor: bigint;
  readonly transferPriceMinor: bigint;
  /** Charged in all; interest with what has accrued and is not due yet. */
  readonly charged: Readonly<Amounts>;
  readonly paid: Readonly<Amounts>;
  readonly relief: Readonly<
    Record<Relief, { readonly all: Readonly<Amounts>; readonly off: Readonly<Amounts> }>
  >;
  readonly claims: Readonly<Amounts>;
  readonly recovered: Readonly<Amounts>;
}

/** A loan's account on a day: nothing in it is stored, all of it follows from terms and events. */
export interface Account {
  readonly asOf: Day;
  readonly currency: Currency;
  readonly status: AccountStatus;
  readonly rows: readonly AccountRow[];
  readonly balances: AccountBalances;
  readonly totals: AccountTotals;
  readonly daysOverdue: number;
  readonly oldestUnpaidOn: Day | null;
  /** Overdue only inside the grace: no penalty yet, not reported. */
  readonly inGrace: boolean;
  readonly nonAccrualSince: Day | null;
  readonly nextDue: {
    readonly on: Day;
    readonly amounts: Readonly<Amounts>;
    readonly totalMinor: bigint;
  } | null;
  readonly maturityOn: Day | null;
  readonly payoff: PayoffQuote;
  readonly accruals: readonly AccrualSegment[];
  /** Until this day the account changes only by accrual. */
  readonly stableUntil: Day;
  readonly allocations: readonly Allocation[];
  readonly firstDisbursedOn: Day | null;
  readonly settledOn: Day | null;
  readonly writtenOffOn: Day | null;
  readonly transferredOn: Day | null;
}

function billedRows(state: AccountState, on: Day): AccountRow[] {
  return state.rows.map((row) => {
    const standing = isCleared(row) ? 'cleared' : on > row.graceEnd ? 'overdue' : 'due';
    const { cause, from, dueOn, graceEnd } = row;
    return {
      cause,
      standing,
      from,
      dueOn,
      graceEnd,
      charged: copyOf(row.charged),
      paid: copyOf(row.paid),
      relieved: copyOf(row.relieved),
      open: copyOf(row.open),
    };
  });
}

function plannedRows(state: AccountState): AccountRow[] {
  return planOf(state).map((row, index) => {
    const interest = plannedInterest(state, row, index === 0);
    const { principalMinor: principal, feeMinor: fee } = row;
    const charged: Amounts = { fee, penalty: 0n, compound: 0n, interest, principal };
    return {
      cause: 'instalment',
      standing: index === 0 ? 'running' : 'planned',
      from: row.from,
      dueOn: row.dueOn,
      graceEnd: Math.max(row.onTimeUntil, row.dueOn + state.terms.overdue.graceDays),
      charged,
      paid: noAmounts(),
      relieved: noAmounts(),
      open: copyOf(charged),
    };
  });
}

function chargedTotals(state: AccountState, accrued: bigint): Amounts {
  const charged = noAmounts();
  for (const row of state.rows) addTo(charged, row.charged);
  charged.interest += accrued;
  charged.principal += state.balanceMinor;
  return charged;
}

function statusOf(state: AccountState, overdue: boolean): AccountStatus {
  if (state.transferredOn !== null) return 'transferred';
  if (state.writtenOffOn !== null) return 'written_off';
  if (state.disbursedMinor === 0n) return 'pending';
  if (isSettled(state)) return 'settled';
  return overdue ? 'overdue' : 'active';
}

/** The account as it stands in a state that was brought to the day. */
export function viewOf(state: AccountState, on: Day): Account {
  const arrears = noAmounts();
  let principalOverdue = 0n;
  let late = false;
  for (let index = state.firstOpen; index < state.rows.length; index++) {
    const row = state.rows[index];
    if (row === undefined) continue;
    addTo(arrears, row.open);
    if (on > row.graceEnd) {
      principalOverdue += openOf(row, 'principal');
      late ||= isUnpaid(row);
    }
  }
  const accrued = state.balanceMinor === 0n ? 0n : accruedInterest(state, on);
  const planned = plannedRows(state);
  const next = planned[0];
  const overdueDays = daysOverdue(state, on);
  return {
    asOf: on,
    currency: state.schedule.currency,
    status: statusOf(state, late),
    rows: [...billedRows(state, on), ...planned],
    balances: {
      principalMinor: state.balanceMinor + arrears.principal,
      principalOverdueMinor: principalOverdue,
      interestDueMinor: arrears.interest,
      interestAccruedMinor: accrued,
      penaltyMinor: arrears.penalty,
      compoundMinor: arrears.compound,
      feeMinor: arrears.fee,
      suspenseMinor: suspenseOf(state),
    },
    totals: {
      disbursedMinor: state.disbursedMinor,
      receivedMinor: state.receivedMinor,
      refundedMinor: state.refundedMinor,
      refundShortMinor: state.refundShortMinor,
      transferPriceMinor: state.transferPriceMinor,
      charged: chargedTotals(state, accrued),
      paid: { ...state.paid },
      relief: structuredCopy(state.relief),
      claims: { ...state.claims },
      recovered: { ...state.recovered },
    },
    daysOverdue: overdueDays,
    oldestUnpaidOn: overdueDays > 0 ? oldestUnpaidOn(state) : null,
    inGrace: overdueDays > 0 && !late,
    nonAccrualSince: state.nonAccrualSince,
    nextDue:
      next === undefined ? null : { on: next.dueOn, amounts: next.charged, totalMinor: sumOf(next.charged) },
    maturityOn: planned.at(-1)?.dueOn ?? state.dues.at(-1)?.dueOn ?? state.rows.at(-1)?.dueOn ?? null,
    payoff: payoffOf(state, on),
    accruals: accrualSegments(state, on),
    stableUntil: stableUntil(state, on),
    allocations: state.allocations.slice(),
    firstDisbursedOn: state.firstDisbursedOn,
    settledOn: state.settledOn,
    writtenOffOn: state.writtenOffOn,
    transferredOn: state.transferredOn,
  };
}

function structuredCopy(relief: AccountState['relief']): AccountTotals['relief'] {
  const copy = (of: Relief) => ({ all: { ...relief[of].all }, off: { ...relief[of].off } });
  return {
    waived: copy('waived'),
    capitalised: copy('capitalised'),
    writtenOff: copy('writtenOff'),
    transferred: copy('transferred'),
  };
}

/** The loan on a day, by what the books knew on another: a fold over its events. `accountOf` is pure; a backdated event is one more event and a fresh fold. */
export function accountOf(
  terms: AccountTerms,
  events: readonly LoanEvent[],
  times: { readonly asOf: Day; readonly knownOn: Day },
): Account {
  const state = foldEvents(openAccount(terms), timelineOf(events, times));
  return viewOf(closeDay(state, times.asOf), times.asOf);
}

/** What ends the loan on a day, with all that is known on `knownOn`. */
export function payoffQuote(
  terms: AccountTerms,
  events: readonly LoanEvent[],
  times: { readonly asOf: Day; readonly knownOn: Day },
): PayoffQuote {
  return accountOf(terms, events, times).payoff;
}
