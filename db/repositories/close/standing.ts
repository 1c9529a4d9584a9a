import { type SQL, sql } from 'drizzle-orm';
import type { PartScope } from '../../../domain/close/scope';
import type { Db, Tx } from '../../client';
import { aheadOf } from './ahead';
import { dayBefore, inPart, onClock } from './part';
import { ruleRows } from './rule-rows';
import { type CloseRules, MAX_YEARS } from './rules';

/** Loans whose rows stand on the date: those in servicing, and those that ended since the last close. */
const onTheDate = (scope: PartScope): SQL => sql`
  select a.loan_id as id, a.book_id, a.status, a.principal_minor as principal,
    a.fixed_minor + a.interest_now_minor + a.penalty_now_minor + a.compound_now_minor as owed,
    case when a.oldest_unpaid_on is null then 0
      else a.overdue_fixed_minor + a.penalty_now_minor + a.compound_now_minor end as overdue,
    a.next_due_on, coalesce(${scope.on}::date - a.oldest_unpaid_on, 0) as days_overdue, a.late, a.maturity_on
  from loan_accruals a
  where ${onClock(sql`a.clock_id`, scope.clockId)} and a.in_close and ${inPart(sql`a.loan_id`, scope)}
    and (a.accrued_to = ${scope.on}::date or a.accrued_to < ${scope.on}::date and a.status not in ('active', 'overdue'))`;

/** Loans that were booked beyond the date already: as their events tell they stood on it. */
const fromFolds = (rows: string): SQL => sql`
  select * from jsonb_to_recordset(${rows}::jsonb) as f(id text, book_id integer, status text, principal bigint,
    owed bigint, overdue bigint, next_due_on date, days_overdue integer, late boolean, maturity_on date)`;

const bucketOf = (late: SQL) =>
  sql`(array['M0', 'M1', 'M2', 'M3', 'M4', 'M5', 'M6', 'M6+'])[1 + least(7, (${late} + 29) / 30)]`;

const months = (count: SQL) => sql`make_interval(months => ${count})`;

/** No other loan of the same debtor was 不良 the day before; asked only of a loan that is well again otherwise. */
const othersAreWell = (on: string): SQL => sql`not exists (
  select 1 from loans self join loans other on other.customer_id = self.customer_id and other.id <> self.id
  join loan_days o on o.loan_id = other.id and o.closed_on = ${dayBefore(on)}
  where self.id = j.id and o.own_class >= 2 and o.status in ('active', 'overdue'))`;

/**
 * Class, stage and expected loss of each loan of `source`, from the day before and the rules in force
 * (domain/delinquency/five-class.ts has the ladder of classes, docs/close-of-business.md the whole of it). Rows of the date are
 * newer than the planner's figures of the tables, so what is looked up for each loan is spelled out as such.
 */
function standingOf(source: SQL, rules: CloseRules, scope: PartScope): SQL {
  const { on, clockId } = scope;
  return sql`
  insert into loan_days (closed_on, loan_id, clock_id, book_id, status, principal_minor, exposure_minor, overdue_minor,
    next_due_on, days_overdue, bucket, own_class, five_class, cleared_on, on_time_periods, observed_until, stage,
    loss_minor, due_in_month, late_in_month)
  with rule as materialized (${ruleRows(rules)}), source as materialized (${source}
  ), known as materialized (
    select s.id, s.book_id, s.status, s.principal, s.overdue, s.next_due_on, s.days_overdue, s.maturity_on,
      s.status not in ('active', 'overdue') as ended,
      case when s.status in ('active', 'overdue') then s.owed else 0 end as exposure,
      case when s.late then s.days_overdue else 0 end as late,
      c.last_on, p.closed_on as former_on, coalesce(p.own_class, 0) as former, p.observed_until, p.cleared_on, p.on_time_periods,
      coalesce(p.next_due_on <= ${on}::date, false) as fell_due,
      date_trunc('month', ${on}::date) = date_trunc('month', ${dayBefore(on)}) and coalesce(p.due_in_month, false) as due_in_month,
      date_trunc('month', ${on}::date) = date_trunc('month', ${dayBefore(on)}) and coalesce(p.late_in_month, false) as late_in_month
    from source s
    left join lateral (select * from loan_days d
      where d.closed_on = ${dayBefore(on)} and d.loan_id = s.id limit 1) p on true
    left join lateral (select max(e.booked_on) as last_on from loan_events e
      where e.loan_id = s.id and e.type = 'restructured' and e.booked_on <= ${on}::date) c on true
  ), watched as materialized (
    select k.*, r.technical, r.substandard, r.doubtful, r.loss, r.cure_periods, r.cure_months, r.stage2, r.stage3,
      case when k.last_on is null then null
        when k.former_on is null or k.last_on > k.former_on
          then (coalesce(k.next_due_on, ${on}::date) + ${months(sql`r.watch_months`)})::date
        when k.observed_until >= ${on}::date and k.late > 0
          then greatest(k.observed_until, (${on}::date + ${months(sql`r.watch_months`)})::date)
        else k.observed_until end as watched_until,
      coalesce(k.last_on > k.former_on and k.observed_until >= ${on}::date, false) as again
    from known k join rule r on r.book_id = k.book_id
  ), judged as materialized (
    select w.*, greatest(
        case when w.ended then 0 when w.late > w.loss then 4 when w.late > w.doubtful then 3 when w.late > w.substandard then 2
          when w.late > w.technical then 1 else 0 end,
        case when w.ended or w.watched_until is null or w.watched_until < ${on}::date then 0
          when w.again or w.former >= 2 then 2 else 1 end) as by_rule,
      case when w.late > 0 or w.former < 2 then null else coalesce(w.cleared_on, ${on}::date) end as cleared_since,
      case when w.late > 0 or w.former < 2 or w.cleared_on is null then 0
        else w.on_time_periods + w.fell_due::integer end as periods
    from watched w
  ), classed as materialized (
    select j.*, case
      when j.ended or j.by_rule >= j.former or j.former < 2 then j.by_rule
      when j.periods >= j.cure_periods and j.cleared_since + ${months(sql`j.cure_months`)} <= ${on}::date
        and ${othersAreWell(on)} then j.by_rule
      else j.former end as class
    from judged j
  ), staged as materialized (
    select c.*, (case when c.class >= 2 or c.late > c.stage3 then 3 when c.class = 1 or c.late > c.stage2 then 2
      else 1 end)::smallint as stage
    from classed c
  )
  select ${on}::date, s.id, ${clockId}, s.book_id, s.status, case when s.ended then 0 else s.principal end, s.exposure,
    s.overdue, s.next_due_on, s.days_overdue, ${bucketOf(sql`s.late`)}, s.class, s.class, s.cleared_since, s.periods,
    s.watched_until, s.stage, div(2 * s.exposure * case s.stage when 1 then r.factor1 when 3 then r.factor3
      else r.factors2[least(${MAX_YEARS}, greatest(1, ceil((coalesce(s.maturity_on, ${on}::date) - ${on}::date) / 365.0)))::integer]
      end + 1000000000000, 2000000000000)::bigint,
    s.due_in_month or s.fell_due, s.late_in_month or s.late > 0
  from staged s join rule r on r.book_id = s.book_id
  order by s.id
  on conflict do nothing`;
}

/** Loans that ended and were noted leave the portfolio. */
const letGo = (scope: PartScope): SQL => sql`
  update loan_accruals a set in_close = false
  where ${onClock(sql`a.clock_id`, scope.clockId)} and a.in_close and ${inPart(sql`a.loan_id`, scope)}
    and a.accrued_to <= ${scope.on}::date and a.status not in ('active', 'overdue')`;

/** The lists people work from show arrears by the day; a loan that somebody is booking gets its figures from that. */
const showArrears = (scope: PartScope): SQL => sql`
  with late as materialized (
    select l.id, d.days_overdue, d.bucket, d.overdue_minor
    from loan_days d join loan_accruals a on a.loan_id = d.loan_id join loans l on l.id = d.loan_id
    where d.closed_on = ${scope.on}::date and ${inPart(sql`d.loan_id`, scope)} and d.days_overdue > 0
      and ${onClock(sql`d.clock_id`, scope.clockId)} and a.accrued_to = ${scope.on}::date
      and l.booked_to < ${scope.on}::date
    for no key update of l skip locked
  )
  update loans l set days_overdue = late.days_overdue, max_days_overdue = greatest(l.max_days_overdue, late.days_overdue),
    bucket = late.bucket, overdue_minor = late.overdue_minor, updated_at = now()
  from late where l.id = late.id and l.booked_to < ${scope.on}::date`;

async function stand(tx: Tx, scope: PartScope, rules: CloseRules): Promise<number> {
  await tx.execute(sql`set local jit = off`);
  const { rowCount } = await tx.execute(standingOf(onTheDate(scope), rules, scope));
  const ahead = await aheadOf(tx, scope);
  if (ahead.length === 0) return rowCount ?? 0;
  const folded = await tx.execute(standingOf(fromFolds(JSON.stringify(ahead)), rules, scope));
  return (rowCount ?? 0) + (folded.rowCount ?? 0);
}

/** Notes how each loan of the part stood at the end of the date; what was noted before stays. */
export async function standPart(db: Db, scope: PartScope, rules: CloseRules): Promise<number> {
  const loans = await db.transaction(async (tx) => {
    const noted = await stand(tx, scope, rules);
    await tx.execute(letGo(scope));
    return noted;
  });
  await db.execute(showArrears(scope));
  return loans;
}
