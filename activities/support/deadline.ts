import type { Deadline } from '../../contracts/loan/steps';
import { businessDay } from '../../domain/calendar/business-date';
import { type Day, fromDay } from '../../domain/calendar/civil-day';
import { instantMsOf } from '../../domain/calendar/instant-of';

/** End of a business day, and the moment to remind before it unless that has passed. */
function deadlineOn(last: Day, now: Date, remindBeforeDays: number, utcOffsetMinutes: number): Deadline {
  const expiresAt = instantMsOf(fromDay(last), '23:59', utcOffsetMinutes);
  const remindAt = instantMsOf(fromDay(last - remindBeforeDays), '10:00', utcOffsetMinutes);
  const useful = remindBeforeDays > 0 && remindAt > now.getTime();
  return {
    remindAt: useful ? new Date(remindAt).toISOString() : null,
    expiresAt: new Date(expiresAt).toISOString(),
  };
}

/** The deadline that is `days` after now. */
export function deadlineAfter(
  now: Date,
  days: number,
  remindBeforeDays: number,
  utcOffsetMinutes: number,
): Deadline {
  const last = businessDay(now.getTime(), utcOffsetMinutes) + days;
  return deadlineOn(last, now, remindBeforeDays, utcOffsetMinutes);
}

/** The deadline that was set before: it does not move, and its reminder stays due until its moment has passed. */
export function standingDeadline(
  now: Date,
  expiresAt: Date,
  remindBeforeDays: number,
  utcOffsetMinutes: number,
): Deadline {
  const last = businessDay(expiresAt.getTime(), utcOffsetMinutes);
  return deadlineOn(last, now, remindBeforeDays, utcOffsetMinutes);
}
