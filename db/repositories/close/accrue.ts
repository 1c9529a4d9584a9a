import { type SQL, sql } from 'drizzle-orm';
import { newId } from '../../../contracts/ids';
import type { PartScope } from '../../../domain/close/scope';
import type { Db, Tx } from '../../client';
import { inPart, onClock } from './part';

/** The amount of a segment on a day, as domain/account/accrual-segment.ts has it: half-up on exact sums, up to the cap. */
const amountOn = (segment: SQL, on: string) => sql`${segment}.carried_minor + least(
  div(2 * (${segment}.sum_before + ${segment}.balance_minor::numeric * ${segment}.rate_units
      * greatest(0, least(${on}::date, ${segment}.until_on) - ${segment}.from_on))
    + 1000000000000::numeric * ${segment}.basis_days, 2000000000000::numeric * ${segment}.basis_days)::bigint,
  coalesce(${segment}.cap_minor, 9223372036854775807))`;

/** Tax that a growing amount adds: of the new sum less of the old one, each rounded half-up. */
const vatAdded = (base: SQL, before: SQL, after: SQL) => {
  const within = (amount: SQL) =>
    sql`div(2 * (${base} + ${amount})::numeric * e.vat_units + e.vat_parts, 2 * e.vat_parts)`;
  return sql`case when e.vat_units = 0 or ${after} = ${before} then 0
    else (${within(after)} - ${within(before)})::bigint end`;
};

/**
 * What the day adds to each loan of a part is worked out while nothing is held. Then the loans that nobody has booked since,
 * and that nobody is booking, move on by the day; the others are folded afterwards. Held until the end of the transaction
 * are rows of `loan_accruals` only, for the few statements that post what was worked out.
 */
async function moveOn(tx: Tx, part: PartScope): Promise<number> {
  const { on, clockId } = part;
  await tx.execute(sql`set local jit = off`);
  // All joins here are of the whole part with itself, whatever the planner believes of its size.
  await tx.execute(sql`set local enable_nestloop = off`);
  await tx.execute(sql`
    create temp table if not exists close_added (
      loan_id text, book_id integer, interest bigint, penalty bigint, compound bigint,
      interest_vat bigint, penalty_vat bigint, compound_vat bigint
    ) on commit delete rows`);
  const { rowCount } = await tx.execute(sql`
    with due as materialized (
      select a.*, b.vat_units, 1000000000000::numeric + b.vat_units as vat_parts
      from loan_accruals a join accrual_books b on b.id = a.book_id
      where ${onClock(sql`a.clock_id`, clockId)} and a.in_close and ${inPart(sql`a.loan_id`, part)}
        and a.accrued_to < ${on}::date and a.even_until >= ${on}::date
    ), arrears as materialized (
      select s.loan_id,
        coalesce(sum(${amountOn(sql`s`, on)}) filter (where s.kind = 'penalty'), 0)::bigint as penalty,
        coalesce(sum(${amountOn(sql`s`, on)}) filter (where s.kind = 'compound'), 0)::bigint as compound
      from accrual_segments s where ${inPart(sql`s.loan_id`, part)} group by s.loan_id
    ), evaluated as materialized (
      select d.loan_id, d.book_id, d.accrued_to, d.vat_units, d.vat_parts,
        d.interest_base_minor, d.penalty_base_minor, d.compound_base_minor,
        d.interest_now_minor, d.penalty_now_minor, d.compound_now_minor,
        case when d.from_on is null then 0 else ${amountOn(sql`d`, on)} end as interest,
        coalesce(arrears.penalty, 0) as penalty, coalesce(arrears.compound, 0) as compound
      from due d left join arrears on arrears.loan_id = d.loan_id
    ), added as materialized (
      select e.loan_id, e.book_id, e.accrued_to, e.interest - e.interest_now_minor as interest,
        e.penalty - e.penalty_now_minor as penalty, e.compound - e.compound_now_minor as compound,
        ${vatAdded(sql`e.interest_base_minor`, sql`e.interest_now_minor`, sql`e.interest`)} as interest_vat,
        ${vatAdded(sql`e.penalty_base_minor`, sql`e.penalty_now_minor`, sql`e.penalty`)} as penalty_vat,
        ${vatAdded(sql`e.compound_base_minor`, sql`e.compound_now_minor`, sql`e.compound`)} as compound_vat
      from evaluated e
    ), free as materialized (
      select added.* from added join loan_accruals a on a.loan_id = added.loan_id
      where ${inPart(sql`a.loan_id`, part)} and a.accrued_to = added.accrued_to for no key update of a skip locked
    ), moved as (
      update loan_accruals a set
        accrued_to = ${on}::date,
        interest_now_minor = a.interest_now_minor + f.interest,
        penalty_now_minor = a.penalty_now_minor + f.penalty,
        compound_now_minor = a.compound_now_minor + f.compound,
        posted_interest_minor = a.posted_interest_minor + f.interest,
        posted_penalty_minor = a.posted_penalty_minor + f.penalty,
        posted_compound_minor = a.posted_compound_minor + f.compound,
        posted_interest_vat_minor = a.posted_interest_vat_minor + f.interest_vat,
        posted_penalty_vat_minor = a.posted_penalty_vat_minor + f.penalty_vat,
        posted_compound_vat_minor = a.posted_compound_vat_minor + f.compound_vat
      from free f where a.loan_id = f.loan_id and ${inPart(sql`a.loan_id`, part)}
      returning f.*
    )
    insert into close_added
    select loan_id, book_id, interest, penalty, compound, interest_vat, penalty_vat, compound_vat from moved`);
  await tx.execute(sql`set local enable_nestloop = on`);
  return rowCount ?? 0;
}

/** One balanced entry for each book of the part, the lines of its loans beneath, and the count and hash of these. */
async function post(tx: Tx, { on, clockId, fromLoan }: PartScope): Promise<void> {
  const stem = newId('led');
  const key = ['accrual', clockId ?? 'live', on, fromLoan].join('/');
  const entryOf = sql`${stem}::text || '.' || book_id`;
  await tx.execute(sql`
    insert into journal_entries (id, idempotency_key, kind, description, product_code, branch, booked_on, effective_on, currency, clock_id)
    select ${entryOf}, ${key}::text || '/' || b.id || '/' || c.first, 'accrual',
      'portfolio.accrual', b.product_code, b.branch, ${on}::date, ${on}::date, b.currency, ${clockId}
    from (select book_id, min(loan_id) as first from close_added
      where (interest, penalty, compound) <> (0, 0, 0) group by book_id) c join accrual_books b on b.id = c.book_id`);
  await tx.execute(sql`
    insert into accrual_lines (accrued_on, loan_id, entry_id, interest_minor, penalty_minor, compound_minor,
      interest_vat_minor, penalty_vat_minor, compound_vat_minor)
    select ${on}::date, loan_id, ${entryOf}, interest, penalty, compound, interest_vat, penalty_vat, compound_vat
    from close_added where (interest, penalty, compound) <> (0, 0, 0) order by loan_id`);
  await tx.execute(sql`
    with sums as (
      select book_id, sum(interest) as i, sum(penalty) as p, sum(compound) as c, sum(interest_vat) as iv,
        sum(penalty_vat) as pv, sum(compound_vat) as cv
      from close_added group by book_id
    ), sides as (
      select b.id as book_id, side.code, sum(side.amount)::bigint as amount
      from sums join accrual_books b on b.id = sums.book_id
      cross join lateral (values (b.interest_code, i), (b.interest_income_code, iv - i), (b.penalty_code, p),
        (b.penalty_income_code, pv - p), (b.compound_code, c), (b.compound_income_code, cv - c),
        (b.vat_code, -iv - pv - cv)) side (code, amount)
      group by b.id, side.code having sum(side.amount) <> 0
    )
    insert into postings (entry_id, line_no, account_code, amount_minor)
    select ${entryOf}, row_number() over (partition by book_id order by code), code, amount from sides`);
  await tx.execute(sql`
    insert into accrual_batches (entry_id, accrued_on, book_id, from_loan, to_loan, lines, lines_sha256, clock_id)
    select ${entryOf}, ${on}::date, book_id, min(loan_id), max(loan_id), count(*),
      encode(sha256(convert_to(string_agg(concat_ws(' ', loan_id, interest, penalty, compound, interest_vat, penalty_vat,
        compound_vat), ',' order by loan_id), 'UTF8')), 'hex'), ${clockId}
    from close_added where (interest, penalty, compound) <> (0, 0, 0) group by book_id`);
}

/** Accrues a date for all loans of a part that change by accrual alone, and answers how many. */
export function accruePart(db: Db, part: PartScope): Promise<number> {
  return db.transaction(async (tx) => {
    const loans = await moveOn(tx, part);
    if (loans > 0) await post(tx, part);
    return loans;
  });
}
