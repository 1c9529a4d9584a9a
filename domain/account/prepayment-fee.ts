import { addMonths } from '../calendar/add-months';
import type { Day } from '../calendar/civil-day';
import { divRound } from '../money/rounding';
import { rateUnit, rateUnits } from './rate';
import type { AccountState } from './state';

/** Share of the prepaid principal that the contract takes on a day (提前还款违约金), in whole 10⁻¹². */
function feeShare(state: AccountState, on: Day): bigint {
  const start = state.firstDisbursedOn;
  if (start === null) return 0n;
  const rule = [...state.terms.prepayment.fees]
    .sort((a, b) => a.beforeMonths - b.beforeMonths)
    .find(({ beforeMonths }) => on < addMonths(start, beforeMonths));
  if (rule === undefined) return 0n;
  if (rule.amount.kind === 'rate') return rateUnits(rule.amount.rate);
  return (rateUnits(state.rate) * BigInt(rule.amount.months)) / 12n;
}

/** Fee on principal repaid early on a day. */
export function prepaymentFee(state: AccountState, principalMinor: bigint, on: Day): bigint {
  return divRound(principalMinor * feeShare(state, on), rateUnit, state.schedule.rounding.mode);
}

/** The most principal that an amount can repay together with the fee on it. */
export function principalWithin(state: AccountState, amountMinor: bigint, on: Day): bigint {
  const share = feeShare(state, on);
  if (share === 0n) return amountMinor;
  let principal = (amountMinor * rateUnit) / (rateUnit + share);
  while (principal > 0n && principal + prepaymentFee(state, principal, on) > amountMinor) principal -= 1n;
  while (principal + 1n + prepaymentFee(state, principal + 1n, on) <= amountMinor) principal += 1n;
  return principal;
}
