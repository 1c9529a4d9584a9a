import { sql } from 'drizzle-orm';
import { newId } from '../../../contracts/ids';
import type { CloseScope } from '../../../domain/close/scope';
import { accountCode, type LedgerMapping } from '../../../domain/ledger/chart';
import type { Db } from '../../client';
import { accountCodes } from './account-codes';
import { dayBefore } from './part';
import { entriesSinceFormer } from './snapshot';

interface Shortfall extends Record<string, unknown> {
  product_code: string;
  branch: string;
  currency: string;
  amount: string;
  /** Of the loans that came last: a product that changed its accounts goes on with the new ones. */
  mapping: LedgerMapping;
}

/**
 * Brings the allowance of each product and branch to what its loans are expected to lose; write-offs and recoveries of
 * the date have moved it already. Sub-ledger of the entry: the losses in `loan_days`.
 */
export async function postProvisions(db: Db, scope: CloseScope): Promise<number> {
  const { on, clockId } = scope;
  return db.transaction(async (tx) => {
    const { rows } = await tx.execute<Shortfall>(sql`
      with allowance as materialized (${accountCodes(clockId, { allowance: ['allowance'] })}), former as (
        select g.product_code, g.branch, g.currency, g.balance_minor
        from gl_days g join allowance using (product_code, branch, currency, account_code)
        where g.closed_on = ${dayBefore(on)} and g.clock_id is not distinct from ${clockId}
      ), moved as (
        select e.product_code, e.branch, e.currency, sum(p.amount_minor) as amount
        from journal_entries e join postings p on p.entry_id = e.id
        join allowance a on (a.product_code, a.branch, a.currency, a.account_code)
          = (e.product_code, e.branch, e.currency, p.account_code)
        where ${await entriesSinceFormer(tx, scope)}
        group by 1, 2, 3
      ), needed as (
        select product_code, branch, currency, sum(loss_minor) as amount from portfolio_snapshots
        where closed_on = ${on}::date and clock_id is not distinct from ${clockId} group by 1, 2, 3
      )
      select product_code, branch, currency, sum(amount)::bigint::text as amount, (
        select b.ledger from accrual_books b
        where (b.product_code, b.branch, b.currency) = (every.product_code, every.branch, every.currency)
          and b.clock_id is not distinct from ${clockId}
        order by b.id desc limit 1) as mapping
      from (
        select product_code, branch, currency, balance_minor as amount from former
        union all select product_code, branch, currency, amount from moved
        union all select product_code, branch, currency, amount from needed
      ) every group by 1, 2, 3 having sum(amount) <> 0`);
    for (const row of rows) {
      const id = newId('led');
      const key = [
        'provision',
        clockId ?? 'live',
        row.product_code,
        row.branch,
        row.currency,
        on,
        row.amount,
      ].join('/');
      await tx.execute(sql`
        insert into journal_entries (id, idempotency_key, kind, description, product_code, branch, booked_on, effective_on, currency, clock_id)
        values (${id}, ${key}, 'provision', 'portfolio.provision', ${row.product_code}, ${row.branch}, ${on}, ${on}, ${row.currency}, ${clockId})`);
      await tx.execute(sql`
        insert into postings (entry_id, line_no, account_code, amount_minor)
        values (${id}, 1, ${accountCode(row.mapping, 'expense.impairment')}, ${row.amount}::bigint),
          (${id}, 2, ${accountCode(row.mapping, 'allowance')}, -(${row.amount}::bigint))`);
    }
    return rows.length;
  });
}
