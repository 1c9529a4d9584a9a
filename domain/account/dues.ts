import { addMonths } from '../calendar/add-months';
import { civilDate, type Day } from '../calendar/civil-day';
import { type RemainingDue, remainingDues } from '../schedule/rebuild';
import type { ScheduleTerms } from '../schedule/terms';

/** The day so many periods on; months keep the day of month that the contract began with. */
export function shift(schedule: ScheduleTerms, day: Day, periods: number): Day {
  const { dueDay, firstDueOn, disbursedOn, period } = schedule;
  const steps = periods * period.every;
  if (period.unit === 'day') return day + steps;
  if (period.unit === 'week') return day + 7 * steps;
  const anchor = dueDay?.mode === 'fixed-day' ? dueDay.dayOfMonth : civilDate(firstDueOn ?? disbursedOn).day;
  const months = period.unit === 'year' ? 12 * steps : steps;
  const rule = schedule.monthEnd ?? 'clamp';
  return addMonths(rule === 'roll' ? beforeRolling(day, anchor) : day, months, rule, anchor);
}

/** A due date that rolled to the 1st belongs to the month that lacks its day: 1 March stands for 31 February. */
function beforeRolling(day: Day, anchor: number): Day {
  const lastOfFormer = civilDate(day - 1);
  return civilDate(day).day === 1 && anchor > lastOfFormer.day ? day - 1 : day;
}

/** So many due dates more after the last. */
export function lengthened(
  schedule: ScheduleTerms,
  dues: readonly RemainingDue[],
  extra: number,
): RemainingDue[] {
  const longer = [...dues];
  for (let count = 0; count < extra; count++) {
    const last = longer.at(-1);
    if (last === undefined) return longer;
    longer.push({ no: last.no + 1, from: last.dueOn, dueOn: shift(schedule, last.dueOn, 1) });
  }
  return longer;
}

/** At least so many due dates after a day, by the contract's own days: for a payout when none are left. */
export function duesAfter(schedule: ScheduleTerms, on: Day, count: number): RemainingDue[] {
  for (let periods = schedule.periods + count; ; periods += count) {
    const dues = remainingDues({ ...schedule, periods }, on);
    if (dues.length >= count) return dues.slice(0, count);
  }
}
