import { type SQL, sql } from 'drizzle-orm';
import { newId } from '../../../contracts/ids';
import type { PartScope } from '../../../domain/close/scope';
import type { Db, Tx } from '../../client';
import { inPart } from './part';

const BATCH = 2_000;

/** Some loans of a batch were booked or held by somebody else meanwhile; the batch is done again without them. */
class BatchLost extends Error {
  constructor(readonly ids: readonly string[]) {
    super('loans were booked while their batch was accrued');
  }
}

interface Batch extends PartScope {
  readonly after: string;
  readonly without: readonly string[];
}

/** The amount of a segment on a day, as domain/account/accrual-segment.ts has it: half-up on exact sums, up to the cap. */
const amountOn = (on: SQL) => sql`s.carried_minor + least(
  div(2 * (s.sum_before + s.balance_minor::numeric * s.rate_units * greatest(0, least(${on}, s.until_on) - s.from_on))
    + 1000000000000::numeric * s.basis_days, 2000000000000::numeric * s.basis_days)::bigint,
  coalesce(s.cap_minor, 9223372036854775807))`;

const vatOf = (amount: SQL) =>
  sql`div(2 * (${amount})::numeric * vat_units + 1000000000000 + vat_units, 2 * (1000000000000::numeric + vat_units))::bigint`;

/** What the day adds to each loan of a batch, gross and tax, read without holding any loan. */
async function evaluate(tx: Tx, batch: Batch): Promise<{ loans: number; last: string | null }> {
  const { on, clockId, after, without } = batch;
  await tx.execute(sql`set local jit = off`);
  await tx.execute(sql`
    create temp table if not exists close_deltas (
      loan_id text, version integer, booked_to date, entry_id text, entry_key text, kind text,
      debit_code text, income_code text, vat_code text, gross bigint, vat bigint
    ) on commit delete rows`);
  const { rows } = await tx.execute<{ loans: bigint; last: string | null }>(sql`
    with due as materialized (
      select l.id, l.version, l.booked_to, concat_ws('/', l.product_code, l.branch, l.currency) as book
      from loans l
      where l.clock_id is not distinct from ${clockId} and l.id > ${after} and ${inPart(sql`l.id`, batch)}
        and l.booked_to < ${on} and l.accrues_until >= ${on} and l.id <> all(${sql.param(without)}::text[])
      order by l.id limit ${BATCH}
    ), evaluated as (
      select s.loan_id, s.kind, s.debit_code, s.income_code, s.vat_code, s.vat_units, s.base_minor as base,
        sum(${amountOn(sql`${on}::date`)})::bigint as amount,
        sum(${amountOn(sql`due.booked_to`)})::bigint as posted
      from due join accrual_segments s on s.loan_id = due.id
      group by s.loan_id, s.kind, s.debit_code, s.income_code, s.vat_code, s.vat_units, s.base_minor
    ), kept as (
      insert into close_deltas
      select due.id, due.version, due.booked_to, ${newId('led').slice(0, 24)} || substr(md5(book), 1, 6),
        concat_ws('/', 'accrual', coalesce(${clockId}, 'live'), book, ${on}::text, first_value(due.id) over (order by due.id)),
        e.kind, e.debit_code, e.income_code, e.vat_code,
        e.amount - e.posted,
        case when e.vat_units = 0 then 0
          else ${vatOf(sql`e.base + e.amount`)} - ${vatOf(sql`e.base + e.posted`)} end
      from due left join evaluated e on e.loan_id = due.id
      returning loan_id
    )
    select count(distinct loan_id) as loans, max(loan_id) as last from kept`);
  return { loans: Number(rows[0]?.loans ?? 0), last: rows[0]?.last ?? null };
}

/** Sub-ledger lines of the batch, and above them one balanced entry for each product and branch in it. */
async function post(tx: Tx, { on, clockId }: Batch): Promise<void> {
  await tx.execute(sql`
    insert into journal_entries (id, idempotency_key, kind, description, product_code, branch, booked_on, effective_on, currency, clock_id)
    select distinct d.entry_id, d.entry_key, 'accrual', 'portfolio.accrual', l.product_code, l.branch,
      ${on}::date, ${on}::date, l.currency, ${clockId}
    from close_deltas d join loans l on l.id = d.loan_id
    where d.gross <> 0 or d.vat <> 0`);
  await tx.execute(sql`
    insert into accrual_lines (entry_id, loan_id, account_code, amount_minor)
    select entry_id, loan_id, code, sum(amount)
    from close_deltas
    cross join lateral (values (debit_code, gross), (income_code, vat - gross), (vat_code, -vat)) line (code, amount)
    where gross <> 0 or vat <> 0
    group by entry_id, loan_id, code having sum(amount) <> 0`);
  await tx.execute(sql`
    with lines as materialized (
      select a.* from accrual_lines a where a.entry_id in (select distinct entry_id from close_deltas)
    ), general as (
      insert into postings (entry_id, line_no, account_code, amount_minor)
      select entry_id, row_number() over (partition by entry_id order by account_code), account_code, total
      from (select entry_id, account_code, sum(amount_minor)::bigint as total from lines
        group by entry_id, account_code having sum(amount_minor) <> 0) totals
    )
    insert into accrual_batches (entry_id, accrued_on, product_code, branch, loans, lines, lines_sha256, clock_id)
    select e.id, ${on}::date, e.product_code, e.branch, count(distinct lines.loan_id), count(*),
      encode(sha256(convert_to(string_agg(lines.loan_id || ' ' || account_code || ' ' || amount_minor, ','
        order by lines.loan_id, account_code), 'UTF8')), 'hex'), ${clockId}
    from lines join journal_entries e on e.id = lines.entry_id
    group by e.id, e.product_code, e.branch`);
  await tx.execute(sql`set constraints all immediate`);
}

/** Compare and set, last of all: only now are the loans held, for the length of one update and the commit. */
async function advance(tx: Tx, { on }: Batch, expected: number): Promise<void> {
  const { rowCount } = await tx.execute(sql`
    with sums as materialized (
      select loan_id, version, booked_to,
        coalesce(sum(gross) filter (where kind = 'interest'), 0) as interest,
        coalesce(sum(gross) filter (where kind = 'penalty'), 0) as penalty,
        coalesce(sum(gross) filter (where kind = 'compound'), 0) as compound
      from close_deltas group by loan_id, version, booked_to
    ), free as materialized (
      select l.id from loans l join sums s on s.loan_id = l.id
      where l.version = s.version and l.booked_to = s.booked_to
      for no key update of l skip locked
    )
    update loans l set
      booked_to = ${on}::date,
      interest_accrued_minor = l.interest_accrued_minor + s.interest,
      penalty_minor = l.penalty_minor + s.penalty,
      compound_minor = l.compound_minor + s.compound,
      overdue_minor = case when l.oldest_unpaid_on is null then 0 else l.overdue_minor + s.penalty + s.compound end,
      days_overdue = coalesce(${on}::date - l.oldest_unpaid_on, 0),
      max_days_overdue = greatest(l.max_days_overdue, coalesce(${on}::date - l.oldest_unpaid_on, 0)),
      bucket = case when l.bucket = 'M0' then 'M0' when ${on}::date - l.oldest_unpaid_on > 180 then 'M6+'
        else 'M' || ceil((${on}::date - l.oldest_unpaid_on) / 30.0)::int end,
      updated_at = now()
    from free join sums s on s.loan_id = free.id
    where l.id = free.id`);
  if (rowCount === expected) return;
  const { rows } = await tx.execute<{ loan_id: string }>(sql`
    select distinct d.loan_id from close_deltas d join loans l on l.id = d.loan_id where l.booked_to <> ${on}::date`);
  throw new BatchLost(rows.map((row) => row.loan_id));
}

async function accrueBatch(tx: Tx, batch: Batch): Promise<{ loans: number; last: string | null }> {
  const found = await evaluate(tx, batch);
  if (found.loans === 0) return found;
  await tx.execute(sql`analyze close_deltas`);
  await post(tx, batch);
  await advance(tx, batch, found.loans);
  return found;
}

/**
 * Accrues a date for all loans of a part that change by accrual alone. A loan that somebody books meanwhile is never
 * waited for: its batch is done again without it, and the loan is folded afterwards.
 */
export async function accruePart(
  db: Db,
  scope: PartScope,
  alive: () => void = () => undefined,
): Promise<number> {
  let after = '';
  let without: readonly string[] = [];
  let loans = 0;
  for (;;) {
    try {
      const batch = { ...scope, after, without };
      const done = await db.transaction((tx) => accrueBatch(tx, batch));
      if (done.last === null) return loans;
      loans += done.loans;
      after = done.last;
      without = [];
    } catch (error) {
      if (!(error instanceof BatchLost)) throw error;
      without = [...without, ...error.ids];
    }
    alive();
  }
}
