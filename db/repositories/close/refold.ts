import { sql } from 'drizzle-orm';
import type { CloseScope } from '../../../domain/close/scope';
import { accountCode } from '../../../domain/ledger/chart';
import { targetBalances } from '../../../domain/ledger/targets';
import type { Queryable } from '../../client';
import { loadAccount } from '../account';
import { ACCRUAL_SIDES } from '../ledger';
import type { Finding } from './findings';
import { onClock } from './part';

/** How many loans are folded again each date; which ones changes from date to date. */
const SAMPLE = 12;

async function sampleOf(db: Queryable, { on, clockId }: CloseScope): Promise<string[]> {
  const { rows } = await db.execute<{ loan_id: string }>(sql`
    with size as (
      select greatest(1, least(sum(loans)::integer, greatest(20, sum(loans)::integer / ${SAMPLE}))) as every from portfolio_snapshots
      where closed_on = ${on}::date and clock_id is not distinct from ${clockId}
    )
    select d.loan_id from loan_days d, size
    where d.closed_on = ${on}::date and ${onClock(sql`d.clock_id`, clockId)}
      and mod(hashtextextended(d.loan_id, ${on}::date - '2000-01-01'::date) & 9223372036854775807, size.every) = 0
    limit ${SAMPLE}`);
  return rows.map((row) => row.loan_id);
}

/** What the ledger holds for a loan by what was booked until a date, its share of portfolio accruals line by line. */
async function ledgerBy(db: Queryable, loanId: string, on: string): Promise<Map<string, bigint>> {
  const { rows } = await db.execute<{ account_code: string; amount: string }>(sql`
    with a as (
      select coalesce(sum(interest_minor), 0) as posted_interest_minor, coalesce(sum(penalty_minor), 0) as posted_penalty_minor,
        coalesce(sum(compound_minor), 0) as posted_compound_minor, coalesce(sum(interest_vat_minor), 0) as posted_interest_vat_minor,
        coalesce(sum(penalty_vat_minor), 0) as posted_penalty_vat_minor, coalesce(sum(compound_vat_minor), 0) as posted_compound_vat_minor
      from accrual_lines where loan_id = ${loanId} and accrued_on <= ${on}::date
    )
    select account_code, sum(amount_minor)::text as amount from (
      select p.account_code, p.amount_minor from postings p join journal_entries e on e.id = p.entry_id
      where p.loan_id = ${loanId} and e.booked_on <= ${on}::date
      union all
      select side.code, side.amount from a
      cross join (select b.* from accrual_books b join loan_accruals own on own.book_id = b.id where own.loan_id = ${loanId}) b
      cross join lateral ${ACCRUAL_SIDES} side (code, amount)
    ) lines group by account_code`);
  return new Map(rows.map((row) => [row.account_code, BigInt(row.amount)]));
}

async function refold(db: Queryable, loanId: string, on: string): Promise<Finding[]> {
  const loaded = await loadAccount(db, loanId, { asOf: on });
  if (loaded === null) return [{ check: 'refold', subject: loanId, figures: {} }];
  const held = await ledgerBy(db, loanId, on);
  for (const [role, amountMinor] of targetBalances(loaded.terms, loaded.account)) {
    const code = accountCode(loaded.terms.ledger, role);
    held.set(code, (held.get(code) ?? 0n) - amountMinor);
  }
  const odd = [...held].filter(([, difference]) => difference !== 0n);
  if (odd.length === 0) return [];
  const figures = Object.fromEntries(odd.map(([code, difference]) => [code, difference.toString()]));
  return [{ check: 'refold', subject: loanId, figures }];
}

/** "Fold of what was booked by D, as of D = what the ledger holds booked by D", for a sample of the loans of the date. */
export async function refoldSample(db: Queryable, scope: CloseScope): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const loanId of await sampleOf(db, scope)) found.push(...(await refold(db, loanId, scope.on)));
  return found;
}
