import type { Day } from '../calendar/civil-day';
import type { RemainingDue } from '../schedule/rebuild';
import { type Pause, withPause } from './pause';
import type { AccountState } from './state';

/** 免息期: the row of a due date bears no interest. */
export function isFreeOfInterest({ schedule }: AccountState, due: RemainingDue): boolean {
  return due.no <= (schedule.grace?.interestFreePeriods ?? 0);
}

/**
 * 利息宽限: what the running period earns is not due with its row but with the first one after the grace; the last row collects
 * all. Flat rows, and those of a table that names their interest, have amounts of their own, which move as the plan lays them.
 */
export function putsInterestOff({ schedule, dues }: AccountState): boolean {
  const { grace, method } = schedule;
  const due = dues[0];
  if (grace === undefined || due === undefined || dues.length === 1 || method.kind === 'flat') return false;
  if (method.kind === 'custom' && method.rows.some((row) => row.interestMinor !== undefined)) return false;
  return due.no <= (grace.interestPeriods ?? 0);
}

/** 免息天数: first day that bears interest. */
export function bearsFrom({ schedule }: AccountState): Day {
  return schedule.disbursedOn + (schedule.grace?.interestFreeDays ?? 0);
}

/** Days on which nothing is earned: pauses, and the days free of interest after the payout. */
export function idleDays(state: AccountState): readonly Pause[] {
  const from = state.schedule.disbursedOn;
  const to = bearsFrom(state);
  return to === from ? state.interestPauses : withPause(state.interestPauses, { from, to });
}
