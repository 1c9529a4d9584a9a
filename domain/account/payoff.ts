import type { Day } from '../calendar/civil-day';
import { least } from '../money/least';
import { suspenseOf } from './allocation';
import { type Amounts, addTo, noAmounts, sumOf } from './item';
import { prepaymentFee } from './prepayment-fee';
import { accruedInterest } from './running';
import type { AccountState } from './state';

/** What ends a loan on a day: arrears, principal not yet due, interest until that day (民法典 677), fee, less what waits in suspense. */
export interface PayoffQuote {
  readonly on: Day;
  readonly arrears: Readonly<Amounts>;
  readonly principalMinor: bigint;
  readonly interestMinor: bigint;
  readonly feeMinor: bigint;
  readonly suspenseMinor: bigint;
  readonly totalMinor: bigint;
}

/** What is due and unpaid; rows must have been counted up to the day. */
export function arrearsOf(state: AccountState): Amounts {
  const due = noAmounts();
  for (let index = state.firstOpen; index < state.rows.length; index++) {
    const row = state.rows[index];
    if (row === undefined) continue;
    addTo(due, row.open);
  }
  return due;
}

export function payoffOf(state: AccountState, on: Day): PayoffQuote {
  const arrears = arrearsOf(state);
  const principalMinor = state.balanceMinor;
  const interestMinor = principalMinor === 0n ? 0n : accruedInterest(state, on);
  const feeMinor = prepaymentFee(state, principalMinor, on);
  const owed = sumOf(arrears) + principalMinor + interestMinor + feeMinor;
  const suspenseMinor = least(suspenseOf(state), owed);
  return {
    on,
    arrears,
    principalMinor,
    interestMinor,
    feeMinor,
    suspenseMinor,
    totalMinor: owed - suspenseMinor,
  };
}
