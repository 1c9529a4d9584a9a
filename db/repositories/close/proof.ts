import { type SQL, sql } from 'drizzle-orm';
import { newId } from '../../../contracts/ids';
import type { CloseScope } from '../../../domain/close/scope';
import { chart, type LedgerRole } from '../../../domain/ledger/chart';
import type { Db, Queryable } from '../../client';
import { closeFindings } from '../../schema';
import { refoldSample } from './refold';

/** A disagreement that the proof found; amounts as text. */
export interface Finding {
  readonly check: 'turnover' | 'accrual-batch' | 'principal' | 'receivables' | 'allowance' | 'refold';
  readonly subject: string;
  readonly figures: Readonly<Record<string, string>>;
}

interface FindingRow extends Record<string, unknown> {
  subject: string;
  ledger: string;
  loans: string;
}

const codesOf = (...roles: LedgerRole[]): SQL =>
  sql`${sql.param(roles.map((role) => chart[role].code))}::text[]`;

async function differences(db: Queryable, check: Finding['check'], query: SQL): Promise<Finding[]> {
  const { rows } = await db.execute<FindingRow>(query);
  return rows.map(({ subject, ledger, loans }) => ({ check, subject, figures: { ledger, loans } }));
}

/** Debits and credits of the date are equal in each currency. */
const turnovers = ({ on, clockId }: CloseScope) => sql`
  select currency::text as subject, sum(turnover_minor)::text as ledger, '0' as loans
  from gl_days where closed_on = ${on}::date and clock_id is not distinct from ${clockId}
  group by currency having sum(turnover_minor) <> 0`;

/** The lines beneath each portfolio entry are as many as were counted, hash to what was stored, and sum to its postings. */
const batches = ({ on, clockId }: CloseScope) => sql`
  with batch as materialized (
    select * from accrual_batches where accrued_on = ${on}::date and clock_id is not distinct from ${clockId}
  ), held as (
    select b.entry_id, count(*) as lines, encode(sha256(convert_to(string_agg(a.loan_id || ' ' || a.account_code || ' '
      || a.amount_minor, ',' order by a.loan_id, a.account_code), 'UTF8')), 'hex') as hash
    from batch b join accrual_lines a on a.entry_id = b.entry_id group by b.entry_id
  ), odd as (
    select entry_id, account_code, sum(amount) as amount from (
      select b.entry_id, p.account_code, p.amount_minor as amount from batch b join postings p on p.entry_id = b.entry_id
      union all
      select b.entry_id, a.account_code, -a.amount_minor from batch b join accrual_lines a on a.entry_id = b.entry_id
    ) both_sides group by 1, 2 having sum(amount) <> 0
  )
  select batch.entry_id as subject, batch.lines::text as ledger, coalesce(held.lines, 0)::text as loans
  from batch left join held using (entry_id)
  where held.lines is distinct from batch.lines or held.hash is distinct from batch.lines_sha256
    or batch.entry_id in (select entry_id from odd)`;

/** Some accounts of the general ledger against the sum over the loans, by product and branch. */
const against = ({ on, clockId }: CloseScope, codes: SQL, ofLoan: SQL) => sql`
  with ledger as (
    select product_code, branch, currency, sum(balance_minor) as amount from gl_days
    where closed_on = ${on}::date and clock_id is not distinct from ${clockId} and account_code = any(${codes})
    group by 1, 2, 3
  ), book as (
    select product_code, branch, currency, sum(${ofLoan}) as amount from loan_days
    where closed_on = ${on}::date and clock_id is not distinct from ${clockId} group by 1, 2, 3
  )
  select concat_ws('/', product_code, branch, currency) as subject, coalesce(ledger.amount, 0)::text as ledger,
    coalesce(book.amount, 0)::text as loans
  from ledger full join book using (product_code, branch, currency)
  where coalesce(ledger.amount, 0) <> coalesce(book.amount, 0)`;

/**
 * Proves the date: the books balance, sub-ledger and general ledger agree for principal, receivables (with what stands
 * off the balance sheet) and allowance, and a sample of loans folded from nothing but events gives what the ledger holds.
 */
export async function proveLedger(db: Db, scope: CloseScope, runId: string): Promise<Finding[]> {
  const principal = codesOf('principal.normal', 'principal.overdue', 'principal.non_accrual');
  const receivables = codesOf(
    'interest.accrued',
    'interest.due',
    'penalty.due',
    'compound.due',
    'fee.due',
    'memo.interest',
  );
  const findings = [
    ...(await differences(db, 'turnover', turnovers(scope))),
    ...(await differences(db, 'accrual-batch', batches(scope))),
    ...(await differences(db, 'principal', against(scope, principal, sql`principal_minor`))),
    ...(await differences(
      db,
      'receivables',
      against(scope, receivables, sql`exposure_minor - principal_minor`),
    )),
    ...(await differences(db, 'allowance', against(scope, codesOf('allowance'), sql`-loss_minor`))),
    ...(await refoldSample(db, scope)),
  ];
  if (findings.length > 0)
    await db
      .insert(closeFindings)
      .values(findings.map((finding) => ({ id: newId('rec'), runId, ...finding, foundAt: new Date() })));
  return findings;
}
