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

/** Whether overdue principal is to go on bearing contract interest; without daily recalculation the plan's interest never moves. */
function goesOnBearing({ overdue, recalculation }: AccountTerms): boolean {
  return recalculation === 'daily' && overdue.principalBears === 'contract-and-uplift';
}

/**
 * Whether overdue principal bears its contract interest within the running period's, with only the uplift counted as penalty.
 * That takes a period: once the last one is over, or the rest was called due, the penalty is the contract rate with the uplift.
 */
export function bearsWithPeriod(state: AccountState): boolean {
  return state.balanceMinor > 0n && goesOnBearing(state.terms);
}

interface LateRates {
  readonly rate: Decimal;
  readonly uplift: bigint;
  readonly whole: bigint;
  readonly compound: bigint;
  readonly divisor: bigint;
}

/** The rates of the last contract rate asked for, by terms: a fold asks at every event and the rate changes seldom. */
const lastRates = new WeakMap<AccountTerms, LateRates>();

/** The rates that follow from the contract rate, in whole 10⁻¹² per year, and what divides the exact sums of amount × rate × days. */
function ratesOf(state: AccountState): LateRates {
  const known = lastRates.get(state.terms);
  if (known !== undefined && known.rate === state.rate) return known;
  const { rate, terms } = state;
  const { overdue } = terms;
  const whole = penaltyUnits(rate, overdue.penaltyUplift, true);
  const rates: LateRates = {
    rate,
    uplift: penaltyUnits(rate, overdue.penaltyUplift, false),
    whole,
    compound: overdue.compound === 'penalty' ? whole : overdue.compound === 'contract' ? rateUnits(rate) : 0n,
    divisor: rateUnit * BigInt(overdue.dayBasis),
  };
  lastRates.set(terms, rates);
  return rates;
}

/** 罚息率 on overdue principal now: the uplift alone while contract interest goes on beside it, else both. */
function penaltyNow(state: AccountState, { uplift, whole }: LateRates): bigint {
  return bearsWithPeriod(state) ? uplift : whole;
}

/** The rates that late amounts bear now: principal that is overdue, and interest that is. In whole 10⁻¹² per year. */
export function lateRates(state: AccountState): { readonly penalty: bigint; readonly compound: bigint } {
  const rates = ratesOf(state);
  return { penalty: penaltyNow(state, rates), compound: rates.compound };
}

/** Counts penalty and compound interest of a row up to a day. Inside the grace they are held back, not charged. */
export function touch(state: AccountState, row: BilledRow, on: Day): void {
  if (on > row.touchedOn) {
    const { principal, interest } = row.open;
    if (principal > 0n || interest > 0n) {
      const days = BigInt(activeDays(state.penaltyPauses, row.touchedOn, on));
      const rates = ratesOf(state);
      row.penaltySum += principal * penaltyNow(state, rates) * days;
      row.compoundSum += interest * rates.compound * days;
    }
    row.touchedOn = on;
  }
  if (on <= row.graceEnd) return;
  const { mode } = state.terms.schedule.rounding;
  const { divisor } = ratesOf(state);
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

/** The last period ends on a day, or one begins after none: what overdue principal bore until then is counted at the rate of that time. */
export function touchAtTurn(state: AccountState, on: Day): void {
  if (goesOnBearing(state.terms)) touchAll(state, on);
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
