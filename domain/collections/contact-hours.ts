import type { ContactLimits } from '../../contracts/policy/servicing';
import { businessDay } from '../calendar/business-date';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** From which full hour to which a debtor may be approached; a window that ends before it begins runs through midnight. */
export type ContactHours = Pick<ContactLimits, 'fromHour' | 'toHour'>;

/** Whether a debtor may be approached in an hour of their day. */
export function isContactHour({ fromHour, toHour }: ContactHours, hour: number): boolean {
  return fromHour < toHour ? hour >= fromHour && hour < toHour : hour >= fromHour || hour < toHour;
}

/** Hour of the lender's day at an instant: debtors are taken to live by the lender's clock. */
export function contactHourAt(instantMs: number, utcOffsetMinutes: number): number {
  const localMs = instantMs + utcOffsetMinutes * 60_000;
  return Math.floor((localMs - Math.floor(localMs / DAY_MS) * DAY_MS) / HOUR_MS);
}

/** The instant itself where a debtor may be approached then, else when the hours begin next. */
export function nextContactMs(hours: ContactHours, instantMs: number, utcOffsetMinutes: number): number {
  const hour = contactHourAt(instantMs, utcOffsetMinutes);
  if (isContactHour(hours, hour)) return instantMs;
  const day = businessDay(instantMs, utcOffsetMinutes) + (hour < hours.fromHour ? 0 : 1);
  return day * DAY_MS + hours.fromHour * HOUR_MS - utcOffsetMinutes * 60_000;
}
