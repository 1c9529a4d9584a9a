import { civilDate, civilDay, type Day, daysInMonth } from './civil-day';

/** What a day that a month lacks becomes: the month's last day, or the first of the next month. */
export type MonthEndRule = 'clamp' | 'roll';

/** A walk of months from one anchor, which is read once; every step counts from the anchor, so day 31 survives short months. */
export function monthsFrom(
  from: Day,
  rule: MonthEndRule = 'clamp',
  anchorDay?: number,
): (months: number) => Day {
  const start = civilDate(from);
  const wanted = anchorDay ?? start.day;
  const startIndex = start.year * 12 + start.month - 1;
  return (months) => {
    const index = startIndex + months;
    const year = Math.floor(index / 12);
    const month = index - year * 12 + 1;
    if (wanted <= 28) return civilDay(year, month, wanted);
    const length = daysInMonth(year, month);
    if (wanted <= length) return civilDay(year, month, wanted);
    return civilDay(year, month, length) + (rule === 'clamp' ? 0 : 1);
  };
}

/** The day so many months on; pass the anchor day to keep day 31 alive through short months: 31 Jan → 28 Feb → 31 Mar. */
export function addMonths(from: Day, months: number, rule: MonthEndRule = 'clamp', anchorDay?: number): Day {
  return monthsFrom(from, rule, anchorDay)(months);
}
