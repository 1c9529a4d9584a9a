import type { Day } from '../calendar/civil-day';
import { least } from '../money/least';
import { divRound } from '../money/rounding';
import { conventions } from '../schedule/conventions';
import type { Segment } from '../schedule/interest';
import type { ScheduleRow } from '../schedule/schedule';
import { idleDays, isFreeOfInterest, putsInterestOff } from './interest-grace';
import { bearsWithPeriod, openOf } from './late';
import { activeDays } from './pause';
import { periodInterest } from './period-interest';
import { headOf, runningPeriod, settleInstalment } from './plan';
import type { AccountState } from './state';

/** What the running period's interest is computed on: principal not yet due, and overdue principal where it goes on bearing contract interest. */
export function interestBase(state: AccountState): bigint {
  if (!bearsWithPeriod(state)) return state.balanceMinor;
  let base = state.balanceMinor;
  for (let index = state.firstOpen; index < state.rows.length; index++) {
    const row = state.rows[index];
    if (row !== undefined) base += openOf(row, 'principal');
  }
  return base;
}

/** The stretches of the running period that bear interest, pauses cut out. */
function segmentsUntil(state: AccountState, on: Day): Segment[] {
  const balanceMinor = interestBase(state);
  const cuts = idleDays(state).filter((pause) => pause.from < on && pause.to > state.accrueFrom);
  const segments: Segment[] = [];
  let cursor = state.accrueFrom;
  const push = (to: Day) => {
    if (to > cursor) segments.push({ from: cursor, to, balanceMinor, annualRate: state.rate });
  };
  for (const pause of cuts) {
    push(Math.min(pause.from, on));
    cursor = Math.max(cursor, pause.to);
  }
  push(on);
  return segments;
}

/** Interest by days of the running period: its earlier stretches and the present one, rounded once. */
function interestByDays(state: AccountState, on: Day): bigint {
  const due = state.dues[0];
  if (due === undefined || isFreeOfInterest(state, due)) return 0n;
  const segments = [...state.closedSegments, ...segmentsUntil(state, on)];
  return periodInterest(state.schedule, runningPeriod(state, due), segments);
}

/** Interest that a planned row collects, less what pauses take out of it. */
export function plannedInterest(state: AccountState, row: ScheduleRow, running: boolean): bigint {
  if (state.interestPauses.length === 0 || (running && putsInterestOff(state))) return row.interestMinor;
  const carried = running ? state.carriedMinor : 0n;
  const from = running ? Math.max(state.accrueFrom, row.from) : row.from;
  const days = row.dueOn - from;
  const active = activeDays(state.interestPauses, from, row.dueOn);
  if (days === 0 || active === days) return row.interestMinor;
  const { mode } = state.schedule.rounding;
  return carried + divRound((row.interestMinor - carried) * BigInt(active), BigInt(days), mode);
}

/**
 * After an event the broken period goes by days, so what it will collect need not be looked up in the plan. A whole one by
 * the period may collect less than its days, and so may a broken one where its row takes a share of the whole.
 */
function goesByDays(state: AccountState): boolean {
  const { method, grace, interest, convention } = state.schedule;
  if (conventions[convention].arithmetic !== 'exact') return false;
  const broken = interest === 'by-day' || state.accrueFrom > (state.dues[0]?.from ?? state.accrueFrom);
  return broken && method.kind !== 'flat' && method.kind !== 'custom' && grace === undefined;
}

/** Interest of the running period earned until a day and not due yet. By plan it never exceeds what the row will collect. */
export function accruedInterest(state: AccountState, on: Day): bigint {
  if (state.dues.length === 0) return state.carriedMinor;
  if (state.terms.recalculation === 'daily') return state.carriedMinor + interestByDays(state, on);
  if (on <= state.accrueFrom) return state.carriedMinor;
  if (state.plan === null && goesByDays(state)) return state.carriedMinor + interestByDays(state, on);
  if (putsInterestOff(state)) return state.carriedMinor + interestByDays(state, on);
  const row = headOf(state);
  if (row === undefined) return state.carriedMinor;
  const { kind } = state.schedule.method;
  const whole = plannedInterest(state, row, true) - state.carriedMinor;
  if (kind === 'flat' || kind === 'custom') {
    const active = activeDays(state.interestPauses, state.accrueFrom, row.dueOn);
    const passed = activeDays(state.interestPauses, state.accrueFrom, Math.min(on, row.dueOn));
    if (active <= 0) return state.carriedMinor;
    return (
      state.carriedMinor + divRound(whole * BigInt(passed), BigInt(active), state.schedule.rounding.mode)
    );
  }
  return state.carriedMinor + least(whole, interestByDays(state, on));
}

/**
 * Closes the running stretch on a day, because balance, rate or base change: what was earned is carried. Rows that an
 * earlier event made stale are laid first, so that what keeps their instalment does not depend on whether anybody looked.
 */
export function cutAccrual(state: AccountState, on: Day): void {
  if (on <= state.accrueFrom) return;
  settleInstalment(state);
  if (state.terms.recalculation === 'daily') state.closedSegments.push(...segmentsUntil(state, on));
  else state.carriedMinor = accruedInterest(state, on);
  state.accrueFrom = on;
}

/** The running period begins anew on a day; what it had earned was made due or is taken along by the caller. */
export function restartAccrual(state: AccountState, on: Day): void {
  state.carriedMinor = 0n;
  state.closedSegments = [];
  state.accrueFrom = on;
}
