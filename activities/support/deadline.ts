import type { Deadline } from '../../contracts/loan/steps';
import { businessDay } from '../../domain/calendar/business-date';
import { fromDay } from '../../domain/calendar/civil-day';
import { instantMsOf } from '../../domain/calendar/instant-of';

/** End of the business day that is `days` after now, and the moment to remind before it. */
export function deadlineAfter(
  now: Date,
  days: number,
  remindBeforeDays: number,
  utcOffsetMinutes: number,
): Deadline {
  const last = businessDay(now.getTime(), utcOffsetMinutes) + days;
  const expiresAt = instantMsOf(fromDay(last), '23:59', utcOffsetMinutes);
  const remindAt = instantMsOf(fromDay(last - remindBeforeDays), '10:00', utcOffsetMinutes);
  const useful = remindBeforeDays > 0 && remindAt > now.getTime();
  return {
    remindAt: useful ? new Date(remindAt).toISOString() : null,
    expiresAt: new Date(expiresAt).toISOString(),
  };
}
