import type { Day } from '../calendar/civil-day';
import type { Decimal } from '../money/decimal';
import { divRound } from '../money/rounding';
import type { Item } from './item';
import { activeDays } from './pause';
import { penaltyUnits, rateUnit, rateUnits } from './rate';
import type { AccountState, BilledRow } from './state';
import type { AccountTerms } from './terms';

/** What is still owed of one item of a row; penalty and compound interest as far as the row was last counted. */
export function openOf(row: BilledRow, item: Item): bigint {
  return row.open[item];
}

/** Whether the instalment itself is unpaid; penalties and fees alone do not make a loan overdue. */
export function isUnpaid(row: BilledRow): boolean {
  return row.open.principal > 0n || row.open.interest > 0n;
}

export function isCleared(row: BilledRow): boolean {
  return !isUnpaid(row) && row.open.penalty === 0n && row.open.compound === 0n && row.open.fee === 0n;
}

/** Whether overdue principal goes on bearing contract interest; without daily recalculation the plan's interest never moves. */
export function overdueBearsContract(state: AccountState): boolean {
  const { overdue, recalculation } = state.terms;
  return recalculation === 'daily' && overdue.principalBears === 'contract-and-uplift';
}

interface LateRates {
  readonly rate: Decimal;
  readonly penalty: bigint;
  readonly compound: bigint;
  readonly divisor: bigint;
}

/** The rates of the last contract rate asked for, by terms: a fold asks at every event and the rate changes seldom. */
const lastRates = new WeakMap<AccountTerms, LateRates>();

/** The rates that late amounts bear now, in whole 10⁻¹² per year, and what divides the exact sums of amount × rate × days. */
export function lateRates(state: AccountState): LateRates {
  const known = lastRates.get(state.terms);
  if (known !== undefined && known.rate === state.rate) return known;
  const { rate, terms } = state;
  const { overdue } = terms;
  const whole = penaltyUnits(rate, overdue.penaltyUplift, true);
  const rates: LateRates = {
    rate,
    penalty: overdueBearsContract(state) ? penaltyUnits(rate, overdue.penaltyUplift, false) : whole,
    compound: overdue.compound === 'penalty' ? whole : overdue.compound === 'contract' ? rateUnits(rate) : 0n,
    divisor: rateUnit * BigInt(overdue.dayBasis),
  };
  lastRates.set(terms, rates);
  return rates;
}

/** Counts penalty and compound interest of a row up to a day. Inside the grace they are held back, not charged. */
export function touch(state: AccountState, row: BilledRow, on: Day): void {
  if (on > row.touchedOn) {
    const { principal, interest } = row.open;
    if (principal > 0n || interest > 0n) {
      const days = BigInt(activeDays(state.penaltyPauses, row.touchedOn, on));
      const rates = lateRates(state);
      row.penaltySum += principal * rates.penalty * days;
      row.compoundSum += interest * rates.compound * days;
    }
    row.touchedOn = on;
  }
  if (on <= row.graceEnd) return;
  const { mode } = state.terms.schedule.rounding;
  const { divisor } = lateRates(state);
  if (row.penaltySum > 0n) chargeUpTo(row, 'penalty', divRound(row.penaltySum, divisor, mode));
  if (row.compoundSum > 0n) chargeUpTo(row, 'compound', divRound(row.compoundSum, divisor, mode));
}

/** Adds to what a row is charged; a negative amount takes back. */
export function chargeMore(row: BilledRow, item: Item, amountMinor: bigint): void {
  row.charged[item] += amountMinor;
  row.open[item] += amountMinor;
}

function chargeUpTo(row: BilledRow, item: Item, totalMinor: bigint): void {
  if (totalMinor !== row.charged[item]) chargeMore(row, item, totalMinor - row.charged[item]);
}

/** Paid in full inside the grace: as if it had been on time. */
export function forgiveGrace(row: BilledRow, on: Day): void {
  if (on > row.graceEnd || isUnpaid(row)) return;
  row.penaltySum = 0n;
  row.compoundSum = 0n;
}

/** Counts every open row up to a day, before a rate or a pause changes what comes after it. */
export function touchAll(state: AccountState, on: Day): void {
  for (let index = state.firstOpen; index < state.rows.length; index++) {
    const row = state.rows[index];
    if (row !== undefined) touch(state, row, on);
  }
}

/** Due date of the oldest unpaid instalment, the one that days overdue are counted from. */
export function oldestUnpaidOn(state: AccountState): Day | null {
  for (let index = state.firstOpen; index < state.rows.length; index++) {
    const row = state.rows[index];
    if (row !== undefined && isUnpaid(row)) return row.dueOn;
  }
  return null;
}

/** Days overdue on a day: counted from the due date of the oldest unpaid instalment, from the next day on. */
export function daysOverdue(state: AccountState, on: Day): number {
  const oldest = oldestUnpaidOn(state);
  return oldest === null ? 0 : Math.max(0, on - oldest);
}

/** Whether anything is due and owed, be it only a fee. */
export function hasOpenRows(state: AccountState): boolean {
  return state.firstOpen < state.rows.length;
}
