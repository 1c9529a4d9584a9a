import { invariant } from '../invariant';
import { shanghaiOffsetMinutes } from './business-date';
import { fromDay, toDay } from './civil-day';

const dayMs = 86_400_000;
const clockTime = /^([01]\d|2[0-3]):([0-5]\d)$/;

/** Epoch milliseconds of a wall-clock time on a business date. */
export function instantMsOf(date: string, time: string, utcOffsetMinutes = shanghaiOffsetMinutes): number {
  const match = clockTime.exec(time);
  invariant(match, 'not a time of the form HH:MM');
  const minutes = Number(match[1]) * 60 + Number(match[2]) - utcOffsetMinutes;
  return toDay(date) * dayMs + minutes * 60_000;
}

/** ISO instant (UTC) of epoch milliseconds, by arithmetic alone. */
export function isoInstant(instantMs: number): string {
  const day = Math.floor(instantMs / dayMs);
  const rest = instantMs - day * dayMs;
  const part = (value: number, width: number) => String(value).padStart(width, '0');
  const hours = part(Math.floor(rest / 3_600_000), 2);
  const minutes = part(Math.floor(rest / 60_000) % 60, 2);
  const seconds = part(Math.floor(rest / 1000) % 60, 2);
  return `${fromDay(day)}T${hours}:${minutes}:${seconds}.${part(rest % 1000, 3)}Z`;
}

/** ISO instant (UTC) of a wall-clock time on a business date: when a reminder or debit is due to run. */
export function instantOf(date: string, time: string, utcOffsetMinutes = shanghaiOffsetMinutes): string {
  return isoInstant(instantMsOf(date, time, utcOffsetMinutes));
}
