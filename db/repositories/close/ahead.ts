import { sql } from 'drizzle-orm';
import { summaryOf } from '../../../domain/account/summary';
import type { PartScope } from '../../../domain/close/scope';
import type { Queryable } from '../../client';
import { loadAccount } from '../account';
import { inPart, onClock } from './part';

/** A loan as it stood on a date that its row has left behind, named as SQL reads it. */
export interface AheadRow {
  readonly id: string;
  readonly book_id: number;
  readonly status: string;
  readonly principal: string;
  readonly owed: string;
  readonly overdue: string;
  readonly next_due_on: string | null;
  readonly days_overdue: number;
  readonly late: boolean;
  readonly maturity_on: string | null;
}

async function rowOf(db: Queryable, loanId: string, bookId: number, on: string): Promise<AheadRow | null> {
  const loaded = await loadAccount(db, loanId, { asOf: on });
  if (loaded === null || loaded.account.status === 'pending') return null;
  const { balances } = loaded.account;
  const summary = summaryOf(loaded.account);
  const owed =
    balances.principalMinor +
    balances.interestDueMinor +
    balances.interestAccruedMinor +
    balances.penaltyMinor +
    balances.compoundMinor +
    balances.feeMinor;
  return {
    id: loanId,
    book_id: bookId,
    status: summary.status,
    principal: summary.outstandingPrincipalMinor,
    owed: owed.toString(),
    overdue: summary.daysOverdue > 0 ? summary.dueMinor : '0',
    next_due_on: summary.nextDueOn,
    days_overdue: summary.daysOverdue,
    late: summary.bucket !== 'M0',
    maturity_on: summary.maturityOn,
  };
}

/** Loans of the part that were booked beyond the date before it was closed: few each day, folded one by one. */
export async function aheadOf(db: Queryable, scope: PartScope): Promise<AheadRow[]> {
  const { on, clockId } = scope;
  const { rows } = await db.execute<{ loan_id: string; book_id: number }>(sql`
    select a.loan_id, a.book_id from loan_accruals a join loans l on l.id = a.loan_id
    where ${onClock(sql`a.clock_id`, clockId)} and a.in_close and ${inPart(sql`a.loan_id`, scope)}
      and a.accrued_to > ${on}::date and l.disbursed_on <= ${on}::date
    order by a.loan_id`);
  const found: AheadRow[] = [];
  for (const { loan_id, book_id } of rows) {
    const row = await rowOf(db, loan_id, book_id, on);
    if (row !== null) found.push(row);
  }
  return found;
}
