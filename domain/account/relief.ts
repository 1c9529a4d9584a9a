import type { Item } from './item';
import type { AccountState, BilledRow, Relief } from './state';

/** Ends what was charged without money. What stands off the balance sheet at that moment is told apart, for the ledger never held it. */
export function relieve(
  state: AccountState,
  row: BilledRow,
  item: Item,
  amountMinor: bigint,
  relief: Relief,
): void {
  if (amountMinor === 0n) return;
  row.relieved[item] += amountMinor;
  row.open[item] -= amountMinor;
  const totals = state.relief[relief];
  totals.all[item] += amountMinor;
  if (state.nonAccrualSince !== null && item !== 'principal' && item !== 'fee')
    totals.off[item] += amountMinor;
}
