import { certainRound, roundsAtHalf } from '../money/certain-round';
import type { Decimal } from '../money/decimal';
import { divRound } from '../money/rounding';
import { annuityInstalment } from './annuity';
import type { Period } from './due-dates';
import { exactInterest, type Segment } from './interest';
import type { Reckoning } from './reckoning';
import type { ScheduleTerms } from './terms';
import { regularPeriod, wholePeriod } from './year-fraction';

/** Relative error of a product of three rounded numbers, with room to spare. */
const relativeError = 2 ** -48;

/** Interest in plain numbers where they can prove the rounding, else null. */
export type QuickInterest = (segments: readonly Segment[], period: Period) => bigint | null;

/** Interest of one whole regular period, where plain numbers can prove the rounding. */
function wholePeriodInterest(terms: ScheduleTerms, quantum: bigint): QuickInterest {
  const { numerator, denominator } = wholePeriod(terms.period);
  const wholePeriods = terms.interest === 'per-period' && terms.period.unit !== 'day';
  const applies = wholePeriods && quantum === 1n && roundsAtHalf(terms.rounding.mode);
  let cachedRate: Decimal | null = null;
  let factor = 0;
  return (segments, period) => {
    const segment = segments.length === 1 ? segments[0] : undefined;
    if (!applies || segment === undefined) return null;
    if (segment.from !== period.from || segment.to !== period.dueOn) return null;
    if (period.length !== terms.period) return null;
    if (period.regularFrom !== period.contractualFrom) return null;
    if (segment.annualRate !== cachedRate) {
      cachedRate = segment.annualRate;
      factor = (Number(cachedRate.units) / 10 ** cachedRate.scale) * (numerator / denominator);
    }
    const interest = Number(segment.balanceMinor) * factor;
    const rounded = certainRound(interest, interest * relativeError + Number.EPSILON);
    return rounded === null ? null : BigInt(rounded);
  };
}

/** Exact fractions rounded once; the instalment comes from one rate per period (年利率/12). */
export function exactReckoning(
  terms: ScheduleTerms,
  quantum: bigint,
  quick: QuickInterest = wholePeriodInterest(terms, quantum),
): Reckoning {
  const { mode } = terms.rounding;
  const whole = regularPeriod(terms.period, terms.dayCount);
  const round = ({ numerator, denominator }: { numerator: bigint; denominator: bigint }) =>
    numerator === 0n ? 0n : divRound(numerator, denominator * quantum, mode) * quantum;
  return {
    interest: (segments, period) => quick(segments, period) ?? round(exactInterest(segments, period, terms)),
    interestOver: (rows) =>
      round(
        rows.reduce((sum, { segments, period }) => exactInterest(segments, period, terms, sum), {
          numerator: 0n,
          denominator: 1n,
        }),
      ),
    instalment: ({ balanceMinor, balloonMinor, annualRate, count, firstAfter }) =>
      annuityInstalment(
        {
          principalMinor: balanceMinor,
          balloonMinor,
          rate: {
            numerator: annualRate.units * BigInt(whole.numerator),
            denominator: 10n ** BigInt(annualRate.scale) * BigInt(whole.denominator),
          },
          periods: count,
          firstAfter,
        },
        quantum,
        mode,
      ),
  };
}
