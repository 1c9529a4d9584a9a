import { and, eq, gte, inArray, lte, sql } from 'drizzle-orm';
import type { Queryable } from '../../../db/client';
import { journalEntries, postings } from '../../../db/schema/ledger';
import { loans } from '../../../db/schema/loans';
import { fromDay, toDay } from '../../../domain/calendar/civil-day';
import { chart } from '../../../domain/ledger/chart';
import { onClock } from '../clock-scope';
import type { View } from './view';

/** The accounts through which customers' money comes and goes. */
export const CASH_ACCOUNTS = [chart.clearing.code, chart.bank.code];

/** Money in and out by day of booking, as the ledger has it; days without any are there with nothing. */
export async function cash(db: Queryable, { clockId, branch, currency, from, to }: View) {
  const amount = postings.amountMinor;
  const moves = db
    .select({
      on: journalEntries.bookedOn,
      inMinor: sql<string>`coalesce(sum(${amount}) filter (where ${amount} > 0), 0)::text`,
      outMinor: sql<string>`coalesce(-sum(${amount}) filter (where ${amount} < 0), 0)::text`,
    })
    .from(journalEntries)
    .innerJoin(postings, eq(postings.entryId, journalEntries.id))
    .$dynamic();
  const ofBranch =
    branch === null
      ? moves
      : moves.innerJoin(loans, and(eq(loans.id, journalEntries.loanId), eq(loans.branch, branch)));
  const rows = await ofBranch
    .where(
      and(
        onClock(journalEntries.clockId, clockId),
        gte(journalEntries.bookedOn, from),
        lte(journalEntries.bookedOn, to),
        eq(journalEntries.currency, currency),
        inArray(postings.accountCode, CASH_ACCOUNTS),
      ),
    )
    .groupBy(journalEntries.bookedOn);
  const days = Array.from({ length: toDay(to) - toDay(from) + 1 }, (_, at) => fromDay(toDay(from) + at));
  return days.map((on) => rows.find((row) => row.on === on) ?? { on, inMinor: '0', outMinor: '0' });
}
