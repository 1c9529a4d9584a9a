import { sql } from 'drizzle-orm';
import { type CloseScope, isMonthEnd, type PartScope } from '../../../domain/close/scope';
import type { Db } from '../../client';
import { inPart, onClock } from './part';

/**
 * 还款状态 of the month that ends on the date, appended to the last 24 (domain/delinquency/repayment-string.ts has the
 * codes). A loan that ended gets its last code once. Nothing on other dates.
 */
export async function appendMonths(db: Db, scope: PartScope): Promise<number> {
  const { on, clockId } = scope;
  if (!isMonthEnd(on)) return 0;
  const { rowCount } = await db.execute(sql`
    with standing as (
      select distinct on (d.loan_id) d.loan_id, d.status, d.due_in_month, d.late_in_month,
        case when d.bucket = 'M0' then 0 else d.days_overdue end as late
      from (
        select * from loan_days
        where closed_on = ${on}::date and ${inPart(sql`loan_id`, scope)} and status in ('active', 'overdue')
        union all
        select * from loan_days
        where closed_on between date_trunc('month', ${on}::date)::date and ${on}::date
          and ${inPart(sql`loan_id`, scope)} and status not in ('active', 'overdue')
      ) d
      where ${onClock(sql`d.clock_id`, clockId)}
      order by d.loan_id, d.closed_on desc
    ), coded as (
      select s.loan_id, case
        when s.status = 'settled' then case when exists (select 1 from loan_events e
          where e.loan_id = s.loan_id and e.type = 'collateral_realised' and e.booked_on <= ${on}::date
            and e.booked_on >= date_trunc('month', ${on}::date)) then 'Z' else 'C' end
        when s.status = 'transferred' then 'G'
        when s.status = 'written_off' then 'B'
        when s.late > 0 then least(ceil(s.late / 30.0), 7)::text
        when not s.due_in_month then '*'
        when s.late_in_month then 'M'
        else 'N' end as code
      from standing s
    )
    insert into repayment_strings (loan_id, month_end, code, months24, clock_id)
    select c.loan_id, ${on}::date, c.code, lpad(right(coalesce(former.months24, '') || c.code, 24), 24, '/'), ${clockId}
    from coded c
    left join lateral (select months24 from repayment_strings r
      where r.loan_id = c.loan_id and r.month_end < ${on}::date order by r.month_end desc limit 1) former on true
    on conflict do nothing`);
  return rowCount ?? 0;
}

/** 迁徙: what was in each bucket at the former month end, and where it is now. Loans paid out since are in no row. */
export async function rollBuckets(db: Db, { on, clockId }: CloseScope): Promise<number> {
  if (!isMonthEnd(on)) return 0;
  return db.transaction(async (tx) => {
    // The date's rows are newer than the planner's figures of the table, which would have it look for each loan in turn.
    await tx.execute(sql`set local enable_nestloop = off`);
    const { rowCount } = await tx.execute(sql`
    insert into bucket_rolls (month_end, clock_id, product_code, currency, from_bucket, to_bucket, loans, before_minor, after_minor)
    select ${on}::date, ${clockId}, book.product_code, book.currency, b.bucket,
      case when a.loan_id is null or a.status not in ('active', 'overdue') then 'ended' else a.bucket end,
      count(*), sum(b.principal_minor), sum(coalesce(a.principal_minor, 0))
    from loan_days b
    join accrual_books book on book.id = b.book_id
    left join loan_days a on a.closed_on = ${on}::date and a.loan_id = b.loan_id
    where b.closed_on = (date_trunc('month', ${on}::date) - interval '1 day')::date
      and ${onClock(sql`b.clock_id`, clockId)} and b.status in ('active', 'overdue')
    group by book.product_code, book.currency, b.bucket, 6
    on conflict do nothing`);
    return rowCount ?? 0;
  });
}
