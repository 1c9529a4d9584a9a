import type { Day } from '../calendar/civil-day';
import { solveRate } from './solve-rate';

/** Money seen from the borrower: received is positive, paid is negative. */
export interface CashFlow {
  readonly on: Day;
  readonly amountMinor: bigint;
}

interface Timed {
  readonly time: number;
  readonly amount: number;
}

function solveTimed(flows: readonly Timed[], guess: number): number | null {
  if (!flows.some((flow) => flow.amount > 0) || !flows.some((flow) => flow.amount < 0)) return null;
  return solveRate(
    {
      value: (rate) => flows.reduce((sum, { time, amount }) => sum + amount * (1 + rate) ** -time, 0),
      slope: (rate) =>
        flows.reduce((sum, { time, amount }) => sum - time * amount * (1 + rate) ** (-time - 1), 0),
    },
    guess,
  );
}

/** Rate per period of flows at whole periods 0, 1, 2 …: Σ CF_k ÷ (1+i)^k = 0. Null without payments in both directions. */
export function irr(flowsMinor: readonly bigint[]): number | null {
  return solveTimed(
    flowsMinor.map((amount, time) => ({ time, amount: Number(amount) })),
    0.01,
  );
}

/** Effective annual rate of flows on real dates, on actual/365. */
export function xirr(flows: readonly CashFlow[]): number | null {
  const start = Math.min(...flows.map((flow) => flow.on));
  return solveTimed(
    flows.map(({ on, amountMinor }) => ({ time: (on - start) / 365, amount: Number(amountMinor) })),
    0.1,
  );
}

/** 单利口径: the period rate times the periods of a year. */
export function simpleAnnual(periodRate: number, periodsPerYear: number): number {
  return periodRate * periodsPerYear;
}

/** 复利口径: the period rate compounded over a year. */
export function compoundAnnual(periodRate: number, periodsPerYear: number): number {
  return (1 + periodRate) ** periodsPerYear - 1;
}

/** A rate as percent text with six decimals. */
export function percentText(rate: number): string {
  return (rate * 100).toFixed(6);
}
