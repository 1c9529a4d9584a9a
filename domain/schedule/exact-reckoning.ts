import { divRound } from '../money/rounding';
import { annuityInstalment } from './annuity';
import { exactInterest } from './interest';
import type { Reckoning } from './reckoning';
import type { ScheduleTerms } from './terms';
import { wholePeriod } from './year-fraction';

/** Exact fractions rounded once; the instalment comes from one rate per period (年利率/12). */
export function exactReckoning(terms: ScheduleTerms, quantum: bigint): Reckoning {
  const { mode } = terms.rounding;
  const whole = wholePeriod(terms.period);
  const round = ({ numerator, denominator }: { numerator: bigint; denominator: bigint }) =>
    numerator === 0n ? 0n : divRound(numerator, denominator * quantum, mode) * quantum;
  return {
    interest: (segments, period) => round(exactInterest(segments, period, terms)),
    interestOver: (rows) =>
      round(
        rows.reduce((sum, { segments, period }) => exactInterest(segments, period, terms, sum), {
          numerator: 0n,
          denominator: 1n,
        }),
      ),
    instalment: ({ balanceMinor, balloonMinor, annualRate, rows }) =>
      annuityInstalment(
        {
          principalMinor: balanceMinor,
          balloonMinor,
          rate: {
            numerator: annualRate.units * BigInt(whole.numerator),
            denominator: 10n ** BigInt(annualRate.scale) * BigInt(whole.denominator),
          },
          periods: rows.length,
        },
        quantum,
        mode,
      ),
  };
}
