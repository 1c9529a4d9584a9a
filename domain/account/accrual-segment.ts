import type { Day } from '../calendar/civil-day';
import { least } from '../money/least';
import { divRound, type RoundingMode } from '../money/rounding';
import { yearFraction } from '../schedule/year-fraction';
import { bearsFrom, isFreeOfInterest, putsInterestOff } from './interest-grace';
import { isUnpaid, lateRates, openOf } from './late';
import { lineEndOf } from './line';
import { isPaused } from './pause';
import { planOf, runningPeriod } from './plan';
import { rateUnit, rateUnits } from './rate';
import { interestBase, plannedInterest } from './running';
import type { AccountState } from './state';

/** What grows by the day and how: enough to know an amount on any day of the stretch without folding the account again. */
export interface AccrualSegment {
  readonly kind: 'interest' | 'penalty' | 'compound';
  /** First day counted; the amount on this day is what was earned before. */
  readonly from: Day;
  /** Last day for which the segment answers; what comes after needs a new fold. */
  readonly until: Day;
  readonly balanceMinor: bigint;
  /** Rate per year in whole 10⁻¹². */
  readonly rateUnits: bigint;
  readonly basisDays: number;
  /** Exact sum of balance × rate × days behind what was earned in this stretch before `from`. */
  readonly sumBefore: bigint;
  /** Earned before and rounded already. */
  readonly carriedMinor: bigint;
  /** The most that the stretch adds, when a plan says what it collects. */
  readonly capMinor: bigint | null;
}

/** Amount of a segment on a day: cumulative and rounded once, so that daily postings sum to it. */
export function accruedAt(segment: AccrualSegment, on: Day, mode: RoundingMode): bigint {
  const days = Math.max(0, Math.min(on, segment.until) - segment.from);
  const sum = segment.sumBefore + segment.balanceMinor * segment.rateUnits * BigInt(days);
  const earned = divRound(sum, rateUnit * BigInt(segment.basisDays), mode);
  return segment.carriedMinor + (segment.capMinor === null ? earned : least(earned, segment.capMinor));
}

/** Whether the running period accrues evenly by days with one divisor, so that one segment tells all of it. */
function interestSegment(state: AccountState): AccrualSegment[] {
  const due = state.dues[0];
  const row = planOf(state)[0];
  if (due === undefined || row === undefined) return [];
  const { kind } = state.schedule.method;
  if (
    kind === 'flat' ||
    kind === 'custom' ||
    isFreeOfInterest(state, due) ||
    bearsFrom(state) > state.accrueFrom ||
    state.closedSegments.length > 0 ||
    state.interestPauses.some((pause) => pause.to > state.accrueFrom)
  )
    return [];
  const from = state.accrueFrom;
  const period = runningPeriod(state, due);
  const regular = { from: period.regularFrom, to: period.contractualDueOn, length: period.length };
  const fraction = yearFraction(state.schedule.dayCount, from, from + 1, regular);
  if (fraction.denominator % fraction.numerator !== 0) return [];
  if (state.schedule.dayCount.startsWith('actual/actual')) return [];
  const daily = state.terms.recalculation === 'daily';
  return [
    {
      kind: 'interest',
      from,
      until: row.dueOn - 1,
      balanceMinor: interestBase(state),
      rateUnits: rateUnits(state.rate),
      basisDays: fraction.denominator / fraction.numerator,
      sumBefore: 0n,
      carriedMinor: state.carriedMinor,
      capMinor:
        daily || putsInterestOff(state) ? null : plannedInterest(state, row, true) - state.carriedMinor,
    },
  ];
}

function lateSegments(state: AccountState, on: Day, until: Day): AccrualSegment[] {
  const { dayBasis } = state.terms.overdue;
  const paused = isPaused(state.penaltyPauses, on);
  const rates = paused ? { penalty: 0n, compound: 0n } : lateRates(state);
  const segments: AccrualSegment[] = [];
  for (let index = state.firstOpen; index < state.rows.length; index++) {
    const row = state.rows[index];
    if (row === undefined || !isUnpaid(row) || on <= row.graceEnd) continue;
    const common = { from: row.touchedOn, until, basisDays: dayBasis, carriedMinor: 0n, capMinor: null };
    const principal = openOf(row, 'principal');
    const interest = openOf(row, 'interest');
    if (principal > 0n || row.penaltySum > 0n)
      segments.push({
        ...common,
        kind: 'penalty',
        balanceMinor: principal,
        rateUnits: rates.penalty,
        sumBefore: row.penaltySum,
      });
    if (rates.compound > 0n || row.compoundSum > 0n)
      segments.push({
        ...common,
        kind: 'compound',
        balanceMinor: interest,
        rateUnits: rates.compound,
        sumBefore: row.compoundSum,
      });
  }
  return segments;
}

/** First day after `on` on which something changes by itself: a due date, the first day overdue, the end of a grace, a pause, an unused line, or non-accrual. */
export function stableUntil(state: AccountState, on: Day): Day {
  let until = state.nextDueOn === null ? (lineEndOf(state) ?? on + 36_501) - 1 : state.nextDueOn - 1;
  for (let index = state.firstOpen; index < state.rows.length; index++) {
    const row = state.rows[index];
    if (row === undefined || !isUnpaid(row)) continue;
    if (on <= row.dueOn) until = Math.min(until, row.dueOn);
    if (on <= row.graceEnd) until = Math.min(until, row.graceEnd);
    const nonAccrual = row.dueOn + state.terms.overdue.nonAccrualAfterDays;
    if (state.nonAccrualSince === null && on <= nonAccrual) until = Math.min(until, nonAccrual);
  }
  for (const pause of [...state.interestPauses, ...state.penaltyPauses]) {
    if (pause.from > on) until = Math.min(until, pause.from);
    if (pause.to > on) until = Math.min(until, pause.to);
  }
  return until;
}

/** What accrues from a day on, for as long as nothing happens; close of business evaluates these for a whole portfolio at once. */
export function accrualSegments(state: AccountState, on: Day): AccrualSegment[] {
  const until = stableUntil(state, on);
  return [...interestSegment(state), ...lateSegments(state, on, until)];
}
