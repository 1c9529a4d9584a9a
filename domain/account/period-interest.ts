import { divRound } from '../money/rounding';
import type { Period } from '../schedule/due-dates';
import { exactInterest, type Segment } from '../schedule/interest';
import { quantumOf } from '../schedule/rows';
import type { ScheduleTerms } from '../schedule/terms';

/** Interest of stretches inside one period, summed exactly and rounded once. */
export function periodInterest(
  schedule: ScheduleTerms,
  period: Period,
  segments: readonly Segment[],
): bigint {
  const { numerator, denominator } = exactInterest(segments, period, schedule);
  if (numerator === 0n) return 0n;
  const quantum = quantumOf(schedule);
  return divRound(numerator, denominator * quantum, schedule.rounding.mode) * quantum;
}
