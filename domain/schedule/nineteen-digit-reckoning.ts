import { certainRound, roundsAtHalf } from '../money/certain-round';
import { minorDigits } from '../money/currency';
import { one, over, plus, type Significant, times, toUnits, zero } from '../money/significant';
import { conventions } from './conventions';
import type { Period } from './due-dates';
import type { Segment } from './interest';
import { periodFactor } from './period-factor';
import { plainFactorError, plainFactors } from './plain-factor';
import type { InstalmentProblem, ProblemRow, Reckoning } from './reckoning';
import type { ScheduleTerms } from './terms';

/** Answers in plain numbers, or null where they prove nothing. */
export interface PlainReckoning {
  interest(segments: readonly Segment[], period: Period): number | null;
  instalment(balanceMinor: bigint, rows: readonly ProblemRow[]): number | null;
}

/** Interest in plain numbers, where its error cannot reach the half that decides the rounding. */
function plainReckoning(terms: ScheduleTerms, quantum: bigint): PlainReckoning {
  const applies = quantum === 1n && roundsAtHalf(terms.rounding.mode);
  const factorOf = plainFactors(terms);

  const interest = (segments: readonly Segment[], period: Period): number | null => {
    if (!applies) return null;
    let sum = 0;
    for (const segment of segments) {
      if (segment.balanceMinor < 0n) return null;
      const share = (segment.to - segment.from) / (period.dueOn - segment.from);
      sum +=
        Number(segment.balanceMinor) *
        factorOf(segment.annualRate, segment.from, period.dueOn, period) *
        share;
    }
    return certainRound(sum, sum * 2 * plainFactorError * (segments.length + 1) + Number.EPSILON);
  };

  const instalment = (balanceMinor: bigint, rows: readonly ProblemRow[]): number | null => {
    if (!applies) return null;
    let product = 1;
    let divisor = 0;
    for (const { period, segments } of rows) {
      let growth = 1;
      for (const { annualRate, from, to } of segments) growth += factorOf(annualRate, from, to, period);
      product *= growth;
      divisor = 1 + divisor * growth;
    }
    const amount = (Number(balanceMinor) * product) / divisor;
    return certainRound(amount, amount * rows.length * 8 * plainFactorError + Number.EPSILON);
  };
  return { interest, instalment };
}

/** A row that falls due with the payout has none and bears no interest. */
const hasDays = ({ period }: ProblemRow): boolean => period.dueOn > period.from;

/** 19 significant digits at each step, half-even to money; the instalment comes from the factor of each real period. */
export function nineteenDigitReckoning(
  terms: ScheduleTerms,
  quantum: bigint,
  plain: PlainReckoning = plainReckoning(terms, quantum),
): Reckoning {
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

  const unrounded = (segments: readonly Segment[], period: Period): Significant => {
    let sum = zero;
    for (const segment of segments) sum = plus(sum, segmentInterest(segment, period));
    return sum;
  };

  const growth = ({ segments, period }: ProblemRow): Significant => {
    let factor = one;
    for (const segment of segments) {
      if (segment.to > segment.from) {
        factor = plus(factor, periodFactor(segment.annualRate, segment.from, segment.to, period, terms));
      }
    }
    return factor;
  };

  const exactInstalment = (problem: InstalmentProblem, rows: readonly ProblemRow[]): bigint => {
    let product = one;
    let sum = zero;
    for (const row of rows) {
      const factor = growth(row);
      product = times(product, factor);
      sum = plus(one, times(sum, factor));
    }
    const grown = times({ units: problem.balanceMinor, scale }, product);
    const { balloonMinor } = problem;
    const left = balloonMinor === 0n ? grown : plus(grown, { units: -balloonMinor, scale });
    return toMoney(over(left, sum));
  };

  const rowsOf = (problem: InstalmentProblem): readonly ProblemRow[] => {
    const rows = problem.rows();
    const first = rows.find(hasDays);
    const constant = conventions[terms.convention].annuity === 'rate-per-period' && first !== undefined;
    return constant ? rows.map((row) => (hasDays(row) ? first : row)) : rows;
  };

  return {
    interest: (segments, period) => {
      const quick = plain.interest(segments, period);
      return quick === null ? toMoney(unrounded(segments, period)) : BigInt(quick);
    },
    interestOver: (rows) =>
      toMoney(rows.reduce((sum, { segments, period }) => plus(sum, unrounded(segments, period)), zero)),
    instalment: (problem) => {
      const rows = rowsOf(problem);
      const quick = problem.balloonMinor === 0n ? plain.instalment(problem.balanceMinor, rows) : null;
      return quick === null ? exactInstalment(problem, rows) : BigInt(quick);
    },
  };
}
