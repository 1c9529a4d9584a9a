import { asc, sql } from 'drizzle-orm';
import type { Queryable } from '../client';
import { glAccounts } from '../schema/ledger';

/** The currency of a house that has no loans yet. */
const OF_NO_BOOKS = 'CNY';

/**
 * The currencies that a clock has books in, CNY first. Every entry is of a loan, or of all loans of an accrual book: no
 * loan is written without its book, and there are few of them however many loans share them.
 */
export async function currenciesOfBooks(db: Queryable, clockId: string | null): Promise<string[]> {
  const { rows } = await db.execute<{ currency: string }>(sql`
    select currency from accrual_books where clock_id is not distinct from ${clockId}
    group by currency order by currency <> 'CNY', currency`);
  return rows.map(({ currency }) => currency);
}

/** The currency that was asked for; else the first that a clock has books in. */
export async function currencyAsked(
  db: Queryable,
  clockId: string | null,
  asked: string | undefined,
): Promise<string> {
  return asked ?? (await currenciesOfBooks(db, clockId))[0] ?? OF_NO_BOOKS;
}

/** The chart of accounts (科目表) by code. */
export function chartOfAccounts(db: Queryable) {
  const { code, nameZh, nameEn, kind } = glAccounts;
  return db.select({ code, nameZh, nameEn, kind }).from(glAccounts).orderBy(asc(code));
}
