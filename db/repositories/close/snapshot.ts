import { type SQL, sql } from 'drizzle-orm';
import type { CloseScope } from '../../../domain/close/scope';
import type { Db, Queryable } from '../../client';
import { dayBefore, onClock } from './part';

/** The portfolio of the date, summed over everything it is cut by; loans that ended count in none. */
export async function takeSnapshot(db: Db, { on, clockId }: CloseScope): Promise<number> {
  const { rowCount } = await db.execute(sql`
    insert into portfolio_snapshots (closed_on, clock_id, product_code, branch, currency, bucket, five_class, stage,
      loans, principal_minor, exposure_minor, overdue_minor, loss_minor)
    select ${on}::date, ${clockId}, b.product_code, b.branch, b.currency, cut.bucket, cut.five_class, cut.stage,
      sum(cut.loans), sum(cut.principal), sum(cut.exposure), sum(cut.overdue), sum(cut.loss)
    from (
      select book_id, bucket, five_class, stage, count(*) as loans, sum(principal_minor) as principal,
        sum(exposure_minor) as exposure, sum(overdue_minor) as overdue, sum(loss_minor) as loss
      from loan_days
      where closed_on = ${on}::date and ${onClock(sql`clock_id`, clockId)} and status in ('active', 'overdue')
      group by book_id, bucket, five_class, stage
    ) cut join accrual_books b on b.id = cut.book_id
    group by b.product_code, b.branch, b.currency, cut.bucket, cut.five_class, cut.stage
    on conflict do nothing`);
  return rowCount ?? 0;
}

/** Entries that the former date's balances do not hold: those of the date, or all until it at the first close. */
export async function entriesSinceFormer(db: Queryable, { on, clockId }: CloseScope): Promise<SQL> {
  const { rows } = await db.execute<{ known: boolean }>(sql`
    select exists (select 1 from gl_days
      where closed_on = ${dayBefore(on)} and clock_id is not distinct from ${clockId}) as known`);
  const clock = onClock(sql`e.clock_id`, clockId);
  return rows[0]?.known === true
    ? sql`${clock} and e.booked_on = ${on}::date`
    : sql`${clock} and e.booked_on <= ${on}::date`;
}

/** 总账日结: the former date's balances and the date's turnover of each account; the first close sums all that was before. */
export async function carryBalances(db: Db, scope: CloseScope): Promise<number> {
  const { on, clockId } = scope;
  const { rowCount } = await db.execute(sql`
    insert into gl_days (closed_on, clock_id, product_code, branch, currency, account_code, turnover_minor, balance_minor)
    with former as (
      select product_code, branch, currency, account_code, balance_minor from gl_days
      where closed_on = ${dayBefore(on)} and clock_id is not distinct from ${clockId}
    ), moved as (
      select coalesce(e.product_code, '') as product_code, coalesce(e.branch, '') as branch, e.currency, p.account_code,
        sum(p.amount_minor) filter (where e.booked_on = ${on}::date) as turnover, sum(p.amount_minor) as amount
      from journal_entries e join postings p on p.entry_id = e.id
      where ${await entriesSinceFormer(db, scope)}
      group by 1, 2, 3, 4
    )
    select ${on}::date, ${clockId}, product_code, branch, currency, account_code, coalesce(moved.turnover, 0),
      coalesce(former.balance_minor, 0) + coalesce(moved.amount, 0)
    from former full join moved using (product_code, branch, currency, account_code)
    on conflict do nothing`);
  return rowCount ?? 0;
}
