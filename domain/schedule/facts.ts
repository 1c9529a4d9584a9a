import type { Day } from '../calendar/civil-day';

/** What has been paid of a row so far. */
export interface RowPaid {
  readonly principalMinor: bigint;
  readonly interestMinor: bigint;
}

/** Principal of a row that was paid on some day, which need not be its due date. */
export interface PrincipalPaid {
  readonly index: number;
  readonly on: Day;
  readonly amountMinor: bigint;
}

/** What is known of a running loan whose interest follows the real balance. Without facts a plan is as agreed. */
export interface Facts {
  /** By row index. */
  readonly paid: readonly RowPaid[];
  readonly principalPaid: readonly PrincipalPaid[];
  /** Principal that is overdue on this day has borne interest until it; nothing is known of later days. */
  readonly knownUntil: Day | null;
  /** Overdue principal bears interest (`until-known`), bears it to the end of the running period, or bears none. */
  readonly pastDueInterest: 'until-known' | 'until-period-end' | 'none';
  /** Interest after this day is left out, to see what a payment on it owes. */
  readonly accrueUntil?: Day;
}

export const nothingPaid: RowPaid = { principalMinor: 0n, interestMinor: 0n };

/** By row index, the principal that later rows have received already and that no earlier row may repay again. */
export function paidBeyond(facts: Facts | undefined): readonly bigint[] {
  const beyond: bigint[] = [];
  let sum = 0n;
  for (let index = (facts?.paid.length ?? 0) - 1; index >= 0; index--) {
    beyond[index] = sum;
    sum += facts?.paid[index]?.principalMinor ?? 0n;
  }
  return beyond;
}
