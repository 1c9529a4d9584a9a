import { sql } from 'drizzle-orm';
import type { CloseScope } from '../../../domain/close/scope';
import type { LedgerRole } from '../../../domain/ledger/chart';
import type { Db } from '../../client';
import { accountCodes } from './account-codes';
import { disagreements, type Finding } from './findings';
import { onClock } from './part';
import { refoldSample } from './refold';

/** What is compared, and the accounts that hold it in the general ledger. */
const COMPARED = {
  principal: ['principal.normal', 'principal.overdue', 'principal.non_accrual'],
  receivables: [
    'interest.accrued',
    'interest.due',
    'penalty.due',
    'compound.due',
    'fee.due',
    'memo.interest',
  ],
  allowance: ['allowance'],
} as const satisfies Readonly<Record<string, readonly LedgerRole[]>>;

/** Debits and credits of the date are equal in each currency. */
const turnovers = ({ on, clockId }: CloseScope) => sql`
  select currency::text as subject, sum(turnover_minor)::text as ledger, '0' as loans
  from gl_days where closed_on = ${on}::date and clock_id is not distinct from ${clockId}
  group by currency having sum(turnover_minor) <> 0`;

/** Principal, receivables and allowance of the general ledger against the sums over the loans, by product and branch. */
const totals = ({ on, clockId }: CloseScope) => sql`
  with account as materialized (${accountCodes(clockId, COMPARED)}), ledger as (
    select product_code, branch, currency,
      sum(g.balance_minor) filter (where account.name = 'principal') as principal,
      sum(g.balance_minor) filter (where account.name = 'receivables') as receivables,
      sum(g.balance_minor) filter (where account.name = 'allowance') as allowance
    from gl_days g join account using (product_code, branch, currency, account_code)
    where g.closed_on = ${on}::date and g.clock_id is not distinct from ${clockId} group by 1, 2, 3
  ), portfolio as (
    select b.product_code, b.branch, b.currency, sum(principal) as principal, sum(exposure - principal) as receivables,
      -sum(loss) as allowance
    from (select book_id, sum(principal_minor) as principal, sum(exposure_minor) as exposure, sum(loss_minor) as loss
      from loan_days where closed_on = ${on}::date and ${onClock(sql`clock_id`, clockId)} group by book_id) d
    join accrual_books b on b.id = d.book_id group by 1, 2, 3
  ), compared as (
    select concat_ws('/', product_code, branch, currency) as subject, what.name,
      coalesce(what.ledger, 0) as ledger, coalesce(what.loans, 0) as loans
    from ledger full join portfolio using (product_code, branch, currency)
    cross join lateral (values ('principal', ledger.principal, portfolio.principal),
      ('receivables', ledger.receivables, portfolio.receivables),
      ('allowance', ledger.allowance, portfolio.allowance)) what (name, ledger, loans)
  )
  select * from compared where ledger <> loans`;

async function comparedTotals(db: Db, scope: CloseScope): Promise<Finding[]> {
  const { rows } = await db.execute<{
    name: 'principal' | 'receivables' | 'allowance';
    subject: string;
    ledger: string;
    loans: string;
  }>(totals(scope));
  return rows.map(({ name, subject, ledger, loans }) => ({
    check: name,
    subject,
    figures: { ledger, loans },
  }));
}

/**
 * Proves the date as a whole: the books balance, sub-ledger and general ledger agree for principal, receivables (with what
 * stands off the balance sheet) and allowance, and a sample of loans folded from nothing but events gives what the ledger holds.
 */
export async function proveDate(db: Db, scope: CloseScope): Promise<Finding[]> {
  return [
    ...(await disagreements(db, 'turnover', turnovers(scope))),
    ...(await comparedTotals(db, scope)),
    ...(await refoldSample(db, scope)),
  ];
}
