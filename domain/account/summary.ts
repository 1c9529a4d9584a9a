import { fromDay } from '../calendar/civil-day';
import { bucketOf } from '../delinquency/bucket';
import { classByDays, type FiveClass } from '../delinquency/five-class';
import type { Account } from './account-of';

/** Days above which a class begins, as the 2023 rule says; observation periods and cross-default are close of business's. */
const THRESHOLDS = { technicalDays: 0, substandardOver: 90, doubtfulOver: 270, lossOver: 360 };

/** What of an account is told to callers and kept for lists; amounts as text, since it crosses borders. */
export interface AccountSummary {
  readonly status: Account['status'];
  readonly asOf: string;
  readonly outstandingPrincipalMinor: string;
  readonly interestDueMinor: string;
  readonly interestAccruedMinor: string;
  readonly penaltyMinor: string;
  readonly compoundMinor: string;
  readonly feesDueMinor: string;
  /** Everything due and unpaid. */
  readonly dueMinor: string;
  readonly suspenseMinor: string;
  readonly paidPrincipalMinor: string;
  readonly paidInterestMinor: string;
  readonly paidOtherMinor: string;
  readonly nextDueOn: string | null;
  readonly nextDueMinor: string;
  readonly oldestUnpaidOn: string | null;
  readonly daysOverdue: number;
  readonly inGrace: boolean;
  readonly bucket: string;
  readonly fiveClass: FiveClass;
  readonly nonAccrual: boolean;
  readonly disbursedOn: string | null;
  readonly maturityOn: string | null;
  readonly closedOn: string | null;
}

const date = (day: number | null) => (day === null ? null : fromDay(day));

export function summaryOf(account: Account): AccountSummary {
  const { balances, totals } = account;
  const due =
    account.payoff.arrears.principal +
    balances.interestDueMinor +
    balances.penaltyMinor +
    balances.compoundMinor +
    balances.feeMinor;
  const reported = account.inGrace ? 0 : account.daysOverdue;
  const other = totals.paid.fee + totals.paid.penalty + totals.paid.compound;
  return {
    status: account.status,
    asOf: fromDay(account.asOf),
    outstandingPrincipalMinor: balances.principalMinor.toString(),
    interestDueMinor: balances.interestDueMinor.toString(),
    interestAccruedMinor: balances.interestAccruedMinor.toString(),
    penaltyMinor: balances.penaltyMinor.toString(),
    compoundMinor: balances.compoundMinor.toString(),
    feesDueMinor: balances.feeMinor.toString(),
    dueMinor: due.toString(),
    suspenseMinor: balances.suspenseMinor.toString(),
    paidPrincipalMinor: totals.paid.principal.toString(),
    paidInterestMinor: totals.paid.interest.toString(),
    paidOtherMinor: other.toString(),
    nextDueOn: date(account.nextDue?.on ?? null),
    nextDueMinor: (account.nextDue?.totalMinor ?? 0n).toString(),
    oldestUnpaidOn: date(account.oldestUnpaidOn),
    daysOverdue: account.daysOverdue,
    inGrace: account.inGrace,
    bucket: bucketOf(reported),
    fiveClass: classByDays(reported, THRESHOLDS),
    nonAccrual: account.nonAccrualSince !== null,
    disbursedOn: date(account.firstDisbursedOn),
    maturityOn: date(account.maturityOn),
    closedOn: date(account.settledOn ?? account.transferredOn),
  };
}
