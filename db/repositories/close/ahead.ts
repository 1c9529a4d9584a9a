import { sql } from 'drizzle-orm';
import { summaryOf } from '../../../domain/account/summary';
import type { PartScope } from '../../../domain/close/scope';
import type { Queryable } from '../../client';
import { loadAccount } from '../account';
import { dayBefore, inPart } from './part';

/** A loan as it stood on a date that its read model has left behind, named as SQL reads it. */
export interface AheadRow {
  readonly id: string;
  readonly customer_id: string;
  readonly product_code: string;
  readonly branch: string;
  readonly currency: string;
  readonly status: string;
  readonly principal: string;
  readonly owed: string;
  readonly overdue: string;
  readonly next_due_on: string | null;
  readonly days_overdue: number;
  readonly bucket: string;
  readonly maturity_on: string | null;
}

async function rowOf(db: Queryable, loanId: string, on: string): Promise<AheadRow | null> {
  const loaded = await loadAccount(db, loanId, { asOf: on });
  if (loaded === null || loaded.account.status === 'pending') return null;
  const { loan, account } = loaded;
  const { balances } = account;
  const summary = summaryOf(account);
  const owed =
    balances.principalMinor +
    balances.interestDueMinor +
    balances.interestAccruedMinor +
    balances.penaltyMinor +
    balances.compoundMinor +
    balances.feeMinor;
  return {
    id: loan.id,
    customer_id: loan.customerId,
    product_code: loan.productCode,
    branch: loan.branch,
    currency: loan.currency,
    status: summary.status,
    principal: summary.outstandingPrincipalMinor,
    owed: owed.toString(),
    overdue: summary.daysOverdue > 0 ? summary.dueMinor : '0',
    next_due_on: summary.nextDueOn,
    days_overdue: summary.daysOverdue,
    bucket: summary.bucket,
    maturity_on: summary.maturityOn,
  };
}

/** Loans of the part that were booked beyond the date before it was closed: few each day, folded one by one. */
export async function aheadOf(db: Queryable, scope: PartScope): Promise<AheadRow[]> {
  const { on, clockId } = scope;
  const { rows } = await db.execute<{ id: string }>(sql`
    select l.id from loans l
    where l.clock_id is not distinct from ${clockId} and ${inPart(sql`l.id`, scope)}
      and l.booked_to > ${on}::date and l.disbursed_on <= ${on}::date
      and (l.status in ('active', 'overdue') or l.closed_on >= ${on}::date
        or exists (select 1 from loan_days d where d.loan_id = l.id and d.closed_on = ${dayBefore(on)}
          and d.status in ('active', 'overdue')))
      and not exists (select 1 from loan_days d where d.loan_id = l.id and d.closed_on = ${on}::date)
    order by l.id`);
  const found: AheadRow[] = [];
  for (const { id } of rows) {
    const row = await rowOf(db, id, on);
    if (row !== null) found.push(row);
  }
  return found;
}
