import { type SQL, sql } from 'drizzle-orm';
import type { PartScope } from '../../../domain/close/scope';
import type { Db, Queryable } from '../../client';
import { aheadOf } from './ahead';
import { dayBefore, inPart } from './part';
import { type CloseRules, MAX_YEARS } from './rules';

/** Loans whose read model stands on the date: those in servicing, and those that ended since the last close. */
const onTheDate = (scope: PartScope): SQL => sql`
  select l.id, l.customer_id, l.product_code, l.branch, l.currency, l.status,
    l.outstanding_principal_minor as principal,
    l.outstanding_principal_minor + l.interest_due_minor + l.interest_accrued_minor + l.penalty_minor
      + l.compound_minor + l.fees_due_minor as owed,
    l.overdue_minor as overdue, l.next_due_on, l.days_overdue, l.bucket, l.maturity_on
  from loans l
  where l.clock_id is not distinct from ${scope.clockId} and ${inPart(sql`l.id`, scope)}
    and (l.status in ('active', 'overdue') and l.booked_to = ${scope.on}::date
      or l.status in ('settled', 'written_off', 'transferred') and l.booked_to <= ${scope.on}::date
        and (l.closed_on = ${scope.on}::date or exists (select 1 from loan_days d where d.loan_id = l.id
          and d.closed_on = ${dayBefore(scope.on)} and d.status in ('active', 'overdue'))))`;

/** Loans that were booked beyond the date already: as their events tell they stood on it. */
const fromFolds = (rows: string): SQL => sql`
  select * from jsonb_to_recordset(${rows}::jsonb) as f(id text, customer_id text, product_code text, branch text,
    currency text, status text, principal bigint, owed bigint, overdue bigint, next_due_on date, days_overdue integer,
    bucket text, maturity_on date)`;

/**
 * Class, stage and expected loss of each loan of `source`, from the day before and the rules in force
 * (domain/delinquency/five-class.ts has the ladder of classes, docs/close-of-business.md the whole of it).
 */
function standingOf(source: SQL, rules: CloseRules, { on, clockId }: PartScope): SQL {
  const months = (count: SQL) => sql`make_interval(months => ${count})`;
  return sql`
  insert into loan_days (closed_on, loan_id, clock_id, customer_id, product_code, branch, currency, status,
    principal_minor, exposure_minor, overdue_minor, next_due_on, days_overdue, bucket, own_class, five_class,
    cleared_on, on_time_periods, observed_until, stage, loss_minor, due_in_month, late_in_month)
  with rule as materialized (
    select * from jsonb_to_recordset(${JSON.stringify(rules.classes)}::jsonb) as r(product_code text, technical integer,
      substandard integer, doubtful integer, loss integer, cure_periods integer, cure_months integer,
      watch_months integer, stage2 integer, stage3 integer)
  ), losses as materialized (
    select * from jsonb_to_recordset(${JSON.stringify(rules.losses)}::jsonb) as f(product_code text, stage smallint,
      years integer, factor numeric)
  ), restructured as materialized (
    select loan_id, max(booked_on) as last_on from loan_events
    where type = 'restructured' and booked_on <= ${on}::date group by loan_id
  )
  select ${on}::date, s.id, ${clockId}, s.customer_id, s.product_code, s.branch, s.currency, s.status,
    case when x.ended then 0 else s.principal end, x.exposure, s.overdue, s.next_due_on, s.days_overdue, s.bucket,
    own.class, own.class, cure.cleared_on, cure.periods, w.until_on, st.stage,
    div(2 * x.exposure * f.factor + 1000000000000, 2000000000000)::bigint,
    x.same_month and coalesce(p.due_in_month, false) or coalesce(p.next_due_on <= ${on}::date, false),
    x.same_month and coalesce(p.late_in_month, false) or x.late > 0
  from (${source}) s
  join rule r on r.product_code = s.product_code
  left join loan_days p on p.closed_on = ${dayBefore(on)} and p.loan_id = s.id
  left join restructured c on c.loan_id = s.id
  cross join lateral (select
    s.status not in ('active', 'overdue') as ended,
    case when s.status in ('active', 'overdue') then s.owed else 0 end as exposure,
    case when s.bucket = 'M0' then 0 else s.days_overdue end as late,
    coalesce(p.own_class, 0) as former,
    date_trunc('month', ${on}::date) = date_trunc('month', ${dayBefore(on)}) as same_month
  ) x
  cross join lateral (select
    case when c.last_on is null then null
      when p.loan_id is null or c.last_on > p.closed_on then (coalesce(s.next_due_on, ${on}::date) + ${months(sql`r.watch_months`)})::date
      when p.observed_until >= ${on}::date and x.late > 0 then greatest(p.observed_until, (${on}::date + ${months(sql`r.watch_months`)})::date)
      else p.observed_until end as until_on,
    coalesce(c.last_on > p.closed_on and p.observed_until >= ${on}::date, false) as again
  ) w
  cross join lateral (select greatest(
    case when x.ended then 0 when x.late > r.loss then 4 when x.late > r.doubtful then 3 when x.late > r.substandard then 2
      when x.late > r.technical then 1 else 0 end,
    case when x.ended or w.until_on is null or w.until_on < ${on}::date then 0 when w.again or x.former >= 2 then 2 else 1 end
  ) as class) rule_says
  cross join lateral (select
    case when x.late > 0 or x.former < 2 then null else coalesce(p.cleared_on, ${on}::date) end as cleared_on,
    case when x.late > 0 or x.former < 2 or p.cleared_on is null then 0
      else p.on_time_periods + coalesce(p.next_due_on <= ${on}::date, false)::integer end as periods
  ) cure
  cross join lateral (select case
    when x.ended or rule_says.class >= x.former or x.former < 2 then rule_says.class
    when cure.periods >= r.cure_periods and cure.cleared_on + ${months(sql`r.cure_months`)} <= ${on}::date
      and not exists (select 1 from loans other join loan_days o on o.loan_id = other.id and o.closed_on = ${dayBefore(on)}
        where other.customer_id = s.customer_id and other.id <> s.id and o.own_class >= 2 and o.status in ('active', 'overdue'))
      then rule_says.class
    else x.former end as class
  ) own
  cross join lateral (select (case when own.class >= 2 or x.late > r.stage3 then 3
    when own.class = 1 or x.late > r.stage2 then 2 else 1 end)::smallint as stage) st
  join losses f on f.product_code = s.product_code and f.stage = st.stage
    and f.years = case when st.stage = 2
      then least(${MAX_YEARS}, greatest(1, ceil((coalesce(s.maturity_on, ${on}::date) - ${on}::date) / 365.0)))::integer else 1 end
  on conflict do nothing`;
}

/** Notes how each loan of the part stood at the end of the date; what was noted before stays. */
export async function standPart(db: Db, scope: PartScope, rules: CloseRules): Promise<number> {
  const source = onTheDate(scope);
  return db.transaction(async (tx) => {
    await tx.execute(sql`set local jit = off`);
    const { rowCount } = await tx.execute(standingOf(source, rules, scope));
    return (rowCount ?? 0) + (await standAhead(tx, scope, rules));
  });
}

async function standAhead(db: Queryable, scope: PartScope, rules: CloseRules): Promise<number> {
  const rows = await aheadOf(db, scope);
  if (rows.length === 0) return 0;
  const { rowCount } = await db.execute(standingOf(fromFolds(JSON.stringify(rows)), rules, scope));
  return rowCount ?? 0;
}
