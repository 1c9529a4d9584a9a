import type { Day } from './civil-day';
import { type NotPublished, nextWorkday, type WorkdayCalendar } from './workday-calendar';

/** A due date on a holiday stays (`none`), moves to the next working day (`next`), or stays while payment until that day counts as on time (`grace`). */
export type HolidayRule = 'none' | 'next' | 'grace';

/** Due day after the rule, and the last day on which payment is on time. */
export interface AdjustedDue {
  readonly ok: true;
  readonly dueOn: Day;
  readonly onTimeUntil: Day;
}

/** Applies the product's holiday rule to one due date; a date beyond the published calendar is refused, never guessed. */
export function applyHolidayRule(
  day: Day,
  rule: HolidayRule,
  calendar: WorkdayCalendar | undefined,
): AdjustedDue | NotPublished {
  if (rule === 'none' || calendar === undefined) return { ok: true, dueOn: day, onTimeUntil: day };
  const next = nextWorkday(calendar, day);
  if (!next.ok) return next;
  return { ok: true, dueOn: rule === 'next' ? next.day : day, onTimeUntil: next.day };
}
