/** Which reading of the annual cost a cap speaks of; the same loan may pass one and fail the other. */
export type CapBasis = 'simple' | 'compound';

/** A ceiling on the annualised total cost (综合融资成本), as a dated policy row gives it. */
export interface CostCap {
  readonly annualRate: number;
  readonly basis: CapBasis;
}

/** Rates are compared at the six decimals of a percent that are shown, so that what is shown decides. */
export function passesCap(
  cost: { readonly simple: number; readonly compound: number },
  cap: CostCap,
): boolean {
  const shown = (rate: number) => Math.round(rate * 1e8);
  return shown(cap.basis === 'simple' ? cost.simple : cost.compound) <= shown(cap.annualRate);
}
