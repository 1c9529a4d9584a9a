import type { z } from 'zod';
import type {
  Buckets,
  Loan,
  LoanListed,
  Payment,
  PayoffQuote,
  ScheduleRow,
  Transaction,
} from '../../contracts/http/loans';
import type { Transaction as BookedTransaction } from '../../db/repositories/account';
import type { payments } from '../../db/schema/money-moves';
import type { Account, AccountRow } from '../../domain/account/account-of';
import { type Amounts, sumOf } from '../../domain/account/item';
import type { PayoffQuote as Payoff } from '../../domain/account/payoff';
import { type Day, fromDay } from '../../domain/calendar/civil-day';
import type { NamedLoan } from '../reads/loans';
import { instantOf } from './application';

/** Amounts by bucket, as text. */
export function bucketsOf(amounts: Readonly<Amounts>): z.input<typeof Buckets> {
  return {
    fee: amounts.fee.toString(),
    penalty: amounts.penalty.toString(),
    compound: amounts.compound.toString(),
    interest: amounts.interest.toString(),
    principal: amounts.principal.toString(),
  };
}

const dateOf = (day: Day | null): string | null => (day === null ? null : fromDay(day));

/** What is owed, bucket by bucket. */
export function balancesOf({ balances, rows }: Account): z.input<typeof Loan>['balances'] {
  const overdue = rows.filter(({ standing }) => standing === 'overdue');
  return {
    principalMinor: balances.principalMinor.toString(),
    principalOverdueMinor: balances.principalOverdueMinor.toString(),
    interestDueMinor: balances.interestDueMinor.toString(),
    interestAccruedMinor: balances.interestAccruedMinor.toString(),
    penaltyMinor: balances.penaltyMinor.toString(),
    compoundMinor: balances.compoundMinor.toString(),
    feeMinor: balances.feeMinor.toString(),
    suspenseMinor: balances.suspenseMinor.toString(),
    overdueMinor: overdue.reduce((sum, row) => sum + sumOf(row.open), 0n).toString(),
  };
}

/** A loan with its balances on the day of the fold, by what was booked until another. */
export function presentLoan(
  { loan, customerName }: NamedLoan,
  account: Account,
  knownAt: string,
  { bucket, fiveClass }: { bucket: string; fiveClass: string },
): z.input<typeof Loan> {
  return {
    id: loan.id,
    applicationId: loan.applicationId,
    customerId: loan.customerId,
    customerName,
    productCode: loan.productCode,
    productVersion: loan.productVersion,
    currency: loan.currency,
    status: account.status,
    principalMinor: loan.principalMinor.toString(),
    disbursedMinor: account.totals.disbursedMinor.toString(),
    asOf: fromDay(account.asOf),
    knownAt,
    balances: balancesOf(account),
    paid: bucketsOf(account.totals.paid),
    daysOverdue: account.daysOverdue,
    maxDaysOverdue: Math.max(loan.maxDaysOverdue, account.daysOverdue),
    inGrace: account.inGrace,
    ...{ bucket, fiveClass },
    nextDue:
      account.nextDue === null
        ? null
        : { on: fromDay(account.nextDue.on), amountMinor: account.nextDue.totalMinor.toString() },
    disbursedOn: dateOf(account.firstDisbursedOn),
    maturityOn: dateOf(account.maturityOn),
    closedOn: dateOf(account.settledOn ?? account.transferredOn),
    clockId: loan.clockId,
    version: loan.version,
  };
}

/** A loan in a list, as of its last booking. */
export function presentListedLoan({ loan, customerName }: NamedLoan): z.input<typeof LoanListed> {
  const { id, applicationId, customerId, productCode, currency, status, bucket, clockId } = loan;
  const { daysOverdue, maxDaysOverdue, nextDueOn, disbursedOn, closedOn, bookedTo } = loan;
  return {
    ...{ id, applicationId, customerId, customerName, productCode, currency, status, bucket, clockId },
    ...{ daysOverdue, maxDaysOverdue, nextDueOn, disbursedOn, closedOn, bookedTo },
    principalMinor: loan.principalMinor.toString(),
    outstandingPrincipalMinor: loan.outstandingPrincipalMinor.toString(),
    overdueMinor: loan.overdueMinor.toString(),
    nextDueMinor: loan.nextDueMinor.toString(),
  };
}

/** A row of the plan. */
export function presentRow(row: AccountRow, index: number): z.input<typeof ScheduleRow> {
  return {
    no: index + 1,
    cause: row.cause,
    standing: row.standing,
    from: fromDay(row.from),
    dueOn: fromDay(row.dueOn),
    charged: bucketsOf(row.charged),
    paid: bucketsOf(row.paid),
    relieved: bucketsOf(row.relieved),
    open: bucketsOf(row.open),
    openMinor: sumOf(row.open).toString(),
  };
}

/** A booked event with what its money cleared. */
export function presentTransaction(booked: BookedTransaction): z.input<typeof Transaction> {
  const { type, ...data } = booked.body;
  const { feeMinor, penaltyMinor, compoundMinor, interestMinor, principalMinor } = booked.allocated;
  return {
    id: booked.eventId,
    seq: booked.seq,
    type,
    effectiveOn: booked.effectiveOn,
    bookedOn: booked.bookedOn,
    data,
    reversed: booked.reversed,
    allocated: {
      ...{ fee: feeMinor, penalty: penaltyMinor, compound: compoundMinor },
      ...{ interest: interestMinor, principal: principalMinor },
    },
  };
}

/** What ends the loan on a day. */
export function presentPayoff(loanId: string, currency: string, quote: Payoff): z.input<typeof PayoffQuote> {
  return {
    loanId,
    on: fromDay(quote.on),
    currency,
    arrears: bucketsOf(quote.arrears),
    principalMinor: quote.principalMinor.toString(),
    interestMinor: quote.interestMinor.toString(),
    feeMinor: quote.feeMinor.toString(),
    suspenseMinor: quote.suspenseMinor.toString(),
    totalMinor: quote.totalMinor.toString(),
  };
}

/** A payment as received and what became of it. */
export function presentPayment(row: typeof payments.$inferSelect): z.input<typeof Payment> {
  const { id, loanId, payerRef, source, intent, currency, valueOn, status } = row;
  return {
    ...{ id, loanId, payerRef, source, way: intent, currency, valueOn, status },
    amountMinor: row.amountMinor.toString(),
    receivedAt: row.receivedAt.toISOString(),
    bookedAt: instantOf(row.bookedAt),
  };
}
