import type { Day } from '../calendar/civil-day';
import type { Decimal } from '../money/decimal';
import { divRound, type RoundingMode } from '../money/rounding';
import type { Period } from './due-dates';
import type { OddFirstRule, ScheduleTerms } from './terms';
import { wholePeriod, type YearFraction, yearFraction } from './year-fraction';

/** A stretch of days inside one period on which balance and rate stand still. */
export interface Segment {
  readonly from: Day;
  readonly to: Day;
  readonly balanceMinor: bigint;
  readonly annualRate: Decimal;
}

/** What fixes the interest of a stretch; a part of the terms, so that accrual can use it without a whole plan. */
export type InterestRules = Pick<
  ScheduleTerms,
  'dayCount' | 'interest' | 'oddFirst' | 'disbursementDayBearsInterest'
>;

const powersOfTen = Array.from({ length: 60 }, (_, exponent) => 10n ** BigInt(exponent));

function powerOfTen(exponent: number): bigint {
  return powersOfTen[exponent] ?? 10n ** BigInt(exponent);
}

function regularOf(period: Period) {
  return { from: period.regularFrom, to: period.contractualDueOn, length: period.length };
}

/** Days of the first period before its regular part begins; negative when the period is short. */
function oddDays(period: Period): number {
  return period.regularFrom - period.contractualFrom;
}

function oddFraction(period: Period, rules: InterestRules, rule: OddFirstRule): YearFraction[] {
  const regular = regularOf(period);
  const whole = wholePeriod(period.length);
  if (rule === 'one-period') return [whole];
  return [whole, yearFraction(rules.dayCount, period.contractualFrom, period.regularFrom, regular)];
}

/** Parts of a year that a stretch bears interest for. A whole period counts as such under `per-period`; broken ones go by days. */
export function fractionsOf(
  segment: { from: Day; to: Day },
  period: Period,
  rules: InterestRules,
): YearFraction[] {
  const isWhole = segment.from === period.from && segment.to === period.dueOn;
  if (isWhole && rules.interest === 'per-period' && period.length.unit !== 'day') {
    const odd = oddDays(period);
    if (odd === 0) return [wholePeriod(period.length)];
    const rule = rules.oddFirst ?? 'actual';
    if (odd > 0 && rule !== 'actual') return oddFraction(period, rules, rule);
  }
  if (isWhole && rules.dayCount === '30/360' && oddDays(period) === 0 && period.length.unit !== 'day') {
    if (period.length.unit !== 'week') return [wholePeriod(period.length)];
  }
  return [yearFraction(rules.dayCount, segment.from, segment.to, regularOf(period))];
}

/** A sum of interest before rounding. */
interface ExactSum {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

function addExact(sum: ExactSum, numerator: bigint, denominator: bigint): ExactSum {
  if (sum.numerator === 0n) return { numerator, denominator };
  if (sum.denominator === denominator) return { numerator: sum.numerator + numerator, denominator };
  return {
    numerator: sum.numerator * denominator + numerator * sum.denominator,
    denominator: sum.denominator * denominator,
  };
}

const nothing: ExactSum = { numerator: 0n, denominator: 1n };

/** Interest of the stretches of a period as an exact fraction, added to what other periods gave. */
export function exactInterest(
  segments: readonly Segment[],
  period: Period,
  rules: InterestRules,
  before: ExactSum = nothing,
): ExactSum {
  let sum = before;
  for (const segment of segments) {
    if (segment.balanceMinor === 0n || segment.annualRate.units === 0n) continue;
    for (const fraction of fractionsOf(segment, period, rules)) {
      const top = segment.balanceMinor * segment.annualRate.units * BigInt(fraction.numerator);
      sum = addExact(sum, top, powerOfTen(segment.annualRate.scale) * BigInt(fraction.denominator));
    }
  }
  return sum;
}

/** Interest of one stretch by days alone (逐笔计息), as payoff quotes and accruals need it. */
export function interestByDays(
  segment: Segment,
  dayCount: ScheduleTerms['dayCount'],
  mode: RoundingMode,
): bigint {
  const regular = { from: segment.from, to: segment.to, length: { unit: 'day', every: 1 } as const };
  const fraction = yearFraction(dayCount, segment.from, segment.to, regular);
  return divRound(
    segment.balanceMinor * segment.annualRate.units * BigInt(fraction.numerator),
    powerOfTen(segment.annualRate.scale) * BigInt(fraction.denominator),
    mode,
  );
}
