import { type Account, type AccountRow, accountOf } from '../account/account-of';
import type { LoanEvent } from '../account/events';
import { type Amounts, items } from '../account/item';
import { type BookingRefusal, refusalOf } from '../account/refusal';
import type { AccountTerms } from '../account/terms';
import type { Day } from '../calendar/civil-day';
import { type DraftEntry, entriesForEvent } from './entries';

/** One due date on which the operation changes what is to be paid; null where there is no row. */
export interface RowChange {
  readonly dueOn: Day;
  readonly before: Readonly<Amounts> | null;
  readonly after: Readonly<Amounts> | null;
}

/** What an operation would do, shown before anybody confirms it: new plan as a difference, and the entries it would post. */
export interface Preview {
  readonly ok: true;
  readonly before: Account;
  readonly after: Account;
  readonly schedule: readonly RowChange[];
  readonly entries: readonly DraftEntry[];
}

function openByDueDate(rows: readonly AccountRow[]): Map<Day, Amounts> {
  const due = new Map<Day, Amounts>();
  for (const row of rows) {
    if (row.standing === 'cleared') continue;
    const known = due.get(row.dueOn);
    const sum = { ...row.open };
    if (known !== undefined) for (const item of items) sum[item] += known[item];
    due.set(row.dueOn, sum);
  }
  return due;
}

/** Due dates on which two states of a loan ask for different amounts. */
export function scheduleDifference(before: Account, after: Account): RowChange[] {
  const was = openByDueDate(before.rows);
  const is = openByDueDate(after.rows);
  const changes: RowChange[] = [];
  for (const dueOn of [...new Set([...was.keys(), ...is.keys()])].sort((a, b) => a - b)) {
    const from = was.get(dueOn) ?? null;
    const to = is.get(dueOn) ?? null;
    if (from === null || to === null || items.some((item) => from[item] !== to[item]))
      changes.push({ dueOn, before: from, after: to });
  }
  return changes;
}

/** Folds the loan with one more event without booking it. */
export function previewOf(
  terms: AccountTerms,
  events: readonly LoanEvent[],
  event: LoanEvent,
  on: Day,
): Preview | ({ readonly ok: false } & BookingRefusal) {
  const at = (known: readonly LoanEvent[], asOf: Day) => accountOf(terms, known, { asOf, knownOn: on });
  const account = at(events, Math.min(event.effectiveOn, on));
  const refusal = refusalOf(event, { terms, events, account, on });
  if (refusal !== null) return { ok: false, ...refusal };
  const before = at(events, on);
  const after = at([...events, { ...event, bookedOn: on }], on);
  return {
    ok: true,
    before,
    after,
    schedule: scheduleDifference(before, after),
    entries: entriesForEvent(terms, before, after, event),
  };
}
