import type { Day } from '../calendar/civil-day';

/** One line of a repayment plan; the balance is what remains after it is paid. */
export interface ScheduleRow {
  readonly no: number;
  readonly from: Day;
  readonly dueOn: Day;
  /** Payment until this day is on time; later than `dueOn` only under the holiday rule `grace`. */
  readonly onTimeUntil: Day;
  readonly days: number;
  readonly principalMinor: bigint;
  readonly interestMinor: bigint;
  readonly feeMinor: bigint;
  readonly totalMinor: bigint;
  readonly balanceMinor: bigint;
}

/** Money out: what is lent, and what of it is kept back or paid at once for fees. */
export interface PlannedDisbursement {
  readonly on: Day;
  readonly amountMinor: bigint;
  readonly withheldMinor: bigint;
  readonly paidMinor: bigint;
}

export interface Schedule {
  readonly rows: readonly ScheduleRow[];
  readonly disbursements: readonly PlannedDisbursement[];
  /** The regular instalment where the method has one. */
  readonly instalmentMinor: bigint | null;
  /** Due dates beyond the published holiday calendar: they stand unmoved and must be looked at again. */
  readonly unpublishedDueDates: readonly Day[];
}

export interface ScheduleTotals {
  readonly principalMinor: bigint;
  readonly interestMinor: bigint;
  readonly feeMinor: bigint;
  readonly totalMinor: bigint;
}

/** Sums of the rows; fees taken at disbursement are not among them. */
export function totalsOf(rows: readonly ScheduleRow[]): ScheduleTotals {
  let principalMinor = 0n;
  let interestMinor = 0n;
  let feeMinor = 0n;
  for (const row of rows) {
    principalMinor += row.principalMinor;
    interestMinor += row.interestMinor;
    feeMinor += row.feeMinor;
  }
  return { principalMinor, interestMinor, feeMinor, totalMinor: principalMinor + interestMinor + feeMinor };
}
