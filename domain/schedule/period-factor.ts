import type { Day } from '../calendar/civil-day';
import { isLeapYear } from '../calendar/civil-day';
import type { Decimal } from '../money/decimal';
import { over, plus, type Significant, significant, times, zero } from '../money/significant';
import type { Period } from './due-dates';
import type { InterestRules } from './interest';
import { daysByYear, wholePeriod, yearFraction } from './year-fraction';

const whole = (value: number): Significant => ({ units: BigInt(value), scale: 0 });

function rateOf(rate: Decimal): Significant {
  return significant(rate.units, rate.scale);
}

/** Rate × (numerator ÷ denominator) × (days ÷ of), rounded to 19 digits at each step. */
function spread(
  rate: Decimal,
  numerator: number,
  denominator: number,
  days: number,
  of: number,
): Significant {
  const yearly = times(rateOf(rate), over(whole(numerator), whole(denominator)));
  return days === of ? yearly : over(times(yearly, whole(days)), whole(of));
}

function actualActual(rate: Decimal, from: Day, to: Day, cutOnNewYear: boolean): Significant {
  const shift = cutOnNewYear ? 1 : 0;
  let factor = zero;
  for (const { year, days } of daysByYear(from - shift, to - shift)) {
    factor = plus(factor, over(times(rateOf(rate), whole(days)), whole(isLeapYear(year) ? 366 : 365)));
  }
  return factor;
}

/** Interest per unit of balance from one day to another inside a period, at 19 digits. */
export function periodFactor(
  rate: Decimal,
  from: Day,
  to: Day,
  period: Period,
  rules: InterestRules,
): Significant {
  const days = to - from;
  const periodDays = period.contractualDueOn - period.regularFrom;
  if (rules.interest === 'per-period') {
    const { numerator, denominator } = wholePeriodOf(period);
    return spread(rate, numerator, denominator, days, periodDays);
  }
  if (rules.dayCount === '30/360') {
    if (period.length.unit === 'day' || period.length.unit === 'week') {
      return over(times(rateOf(rate), whole(days)), whole(360));
    }
    const { numerator, denominator } = wholePeriod(period.length);
    return spread(rate, numerator, denominator, days, periodDays);
  }
  if (rules.dayCount === 'actual/actual') {
    return actualActual(rate, from, to, rules.disbursementDayBearsInterest === true);
  }
  const regular = { from: period.regularFrom, to: period.contractualDueOn, length: period.length };
  const fraction = yearFraction(rules.dayCount, from, to, regular);
  return over(times(rateOf(rate), whole(fraction.numerator)), whole(fraction.denominator));
}

function wholePeriodOf(period: Period) {
  return period.length.unit === 'day'
    ? { numerator: period.length.every, denominator: 365 }
    : wholePeriod(period.length);
}
