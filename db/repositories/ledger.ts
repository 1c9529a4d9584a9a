import { sql } from 'drizzle-orm';
import { newId } from '../../contracts/ids';
import { fromDay } from '../../domain/calendar/civil-day';
import type { DraftEntry } from '../../domain/ledger/entries';
import type { Queryable, Tx } from '../client';
import { compiledSql } from '../compiled';
import { UNAWAITED } from '../together';

export interface PostingContext {
  readonly loanId: string;
  readonly productCode: string;
  readonly branch: string;
  readonly currency: string;
  readonly bookedOn: string;
  readonly clockId: string | null;
  /** Distinguishes bookings, so that each entry has its own key. */
  readonly keyPrefix: string;
}

/** The entries of one booking, and what they have in common. */
export interface BookedEntries {
  readonly entries: readonly DraftEntry[];
  readonly context: PostingContext;
}

const putEntries = compiledSql(sql`${sql.raw(UNAWAITED)}
  insert into journal_entries (id, idempotency_key, loan_id, event_id, kind, description, product_code, branch,
    booked_on, effective_on, currency, clock_id)
  select id, idempotency_key, loan_id, event_id, kind, description, product_code, branch, booked_on, effective_on,
    currency, clock_id
  from jsonb_populate_recordset(null::journal_entries, ${sql.placeholder('rows')}::jsonb)`);
const putLines = compiledSql(sql`${sql.raw(UNAWAITED)}
  insert into postings (entry_id, line_no, loan_id, account_code, amount_minor)
  select entry_id, line_no, loan_id, account_code, amount_minor
  from jsonb_populate_recordset(null::postings, ${sql.placeholder('rows')}::jsonb)`);

/** Writes entries with their lines, of one loan or of many; the database checks each of them when the transaction commits. */
export async function postEntries(tx: Tx, booked: readonly BookedEntries[]): Promise<void> {
  const drafts = booked.flatMap(({ entries, context }) =>
    entries.map((entry, index) => ({ entry, context, index, id: newId('led') })),
  );
  if (drafts.length === 0) return;
  const entries = drafts.map(({ entry, context, index, id }) => ({
    id,
    idempotency_key: `${context.keyPrefix}/${index + 1}/${entry.kind}`,
    loan_id: context.loanId,
    event_id: entry.eventKey,
    kind: entry.kind,
    description: entry.eventKey === null ? `time.${entry.kind}` : `event.${entry.kind}`,
    product_code: context.productCode,
    branch: context.branch,
    booked_on: context.bookedOn,
    effective_on: fromDay(entry.effectiveOn),
    currency: context.currency,
    clock_id: context.clockId,
  }));
  await putEntries(tx, { rows: JSON.stringify(entries) });
  const lines = drafts.flatMap(({ entry, context, id }) =>
    entry.lines.map((line, index) => ({
      entry_id: id,
      line_no: index + 1,
      loan_id: context.loanId,
      account_code: line.accountCode,
      amount_minor: line.amountMinor.toString(),
    })),
  );
  await putLines(tx, { rows: JSON.stringify(lines) });
}

/** The balances of portfolio accruals of a loan as lines of account and amount; `a` is its row, `b` its book. */
export const ACCRUAL_SIDES = sql`(values
  (b.interest_code, a.posted_interest_minor),
  (b.interest_income_code, a.posted_interest_vat_minor - a.posted_interest_minor),
  (b.penalty_code, a.posted_penalty_minor),
  (b.penalty_income_code, a.posted_penalty_vat_minor - a.posted_penalty_minor),
  (b.compound_code, a.posted_compound_minor),
  (b.compound_income_code, a.posted_compound_vat_minor - a.posted_compound_minor),
  (b.vat_code, -a.posted_interest_vat_minor - a.posted_penalty_vat_minor - a.posted_compound_vat_minor))`;

const heldByLedger = compiledSql<{ loan_id: string; account_code: string; balance: string }>(sql`
  select loan_id, account_code, sum(amount_minor)::text as balance
  from (
    select loan_id, account_code, amount_minor from postings where loan_id = any(${sql.placeholder('loanIds')}::text[])
    union all
    select a.loan_id, side.code, side.amount
    from loan_accruals a join accrual_books b on b.id = a.book_id
    cross join lateral ${ACCRUAL_SIDES} side (code, amount)
    where a.loan_id = any(${sql.placeholder('loanIds')}::text[])
  ) lines
  group by loan_id, account_code having sum(amount_minor) <> 0`);

/** What the ledger holds for each of some loans, account by account: its own entries and its share of portfolio accruals. */
export async function ledgersOf(
  db: Queryable,
  loanIds: readonly string[],
): Promise<Map<string, Map<string, bigint>>> {
  const { rows } = await heldByLedger(db, { loanIds });
  const ledgers = new Map(loanIds.map((loanId) => [loanId, new Map<string, bigint>()]));
  for (const row of rows) ledgers.get(row.loan_id)?.set(row.account_code, BigInt(row.balance));
  return ledgers;
}

/** What the ledger holds for one loan, account by account. */
export async function ledgerBalances(db: Queryable, loanId: string): Promise<Map<string, bigint>> {
  return (await ledgersOf(db, [loanId])).get(loanId) ?? new Map();
}
