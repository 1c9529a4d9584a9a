import type { Day } from '../calendar/civil-day';

/** Days overdue: business date less the due date of the oldest unpaid instalment, from the next day on. */
export function daysOverdue(oldestUnpaidDueOn: Day | null, today: Day): number {
  return oldestUnpaidDueOn === null ? 0 : Math.max(0, today - oldestUnpaidDueOn);
}
