import type { Day } from '../calendar/civil-day';
import { least } from '../money/least';
import type { ScheduleRow } from '../schedule/schedule';
import { allocateSuspense } from './allocation';
import { type Amounts, noAmounts } from './item';
import { oldestUnpaidOn } from './late';
import { planOf } from './plan';
import { accruedInterest, plannedInterest, restartAccrual } from './running';
import type { AccountState, BilledRow, RowCause } from './state';

/** Makes amounts due on a day. */
export function bill(
  state: AccountState,
  cause: RowCause,
  when: { readonly from: Day; readonly dueOn: Day; readonly onTimeUntil: Day },
  due: { readonly principal: bigint; readonly interest: bigint; readonly fee: bigint },
): BilledRow {
  const { overdue } = state.terms;
  const graceEnd = Math.max(when.onTimeUntil, when.dueOn + overdue.graceDays);
  const charged: Amounts = { ...noAmounts(), ...due };
  const row: BilledRow = {
    cause,
    from: when.from,
    dueOn: when.dueOn,
    graceEnd,
    charged,
    paid: noAmounts(),
    relieved: noAmounts(),
    penaltySum: 0n,
    compoundSum: 0n,
    touchedOn: overdue.afterGrace === 'from-due-date' ? when.dueOn : graceEnd,
  };
  state.rows.push(row);
  return row;
}

/** Principal of a row when its interest is what really accrued: the instalment stays, the last row absorbs. */
function recalculatedPrincipal(state: AccountState, row: ScheduleRow, interest: bigint): bigint {
  const last = state.dues.length <= 1;
  if (last) return state.balanceMinor;
  if (state.instalmentMinor === null) return least(row.principalMinor, state.balanceMinor);
  const wanted = state.instalmentMinor - interest;
  return wanted < 0n ? 0n : least(wanted, state.balanceMinor);
}

/** The next row of the plan falls due. */
export function billNext(state: AccountState): void {
  const plan = planOf(state);
  const row = plan[0];
  if (row === undefined) return;
  const daily = state.terms.recalculation === 'daily';
  const interest = daily ? accruedInterest(state, row.dueOn) : plannedInterest(state, row, true);
  const principal = daily ? recalculatedPrincipal(state, row, interest) : row.principalMinor;
  bill(state, 'instalment', row, { principal, interest, fee: row.feeMinor });
  state.balanceMinor -= principal;
  restartAccrual(state, row.dueOn);
  state.dues.shift();
  const next = state.dues[0];
  if (next !== undefined) state.dues[0] = { ...next, from: row.dueOn };
  if (daily && (interest !== row.interestMinor || principal !== row.principalMinor)) {
    state.plan = null;
    if (state.instalmentMinor !== null) state.keep = 'instalment';
  } else {
    plan.shift();
  }
  state.nextDueOn = state.balanceMinor === 0n ? null : (planOf(state)[0]?.dueOn ?? null);
  if (state.balanceMinor === 0n) closePlan(state);
}

/** No principal is left to fall due. A revolving line keeps its dates for the next draw. */
export function closePlan(state: AccountState): void {
  if (state.schedule.method.kind !== 'revolving') state.dues = [];
  state.plan = [];
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

/** A revolving line on which nothing is drawn ends with its last due date. */
function endRevolving(state: AccountState, on: Day): void {
  const end = state.dues.at(-1)?.dueOn;
  if (state.nextDueOn !== null || end === undefined || end > on) return;
  state.dues = [];
  state.today = Math.max(state.today, end);
  settle(state, state.today);
}

/** After anything was paid or given up: what is over is over. */
export function settle(state: AccountState, on: Day): void {
  watchNonAccrual(state, on);
  watchSettled(state, on);
}
