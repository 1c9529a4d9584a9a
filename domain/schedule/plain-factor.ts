import { type Day, isLeapYear } from '../calendar/civil-day';
import type { Decimal } from '../money/decimal';
import type { Period } from './due-dates';
import type { InterestRules } from './interest';
import { daysByYear, wholePeriod, yearFraction } from './year-fraction';

/** Bound on the relative error of a plain factor: fewer than sixteen roundings of half an ulp. */
export const plainFactorError = 2 ** -49;

function plainFraction(from: Day, to: Day, period: Period, rules: InterestRules): number {
  const days = to - from;
  const share = days / (period.contractualDueOn - period.regularFrom);
  if (rules.interest === 'per-period') {
    if (period.length.unit === 'day') return (period.length.every / 365) * share;
    const { numerator, denominator } = wholePeriod(period.length);
    return (numerator / denominator) * share;
  }
  if (rules.dayCount === 'actual/actual') {
    const shift = rules.disbursementDayBearsInterest === true ? 1 : 0;
    let fraction = 0;
    for (const part of daysByYear(from - shift, to - shift))
      fraction += part.days / (isLeapYear(part.year) ? 366 : 365);
    return fraction;
  }
  const regular = { from: period.regularFrom, to: period.contractualDueOn, length: period.length };
  const { numerator, denominator } = yearFraction(rules.dayCount, from, to, regular);
  return numerator / denominator;
}

interface Known {
  readonly period: Period;
  readonly from: Day;
  readonly to: Day;
  readonly rate: Decimal;
  readonly factor: number;
}

/** The factor of a stretch in plain numbers, remembered per period, as the quick companion of the 19-digit one. */
export function plainFactors(rules: InterestRules) {
  const known: Known[] = [];
  return (rate: Decimal, from: Day, to: Day, period: Period): number => {
    const hit = known[period.no];
    if (
      hit !== undefined &&
      hit.period === period &&
      hit.from === from &&
      hit.to === to &&
      hit.rate === rate
    ) {
      return hit.factor;
    }
    const factor = (Number(rate.units) / 10 ** rate.scale) * plainFraction(from, to, period, rules);
    known[period.no] = { period, from, to, rate, factor };
    return factor;
  };
}
