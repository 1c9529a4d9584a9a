import { invariant } from '../invariant';
import { type Decimal, toScale } from '../money/decimal';

/** Rates inside the fold are whole numbers of 10⁻¹², which holds every rate a contract can state. */
export const rateUnit = 10n ** 12n;

export function rateUnits(rate: Decimal): bigint {
  return toScale(rate, 12, 'half-up').units;
}

/** 罚息率: the contract rate raised by the uplift, or the uplift alone where contract interest goes on beside it. */
export function penaltyUnits(rate: Decimal, uplift: Decimal, withContract: boolean): bigint {
  const contract = rateUnits(rate);
  const raised = (contract * rateUnits(uplift)) / rateUnit;
  invariant(raised >= 0n, 'a penalty cannot be negative');
  return withContract ? contract + raised : raised;
}
