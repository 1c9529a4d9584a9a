import type { Day } from '../calendar/civil-day';
import { divRound, type RoundingMode } from '../money/rounding';
import type { FeeTerm } from './terms';

/** Amount of one fee on its base. */
export function feeAmount(
  fee: FeeTerm,
  base: { principalMinor: bigint; balanceMinor: bigint },
  mode: RoundingMode,
): bigint {
  if (fee.amount.kind === 'fixed') return fee.amount.amountMinor;
  const on = fee.amount.base === 'principal' ? base.principalMinor : base.balanceMinor;
  return divRound(on * fee.amount.rate.units, 10n ** BigInt(fee.amount.rate.scale), mode);
}

/** Fees that fall into a row: the periodic ones, and those whose own date lies in it (its start not counted, but for the first row). */
export function rowFees(
  fees: readonly FeeTerm[],
  row: { readonly from: Day; readonly dueOn: Day; readonly first: boolean },
  base: { principalMinor: bigint; balanceMinor: bigint },
  mode: RoundingMode,
): bigint {
  let sum = 0n;
  for (const fee of fees) {
    const { when } = fee;
    if (when.kind === 'upfront') continue;
    const starts = row.first ? row.from - 1 : row.from;
    if (when.kind === 'each-row' || (when.on > starts && when.on <= row.dueOn))
      sum += feeAmount(fee, base, mode);
  }
  return sum;
}

/** Fees taken on the day of disbursement, by who feels them: kept back from the payout, or paid on top. */
export function upfrontFees(fees: readonly FeeTerm[], principalMinor: bigint, mode: RoundingMode) {
  let withheldMinor = 0n;
  let paidMinor = 0n;
  for (const fee of fees) {
    if (fee.when.kind !== 'upfront') continue;
    const amount = feeAmount(fee, { principalMinor, balanceMinor: principalMinor }, mode);
    if (fee.taken === 'withheld') withheldMinor += amount;
    else paidMinor += amount;
  }
  return { withheldMinor, paidMinor };
}
