import { civilDate, civilDay, type Day, isLeapYear } from '../calendar/civil-day';
import type { DayCount, PeriodLength } from './terms';

/** An exact part of a year. */
export interface YearFraction {
  readonly numerator: number;
  readonly denominator: number;
}

function holdsLeapDay(from: Day, to: Day): boolean {
  for (let year = civilDate(from).year; year <= civilDate(to).year; year++) {
    if (!isLeapYear(year)) continue;
    const leapDay = civilDay(year, 2, 29);
    if (leapDay > from && leapDay <= to) return true;
  }
  return false;
}

/** Days of a stretch by the year they fall in; a day belongs to the date on which it ends, so 31 December closes its year. */
export function daysByYear(from: Day, to: Day): { readonly year: number; readonly days: number }[] {
  const parts: { year: number; days: number }[] = [];
  let cursor = from;
  while (cursor < to) {
    const year = civilDate(cursor + 1).year;
    const end = Math.min(to, civilDay(year, 12, 31));
    parts.push({ year, days: end - cursor });
    cursor = end;
  }
  return parts;
}

function actualActual(from: Day, to: Day): YearFraction {
  const parts = daysByYear(from, to);
  let common = 0;
  let leap = 0;
  for (const { year, days } of parts) {
    if (isLeapYear(year)) leap += days;
    else common += days;
  }
  if (leap === 0) return { numerator: common, denominator: 365 };
  if (common === 0) return { numerator: leap, denominator: 366 };
  return { numerator: common * 366 + leap * 365, denominator: 365 * 366 };
}

/** One regular period as a part of a year: a month is a twelfth whatever its days. */
export function wholePeriod(length: PeriodLength): YearFraction {
  switch (length.unit) {
    case 'day':
      return { numerator: length.every, denominator: 360 };
    case 'week':
      return { numerator: length.every, denominator: 52 };
    case 'month':
      return { numerator: length.every, denominator: 12 };
    case 'year':
      return { numerator: length.every, denominator: 1 };
  }
}

/** The same where the day count has a say: so many days are a part of its year. */
export function regularPeriod(length: PeriodLength, dayCount: DayCount): YearFraction {
  if (length.unit !== 'day') return wholePeriod(length);
  const of360 = dayCount === '30/360' || dayCount === 'actual/360';
  return { numerator: length.every, denominator: of360 ? 360 : 365 };
}

/** A stretch of days as a part of a year. Under 30/360 it is the share of the regular period that its days are. */
export function yearFraction(
  dayCount: DayCount,
  from: Day,
  to: Day,
  regular: { readonly from: Day; readonly to: Day; readonly length: PeriodLength },
): YearFraction {
  const days = to - from;
  switch (dayCount) {
    case 'actual/360':
      return { numerator: days, denominator: 360 };
    case 'actual/365':
      return { numerator: days, denominator: 365 };
    case 'actual/actual':
      return actualActual(from, to);
    case 'actual/actual-feb29':
      return { numerator: days, denominator: holdsLeapDay(regular.from, regular.to) ? 366 : 365 };
    case '30/360': {
      if (regular.length.unit === 'day' || regular.length.unit === 'week') {
        return { numerator: days, denominator: 360 };
      }
      const whole = wholePeriod(regular.length);
      const regularDays = regular.to - regular.from;
      return { numerator: whole.numerator * days, denominator: whole.denominator * regularDays };
    }
  }
}
