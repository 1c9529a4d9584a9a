import { addMonths } from '../calendar/add-months';
import type { Day } from '../calendar/civil-day';
import type { RemainingDue } from '../schedule/rebuild';
import type { ScheduleTerms } from '../schedule/terms';
import { shift } from './dues';
import type { AccountState } from './state';

/**
 * 额度到期: first day on which a revolving line is open no more: the day after its time to draw, and its last due date at the
 * latest, since what is drawn has to fall due somewhere. Null where there is no line, or it was given up.
 */
export function lineEndOf({ schedule, terms, dues, firstDisbursedOn }: AccountState): Day | null {
  const last = dues.at(-1)?.dueOn;
  if (schedule.method.kind !== 'revolving' || last === undefined || firstDisbursedOn === null) return null;
  const { drawMonths } = terms;
  return drawMonths === undefined ? last : Math.min(last, addMonths(firstDisbursedOn, drawMonths) + 1);
}

/** Ends the plan: no row is to come. Its dates are kept for a payout that the bank had under way. */
export function dropDues(state: AccountState): void {
  if (state.dues.length > 0) state.unusedDues = state.dues;
  state.dues = [];
}

/**
 * Due dates that a later payout is repaid over: the rows that are left. A loan that was paid off early has the dates that it
 * no longer needed; one whose last date has passed gets one more, a period after the payout. Only a loan that was called
 * due (提前到期), written off or sold has none: whatever is still paid out on it is due with the rest.
 */
export function openDues(state: AccountState, on: Day): void {
  const gone = state.writtenOffOn !== null || state.transferredOn !== null;
  if (gone || state.rows.some(({ cause }) => cause === 'acceleration')) {
    state.dues = [];
    return;
  }
  const left = state.dues.length > 0 ? state.dues : state.unusedDues;
  const ahead = left.filter(({ dueOn }) => dueOn > on);
  state.dues = ahead.length > 0 ? ahead : [oneMore(state.schedule, on)];
}

/** The due date of the period after a day. A bullet's period is its whole term, of which the payout sees the last part. */
function oneMore(schedule: ScheduleTerms, on: Day): RemainingDue {
  const dueOn = shift(schedule, on, 1);
  const length = schedule.method.kind === 'bullet' ? schedule.periods : 1;
  return { no: schedule.periods + 1, from: shift(schedule, dueOn, -length), dueOn };
}
