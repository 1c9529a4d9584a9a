import type { Decimal } from '../money/decimal';
import { conventions } from './conventions';
import type { Period } from './due-dates';
import { exactReckoning } from './exact-reckoning';
import type { Segment } from './interest';
import { nineteenDigitReckoning } from './nineteen-digit-reckoning';
import type { ScheduleTerms } from './terms';

/** A row with the stretches of it whose rate is known. */
export interface ProblemRow {
  readonly period: Period;
  readonly segments: readonly Segment[];
}

/** The rows that one instalment has to repay. */
export interface InstalmentProblem {
  readonly balanceMinor: bigint;
  readonly balloonMinor: bigint;
  readonly annualRate: Decimal;
  readonly count: number;
  /** Whole periods before the first of the rows: 0 when it falls due at once. */
  readonly firstAfter: 0 | 1;
  /** Made only when asked for: one rate per period needs no more than the count. */
  rows(): readonly ProblemRow[];
}

/** How one convention computes: everything else of a plan is common to all of them. */
export interface Reckoning {
  interest(segments: readonly Segment[], period: Period): bigint;
  /** Interest of several periods, rounded once. */
  interestOver(rows: readonly ProblemRow[]): bigint;
  instalment(problem: InstalmentProblem): bigint;
}

/** The arithmetic that the terms' convention names; rows on agreed days and revolving balances always go by days. */
export function reckoningOf(terms: ScheduleTerms, quantum: bigint): Reckoning {
  const { arithmetic } = conventions[terms.convention];
  const byDay = terms.method.kind === 'custom' || terms.method.kind === 'revolving';
  const rules: ScheduleTerms = byDay ? { ...terms, interest: 'by-day' } : terms;
  return arithmetic === 'exact' ? exactReckoning(rules, quantum) : nineteenDigitReckoning(rules, quantum);
}
