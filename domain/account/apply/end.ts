import type { Day } from '../../calendar/civil-day';
import { skipCleared } from '../allocation';
import type { EventOf } from '../events';
import { type Item, items } from '../item';
import { hasOpenRows, openOf, touchAll } from '../late';
import { dropDues } from '../line';
import { relieve } from '../relief';
import type { AccountState, Relief } from '../state';
import { billRest } from './prepay';

/** Everything owed is relieved; returns nothing, the totals tell how much. */
function relieveAll(state: AccountState, relief: Relief, which: readonly Item[] = items): void {
  for (let index = state.firstOpen; index < state.rows.length; index++) {
    const row = state.rows[index];
    if (row === undefined) continue;
    for (const item of which) {
      const open = openOf(row, item);
      relieve(state, row, item, open, relief);
      if (relief === 'writtenOff') state.claims[item] += open;
    }
  }
  skipCleared(state);
}

/** 终止额度: no row is to come. Where money is owed after all, because a payment bounced later, the limit ends with the loan as before. */
export function endLimit(state: AccountState): void {
  if (state.balanceMinor === 0n && !hasOpenRows(state)) dropDues(state);
}

/** 提前到期: the whole rest is due on the day, and bears penalty interest from then on. */
export function accelerate(state: AccountState, on: Day): void {
  if (state.balanceMinor > 0n) billRest(state, on, 'acceleration', 0n);
}

/** 核销: all that is owed leaves the books and stays claimed (账销案存); nothing more accrues. */
export function writeOff(state: AccountState, on: Day): void {
  if (state.writtenOffOn !== null) return;
  accelerate(state, on);
  touchAll(state, on);
  relieveAll(state, 'writtenOff');
  state.writtenOffOn = on;
}

/** 债权转让: all that is owed goes to the buyer against the price. */
export function transfer(state: AccountState, event: EventOf<'transferred'>): void {
  const { effectiveOn: on, body } = event;
  accelerate(state, on);
  touchAll(state, on);
  relieveAll(state, 'transferred');
  for (const item of items) state.claims[item] = 0n;
  state.transferPriceMinor += body.priceMinor;
  state.transferredOn = on;
}
