import { minorDigits } from '../money/currency';
import { one, over, plus, type Significant, times, toUnits, zero } from '../money/significant';
import { conventions } from './conventions';
import type { Period } from './due-dates';
import type { Segment } from './interest';
import { periodFactor } from './period-factor';
import type { InstalmentProblem, Reckoning } from './reckoning';
import type { ScheduleTerms } from './terms';

/** 19 significant digits at each step, half-even to money; the instalment comes from the factor of each real period. */
export function nineteenDigitReckoning(terms: ScheduleTerms, quantum: bigint): Reckoning {
  const scale = minorDigits[terms.currency];
  const decimals = Math.min(scale, terms.rounding.decimals);
  const toMoney = (value: Significant) => toUnits(value, decimals, terms.rounding.mode) * quantum;

  const segmentInterest = (segment: Segment, period: Period): Significant => {
    const daysToDue = period.dueOn - segment.from;
    if (daysToDue === 0 || segment.balanceMinor <= 0n) return zero;
    const balance = { units: segment.balanceMinor, scale };
    const factor = periodFactor(segment.annualRate, segment.from, period.dueOn, period, terms);
    const perDay = over(times(balance, factor), { units: BigInt(daysToDue), scale: 0 });
    return times(perDay, { units: BigInt(segment.to - segment.from), scale: 0 });
  };

  const growth = (segments: readonly Segment[], period: Period): Significant => {
    let factor = one;
    for (const segment of segments) {
      if (segment.to > segment.from) {
        factor = plus(factor, periodFactor(segment.annualRate, segment.from, segment.to, period, terms));
      }
    }
    return factor;
  };

  const unequal = ({ balanceMinor, balloonMinor, rows }: InstalmentProblem): bigint => {
    let product = one;
    let sum = zero;
    for (const { period, segments } of rows) {
      const factor = growth(segments, period);
      product = times(product, factor);
      sum = plus(one, times(sum, factor));
    }
    const grown = times({ units: balanceMinor, scale }, product);
    const left = balloonMinor === 0n ? grown : plus(grown, { units: -balloonMinor, scale });
    return toMoney(over(left, sum));
  };

  const constant = (problem: InstalmentProblem): bigint => {
    const first = problem.rows[0];
    return first === undefined ? 0n : unequal({ ...problem, rows: problem.rows.map(() => first) });
  };

  const unrounded = (segments: readonly Segment[], period: Period): Significant => {
    let sum = zero;
    for (const segment of segments) sum = plus(sum, segmentInterest(segment, period));
    return sum;
  };

  return {
    interest: (segments, period) => toMoney(unrounded(segments, period)),
    interestOver: (rows) =>
      toMoney(rows.reduce((sum, { segments, period }) => plus(sum, unrounded(segments, period)), zero)),
    instalment: conventions[terms.convention].annuity === 'period-factors' ? unequal : constant,
  };
}
