import type { Day } from '../calendar/civil-day';
import { least } from '../money/least';
import type { RemainingDue } from '../schedule/rebuild';
import type { ScheduleRow } from '../schedule/schedule';
import { allocateSuspense } from './allocation';
import { putsInterestOff } from './interest-grace';
import { type Amounts, copyOf, noAmounts } from './item';
import { oldestUnpaidOn, touchAtTurn } from './late';
import { dropDues, lineEndOf } from './line';
import { headOf, rowStart, runningPeriod } from './plan';
import { accruedInterest, plannedInterest, restartAccrual } from './running';
import type { AccountState, BilledRow, RowCause } from './state';
import { shiftLots } from './term-lots';

/** Makes amounts due on a day. */
export function bill(
  state: AccountState,
  cause: RowCause,
  when: { readonly from: Day; readonly dueOn: Day; readonly onTimeUntil: Day },
  due: { readonly principal: bigint; readonly interest: bigint; readonly fee: bigint },
): BilledRow {
  const { overdue } = state.terms;
  const graceEnd = Math.max(when.onTimeUntil, when.dueOn + overdue.graceDays);
  const { principal, interest, fee } = due;
  const charged: Amounts = { fee, penalty: 0n, compound: 0n, interest, principal };
  const row: BilledRow = {
    cause,
    from: when.from,
    dueOn: when.dueOn,
    graceEnd,
    charged,
    paid: noAmounts(),
    relieved: noAmounts(),
    open: copyOf(charged),
    penaltySum: 0n,
    compoundSum: 0n,
    touchedOn: overdue.afterGrace === 'from-due-date' ? when.dueOn : graceEnd,
  };
  state.rows.push(row);
  return row;
}

/** What falls due next. */
interface NextDue {
  readonly when: { readonly from: Day; readonly dueOn: Day; readonly onTimeUntil: Day };
  readonly interest: bigint;
  readonly principal: bigint;
  readonly fee: bigint;
}

/** Whether the next instalment follows from balance and interest alone, so that the rows after it need not be laid to bill it. */
function followsFromBalance(state: AccountState): boolean {
  const { schedule, instalmentMinor, keep, plan, terms } = state;
  return (
    plan === null &&
    terms.recalculation === 'daily' &&
    keep === 'instalment' &&
    instalmentMinor !== null &&
    schedule.method.kind === 'equal-instalment' &&
    schedule.grace === undefined &&
    (schedule.fees ?? []).length === 0
  );
}

/** Principal beside interest that really accrued: the instalment stays, the last row absorbs. */
function principalBeside(state: AccountState, interest: bigint, instalmentMinor: bigint): bigint {
  if (state.dues.length <= 1) return state.balanceMinor;
  const wanted = instalmentMinor - interest;
  return wanted < 0n ? 0n : least(wanted, state.balanceMinor);
}

function nextFromBalance(state: AccountState, due: RemainingDue): NextDue {
  const { dueOn, onTimeUntil } = runningPeriod(state, due);
  const interest = accruedInterest(state, dueOn);
  const principal = principalBeside(state, interest, state.instalmentMinor ?? 0n);
  return { when: { from: rowStart(due), dueOn, onTimeUntil }, interest, principal, fee: 0n };
}

function nextFromPlan(state: AccountState, row: ScheduleRow): NextDue {
  if (state.terms.recalculation === 'none') {
    const interest = plannedInterest(state, row, true);
    return { when: row, interest, principal: row.principalMinor, fee: row.feeMinor };
  }
  const earned = accruedInterest(state, row.dueOn);
  const interest = putsInterestOff(state) ? 0n : earned;
  const { method, grace } = state.schedule;
  if (row.days === 0) return { when: row, interest, principal: row.principalMinor, fee: row.feeMinor };
  const free = row.principalMinor === 0n && (method.kind === 'interest-only-first' || grace !== undefined);
  const agreed = state.instalmentMinor === null || free;
  const principal =
    agreed && state.dues.length > 1
      ? least(row.principalMinor, state.balanceMinor)
      : principalBeside(state, earned, state.instalmentMinor ?? 0n);
  return { when: row, interest, principal, fee: row.feeMinor };
}

/** The next row of the plan falls due. What really accrued may differ from the plan; the rows after it are laid again then. */
export function billNext(state: AccountState): void {
  const due = state.dues[0];
  const lean = followsFromBalance(state);
  const row = lean ? undefined : headOf(state);
  if (due === undefined || (row === undefined && !lean)) return;
  const next = row === undefined ? nextFromBalance(state, due) : nextFromPlan(state, row);
  const { principal, interest, fee } = next;
  const putOff = putsInterestOff(state) ? accruedInterest(state, next.when.dueOn) : 0n;
  if (principal === state.balanceMinor) touchAtTurn(state, next.when.dueOn);
  bill(state, 'instalment', next.when, { principal, interest, fee });
  state.balanceMinor -= principal;
  shiftLots(state);
  restartAccrual(state, next.when.dueOn);
  state.carriedMinor = putOff;
  state.dues.shift();
  const following = state.dues[0];
  if (following !== undefined) state.dues[0] = { ...following, from: next.when.dueOn };
  const planned = interest === row?.interestMinor && principal === row.principalMinor;
  const asPlanned = planned || state.terms.recalculation === 'none';
  if (asPlanned) state.plan?.shift();
  else state.plan = null;
  // Rows that are laid only later still have the instalment that this one had.
  if (state.plan === null && state.instalmentMinor !== null) state.keep = 'instalment';
  if (state.balanceMinor === 0n) closePlan(state);
  else state.nextDueOn = nextDueOf(state);
}

function nextDueOf(state: AccountState): Day | null {
  const due = state.dues[0];
  return due === undefined ? null : runningPeriod(state, due).dueOn;
}

/** No principal is left to fall due. A revolving line keeps its dates for the next draw. */
export function closePlan(state: AccountState): void {
  if (state.schedule.method.kind !== 'revolving') dropDues(state);
  state.plan = [];
  state.lots = [];
  state.nextDueOn = null;
  state.carriedMinor = 0n;
  state.closedSegments = [];
}

/** 非应计 begins when the loan has been overdue longer than the product allows, and ends when all arrears are paid. */
export function watchNonAccrual(state: AccountState, on: Day): void {
  const oldest = oldestUnpaidOn(state);
  if (oldest === null) {
    state.nonAccrualSince = null;
    return;
  }
  const since = oldest + state.terms.overdue.nonAccrualAfterDays + 1;
  if (on >= since && state.nonAccrualSince === null) state.nonAccrualSince = since;
}

/** Whether nothing is owed any more. */
export function isSettled(state: AccountState): boolean {
  if (state.disbursedMinor === 0n || state.balanceMinor > 0n || state.writtenOffOn !== null) return false;
  if (state.dues.length > 0) return false;
  return state.firstOpen >= state.rows.length;
}

function watchSettled(state: AccountState, on: Day): void {
  if (!isSettled(state)) state.settledOn = null;
  else if (state.settledOn === null) state.settledOn = on;
}

/** Brings the account to a day: rows fall due in turn, and waiting money pays them where the product says so. */
export function advanceTo(state: AccountState, on: Day): void {
  while (state.nextDueOn !== null && state.nextDueOn <= on) {
    const dueOn = state.nextDueOn;
    state.today = dueOn;
    watchNonAccrual(state, dueOn);
    billNext(state);
    if (state.terms.suspenseAtDue === 'apply') allocateSuspense(state, dueOn);
    settle(state, dueOn);
  }
  endRevolving(state, on);
  state.today = Math.max(state.today, on);
  watchNonAccrual(state, on);
}

/** A revolving line on which nothing is owed ends when it can be drawn no more. */
function endRevolving(state: AccountState, on: Day): void {
  if (state.nextDueOn !== null) return;
  const end = lineEndOf(state);
  if (end === null || end > on) return;
  dropDues(state);
  state.today = Math.max(state.today, end);
  settle(state, state.today);
}

/** After anything was paid or given up: what is over is over. Non-accrual can only end here; only a day that passes begins it. */
export function settle(state: AccountState, on: Day): void {
  if (state.nonAccrualSince !== null && oldestUnpaidOn(state) === null) state.nonAccrualSince = null;
  watchSettled(state, on);
}
