import { sql } from 'drizzle-orm';
import { newId } from '../../contracts/ids';
import { fromDay } from '../../domain/calendar/civil-day';
import type { DraftEntry } from '../../domain/ledger/entries';
import type { Queryable, Tx } from '../client';
import { journalEntries, postings } from '../schema';

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

/** Writes entries with their lines; the database checks each of them when the transaction commits. */
export async function postEntries(
  tx: Tx,
  entries: readonly DraftEntry[],
  context: PostingContext,
): Promise<string[]> {
  if (entries.length === 0) return [];
  const { loanId, productCode, branch, currency, bookedOn, clockId } = context;
  const withIds = entries.map((entry) => ({ entry, id: newId('led') }));
  await tx.insert(journalEntries).values(
    withIds.map(({ entry, id }, index) => ({
      id,
      idempotencyKey: `${context.keyPrefix}/${index + 1}/${entry.kind}`,
      loanId,
      eventId: entry.eventKey,
      kind: entry.kind,
      description: entry.eventKey === null ? `time.${entry.kind}` : `event.${entry.kind}`,
      productCode,
      branch,
      bookedOn,
      effectiveOn: fromDay(entry.effectiveOn),
      currency,
      clockId,
    })),
  );
  await tx.insert(postings).values(
    withIds.flatMap(({ entry, id }) =>
      entry.lines.map((line, index) => ({
        entryId: id,
        lineNo: index + 1,
        loanId,
        accountCode: line.accountCode,
        amountMinor: line.amountMinor,
      })),
    ),
  );
  return withIds.map(({ id }) => id);
}

/** What the ledger holds for one loan, account by account: its own entries and its share of portfolio accruals. */
export async function ledgerBalances(db: Queryable, loanId: string): Promise<Map<string, bigint>> {
  const { rows } = await db.execute<{ account_code: string; balance: string }>(sql`
    select account_code, sum(amount_minor)::text as balance
    from (
      select account_code, amount_minor from postings where loan_id = ${loanId}
      union all
      select account_code, amount_minor from accrual_lines where loan_id = ${loanId}
    ) lines
    group by account_code having sum(amount_minor) <> 0`);
  return new Map(rows.map((row) => [row.account_code, BigInt(row.balance)]));
}
