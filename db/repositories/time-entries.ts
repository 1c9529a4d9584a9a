import type { DraftEntry } from '../../domain/ledger/entries';
import type { Queryable } from '../client';
import { accruedTo, datesStillOpen } from './accruals';
import { foldTime } from './book';
import { eventsOf } from './loan-events';
import type { LoanRow } from './loans';

/** What a booking on a day would post for the time since the ledger of a loan was brought to date, whatever else it books. */
export async function timeEntriesOf(
  db: Queryable,
  loan: LoanRow,
  on: string,
): Promise<readonly DraftEntry[]> {
  const from = await accruedTo(db, loan.id);
  if (from !== null && on < from) return [];
  const between = await datesStillOpen(db, { on, clockId: loan.clockId }, from);
  const { earlier, entries } = foldTime(loan, await eventsOf(db, loan.id), { from, between, on });
  return [...earlier.flatMap((day) => day.entries), ...entries];
}
