import { civilDate, civilDay, type Day, daysInMonth } from './civil-day';

/** What a day that a month lacks becomes: the month's last day, or the first of the next month. */
export type MonthEndRule = 'clamp' | 'roll';

/** The day so many months on; pass the anchor to keep day 31 alive through short months: 31 Jan → 28 Feb → 31 Mar. */
export function addMonths(from: Day, months: number, rule: MonthEndRule = 'clamp', anchorDay?: number): Day {
  const start = civilDate(from);
  const index = start.year * 12 + start.month - 1 + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  const wanted = anchorDay ?? start.day;
  const length = daysInMonth(year, month);
  if (wanted <= length) return civilDay(year, month, wanted);
  return rule === 'clamp' ? civilDay(year, month, length) : civilDay(year, month, length) + 1;
}
