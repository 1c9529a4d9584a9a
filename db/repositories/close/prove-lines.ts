import { sql } from 'drizzle-orm';
import type { PartScope } from '../../../domain/close/scope';
import type { Db } from '../../client';
import { disagreements, type Finding } from './findings';
import { inPart, onClock } from './part';

/**
 * The lines beneath each portfolio entry of a part are as many as were counted, hash to what was stored, and sum to the
 * entry's postings, account by account.
 */
export async function proveLines(db: Db, part: PartScope): Promise<{ batches: number; findings: Finding[] }> {
  const { on, clockId } = part;
  return db.transaction(async (tx) => {
    await tx.execute(sql`set local jit = off`);
    const { rows } = await tx.execute<{ batches: bigint }>(sql`
      select count(*) as batches from accrual_batches
      where accrued_on = ${on}::date and ${onClock(sql`clock_id`, clockId)} and ${inPart(sql`from_loan`, part)}`);
    const findings = await disagreements(
      tx,
      'accrual-batch',
      sql`
    with batch as materialized (
      select * from accrual_batches
      where accrued_on = ${on}::date and ${onClock(sql`clock_id`, clockId)} and ${inPart(sql`from_loan`, part)}
    ), held as materialized (
      select a.entry_id, count(*) as lines, sum(a.interest_minor) as i, sum(a.penalty_minor) as p, sum(a.compound_minor) as c,
        sum(a.interest_vat_minor) as iv, sum(a.penalty_vat_minor) as pv, sum(a.compound_vat_minor) as cv,
        encode(sha256(convert_to(string_agg(concat_ws(' ', loan_id, interest_minor, penalty_minor, compound_minor,
          interest_vat_minor, penalty_vat_minor, compound_vat_minor), ',' order by loan_id), 'UTF8')), 'hex') as hash
      from accrual_lines a
      where a.accrued_on = ${on}::date and ${inPart(sql`a.loan_id`, part)}
        and a.entry_id = any(array(select entry_id from batch))
      group by a.entry_id
    ), odd as (
      select entry_id, account_code from (
        select batch.entry_id, p.account_code, p.amount_minor as amount
        from batch join lateral (select * from postings where entry_id = batch.entry_id offset 0) p on true
        union all
        select held.entry_id, side.code, -side.amount from held join batch on batch.entry_id = held.entry_id
        join accrual_books b on b.id = batch.book_id
        cross join lateral (values (b.interest_code, i), (b.interest_income_code, iv - i), (b.penalty_code, p),
          (b.penalty_income_code, pv - p), (b.compound_code, c), (b.compound_income_code, cv - c),
          (b.vat_code, -iv - pv - cv)) side (code, amount)
      ) both_sides group by 1, 2 having sum(amount) <> 0
    )
    select batch.entry_id as subject, batch.lines::text as ledger, coalesce(held.lines, 0)::text as loans
    from batch left join held using (entry_id)
    where held.lines is distinct from batch.lines or held.hash is distinct from batch.lines_sha256
      or batch.entry_id in (select entry_id from odd)`,
    );
    return { batches: Number(rows[0]?.batches ?? 0), findings };
  });
}
