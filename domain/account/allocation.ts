import type { Day } from '../calendar/civil-day';
import { least } from '../money/least';
import { type Amounts, type Item, noAmounts } from './item';
import { bearsWithPeriod, daysOverdue, forgiveGrace, isCleared, touch } from './late';
import { cutAccrual } from './running';
import type { AccountState, BilledRow } from './state';
import type { AllocationRule } from './terms';

/** The rule in force: of those whose days overdue are reached, the one that asks for most. */
function ruleOf(state: AccountState, on: Day): AllocationRule {
  const overdue = daysOverdue(state, on);
  let best: AllocationRule | undefined;
  for (const rule of state.terms.allocation) {
    if (
      rule.fromDaysOverdue <= overdue &&
      (best === undefined || rule.fromDaysOverdue > best.fromDaysOverdue)
    )
      best = rule;
  }
  return (
    best ?? {
      fromDaysOverdue: 0,
      order: ['fee', 'penalty', 'compound', 'interest', 'principal'],
      scan: 'instalment-first',
    }
  );
}

/** Pays of an item what is owed and the money reaches for; returns what is left of the money. */
function pay(state: AccountState, row: BilledRow, item: Item, left: bigint, taken: Amounts): bigint {
  const part = least(row.open[item], left);
  row.paid[item] += part;
  row.open[item] -= part;
  state.paid[item] += part;
  taken[item] += part;
  return left - part;
}

function openRows(state: AccountState): BilledRow[] {
  return state.rows.slice(state.firstOpen);
}

/** Clears what is due with an amount, in the product's order; returns what is left of it. */
function clear(state: AccountState, amountMinor: bigint, on: Day, taken: Amounts): bigint {
  const { order, scan } = ruleOf(state, on);
  let left = amountMinor;
  if (scan === 'instalment-first') {
    for (let index = state.firstOpen; index < state.rows.length && left > 0n; index++) {
      const row = state.rows[index];
      if (row === undefined) continue;
      touch(state, row, on);
      for (const item of order)
        if (left > 0n && row.open[item] > 0n) left = pay(state, row, item, left, taken);
      forgiveGrace(row, on);
    }
  } else {
    const rows = openRows(state);
    for (const row of rows) touch(state, row, on);
    for (const item of order)
      for (const row of rows) if (left > 0n && row.open[item] > 0n) left = pay(state, row, item, left, taken);
    for (const row of rows) forgiveGrace(row, on);
  }
  skipCleared(state);
  return left;
}

/** Moves past rows on which nothing is owed any more. */
export function skipCleared(state: AccountState): void {
  for (let row = state.rows[state.firstOpen]; row !== undefined && isCleared(row); ) {
    state.firstOpen += 1;
    row = state.rows[state.firstOpen];
  }
}

/** Spends waiting money on what is due, oldest money first. */
export function allocateSuspense(state: AccountState, on: Day): void {
  if (state.firstOpen >= state.rows.length) return;
  if (bearsWithPeriod(state)) cutAccrual(state, on);
  while (state.suspense.length > 0) {
    const lot = state.suspense[0];
    if (lot === undefined) return;
    const taken = noAmounts();
    const waited = lot.leftMinor;
    lot.leftMinor = clear(state, waited, on, taken);
    if (lot.leftMinor < waited) state.allocations.push({ ref: lot.ref, on, amounts: taken });
    if (lot.leftMinor > 0n) return;
    state.suspense.shift();
  }
}

/** All that waits. */
export function suspenseOf(state: AccountState): bigint {
  return state.suspense.reduce((sum, lot) => sum + lot.leftMinor, 0n);
}

/** Takes money in; it waits until it is spent. */
export function receive(state: AccountState, ref: string, amountMinor: bigint): void {
  state.receivedMinor += amountMinor;
  state.suspense.push({ ref, leftMinor: amountMinor });
}
