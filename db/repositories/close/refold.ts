import { sql } from 'drizzle-orm';
import type { CloseScope } from '../../../domain/close/scope';
import { accountCode } from '../../../domain/ledger/chart';
import { targetBalances } from '../../../domain/ledger/targets';
import type { Queryable } from '../../client';
import { loadAccount } from '../account';
import type { Finding } from './proof';

/** How many loans are folded again each date; which ones changes from date to date. */
const SAMPLE = 12;

async function sampleOf(db: Queryable, { on, clockId }: CloseScope): Promise<string[]> {
  const { rows } = await db.execute<{ loan_id: string }>(sql`
    with size as (
      select greatest(1, least(sum(loans)::integer, greatest(20, sum(loans)::integer / ${SAMPLE}))) as every from portfolio_snapshots
      where closed_on = ${on}::date and clock_id is not distinct from ${clockId}
    )
    select d.loan_id from loan_days d, size
    where d.closed_on = ${on}::date and d.clock_id is not distinct from ${clockId}
      and close_partition(d.loan_id || ${on}, size.every) = 0
    limit ${SAMPLE}`);
  return rows.map((row) => row.loan_id);
}

/** What the ledger holds for a loan by what was booked until a date. */
async function ledgerBy(db: Queryable, loanId: string, on: string): Promise<Map<string, bigint>> {
  const { rows } = await db.execute<{ account_code: string; amount: string }>(sql`
    select account_code, sum(amount_minor)::text as amount from (
      select p.entry_id, p.account_code, p.amount_minor from postings p where p.loan_id = ${loanId}
      union all
      select a.entry_id, a.account_code, a.amount_minor from accrual_lines a where a.loan_id = ${loanId}
    ) lines join journal_entries e on e.id = lines.entry_id
    where e.booked_on <= ${on}::date group by account_code`);
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
