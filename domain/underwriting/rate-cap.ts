import type { RateCapBody } from '../../contracts/policy/origination';
import { passesCap } from '../cost/cap';

/** Annualised total cost of an offer as fractions per year: 单利 i × 12 and 复利 (1+i)^12 − 1. */
export interface AnnualCost {
  readonly simple: number;
  readonly compound: number;
}

type CapRow = RateCapBody['rows'][number];

/** The cap in force on the day of signing (新老划断); none when the table is silent. */
export function capOn(body: RateCapBody, on: string): CapRow | undefined {
  return body.rows.find((row) => row.fromOn <= on && (row.toOn === null || on <= row.toOn));
}

/** Whether an offer costs more than the row allows, on the row's own basis: one offer can pass on 单利 and fail on 复利. */
export function exceedsCap(row: CapRow, cost: AnnualCost): boolean {
  return !passesCap(cost, { annualRate: Number(row.capPercent) / 100, basis: row.basis });
}
