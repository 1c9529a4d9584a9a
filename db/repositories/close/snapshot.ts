import { sql } from 'drizzle-orm';
import type { CloseScope } from '../../../domain/close/scope';
import type { Db } from '../../client';
import { dayBefore } from './part';

/** The portfolio of the date, summed over everything it is cut by; loans that ended count in none. */
export async function takeSnapshot(db: Db, { on, clockId }: CloseScope): Promise<number> {
  const { rowCount } = await db.execute(sql`
    insert into portfolio_snapshots (closed_on, clock_id, product_code, branch, currency, bucket, five_class, stage,
      loans, principal_minor, exposure_minor, overdue_minor, loss_minor)
    select ${on}::date, ${clockId}, product_code, branch, currency, bucket, five_class, stage, count(*),
      sum(principal_minor), sum(exposure_minor), sum(overdue_minor), sum(loss_minor)
    from loan_days
    where closed_on = ${on}::date and clock_id is not distinct from ${clockId} and status in ('active', 'overdue')
    group by product_code, branch, currency, bucket, five_class, stage
    on conflict do nothing`);
  return rowCount ?? 0;
}

/** 总账日结: the former date's balances and the date's turnover of each account; the first close sums all that was before. */
export async function carryBalances(db: Db, { on, clockId }: CloseScope): Promise<number> {
  const { rowCount } = await db.execute(sql`
    insert into gl_days (closed_on, clock_id, product_code, branch, currency, account_code, turnover_minor, balance_minor)
    with former as (
      select product_code, branch, currency, account_code, balance_minor from gl_days
      where closed_on = ${dayBefore(on)} and clock_id is not distinct from ${clockId}
    ), moved as (
      select coalesce(e.product_code, '') as product_code, coalesce(e.branch, '') as branch, e.currency, p.account_code,
        sum(p.amount_minor) filter (where e.booked_on = ${on}::date) as turnover, sum(p.amount_minor) as amount
      from journal_entries e join postings p on p.entry_id = e.id
      where e.clock_id is not distinct from ${clockId} and e.booked_on <= ${on}::date
        and (e.booked_on = ${on}::date or not exists (select 1 from former))
      group by 1, 2, 3, 4
    )
    select ${on}::date, ${clockId}, product_code, branch, currency, account_code, coalesce(moved.turnover, 0),
      coalesce(former.balance_minor, 0) + coalesce(moved.amount, 0)
    from former full join moved using (product_code, branch, currency, account_code)
    on conflict do nothing`);
  return rowCount ?? 0;
}
