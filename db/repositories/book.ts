import { decodeLoanEvent, encodeLoanEvent, type LoanEventBodyJson } from '../../contracts/loan-events';
import { type Account, accountOf } from '../../domain/account/account-of';
import type { LoanEvent } from '../../domain/account/events';
import { type BookingRefusal, refusalOf } from '../../domain/account/refusal';
import { type AccountSummary, summaryOf } from '../../domain/account/summary';
import type { AccountTerms } from '../../domain/account/terms';
import { toDay } from '../../domain/calendar/civil-day';
import { InvariantError } from '../../domain/invariant';
import { type DraftEntry, entriesForEvent, entriesForTime } from '../../domain/ledger/entries';
import type { Tx } from '../client';
import { datesStillOpen, lockAccrual } from './accruals';
import { type FoldedBooking, writeBookings } from './booking-write';
import { appendEvent, eventsOf, loanOfKey, resultsOf, type StoredEvent } from './loan-events';
import { findLoan, type LoanRow, lockLoan, termsOf } from './loans';

/** What somebody wants booked. The key makes a repeat harmless; use the business id of the fact (payment, payout, command). */
export interface NewEvent {
  readonly body: LoanEventBodyJson;
  readonly effectiveOn: string;
  readonly idempotencyKey: string;
  readonly actor: string;
}

export interface Booking {
  readonly loanId: string;
  /** Business date of the booking: everything is posted on it, whatever the events' effective dates. */
  readonly on: string;
  readonly clockId: string | null;
  readonly newEvents: readonly NewEvent[];
  readonly expectedVersion?: number;
}

/** An entry as callers see it; amounts as text, debit positive. */
export interface BookedEntry {
  readonly kind: string;
  readonly eventKey: string | null;
  readonly lines: readonly { readonly accountCode: string; readonly amountMinor: string }[];
}

export interface BookedResult {
  readonly ok: true;
  /** True when all the events were booked before and nothing was done. */
  readonly replayed: boolean;
  readonly loanId: string;
  readonly version: number;
  readonly summary: AccountSummary;
  readonly entries: readonly BookedEntry[];
  /** The loan as it stands now; a replay does not look. */
  readonly standing: { readonly loan: LoanRow; readonly account: Account } | null;
}

export type BookingOutcome =
  | BookedResult
  | ({ readonly ok: false } & (
      | BookingRefusal
      | { readonly code: 'LOAN_NOT_FOUND' }
      | { readonly code: 'VERSION_CONFLICT'; readonly version: number }
      | { readonly code: 'KEY_OF_ANOTHER_LOAN' }
      | { readonly code: 'KEY_REUSED' }
    ));

const legible = (entry: DraftEntry): BookedEntry => ({
  kind: entry.kind,
  eventKey: entry.eventKey,
  lines: entry.lines.map((line) => ({
    accountCode: line.accountCode,
    amountMinor: line.amountMinor.toString(),
  })),
});

function sameBody(stored: StoredEvent, wanted: NewEvent): boolean {
  const asked = encodeLoanEvent(decodeLoanEvent(wanted.body));
  return JSON.stringify(encodeLoanEvent(stored.body)) === JSON.stringify(asked);
}

function fold(terms: AccountTerms, events: readonly LoanEvent[], day: number): Account {
  return accountOf(terms, events, { asOf: day, knownOn: day });
}

interface Steps extends FoldedBooking {
  readonly booked: readonly { readonly event: LoanEvent; readonly actor: string; readonly result: unknown }[];
}

/** Dates on which time is booked on a loan: the ledger stands on `from`; `between` are earlier ones that are still to be closed. */
interface Passing {
  readonly from: string | null;
  readonly between: readonly string[];
  readonly on: string;
}

/** Books the passing of time until a day; what belongs to an earlier date that is still open is posted on that. */
export function foldTime(loan: LoanRow, known: readonly StoredEvent[], passing: Passing): FoldedBooking {
  const terms = termsOf(loan);
  let before = passing.from === null ? null : fold(terms, known, toDay(passing.from));
  const earlier = passing.between.map((on) => {
    const then = fold(terms, known, toDay(on));
    const entries = entriesForTime(terms, before, then, toDay(on));
    before = then;
    return { on, entries };
  });
  const day = toDay(passing.on);
  const account = fold(terms, known, day);
  const entries = entriesForTime(terms, before, account, day);
  return { loan, terms, account, worstDaysOverdue: account.daysOverdue, earlier, entries };
}

/** Folds one event after the other as of the booking date; each posts what it moved. */
function step(time: FoldedBooking, known: readonly StoredEvent[], booking: Booking): Steps | BookingRefusal {
  const { loan, terms, worstDaysOverdue } = time;
  const day = toDay(booking.on);
  const events: LoanEvent[] = [...known];
  let { account } = time;
  const entries: DraftEntry[] = [...time.entries];
  const booked: Steps['booked'][number][] = [];
  for (const wanted of booking.newEvents) {
    const event: LoanEvent = {
      key: wanted.idempotencyKey,
      effectiveOn: toDay(wanted.effectiveOn),
      bookedOn: day,
      body: decodeLoanEvent(wanted.body),
    };
    const then =
      event.effectiveOn >= day
        ? account
        : accountOf(terms, events, { asOf: event.effectiveOn, knownOn: day });
    const refusal = refusalOf(event, { terms, events, account: then, on: day });
    if (refusal !== null) return refusal;
    events.push(event);
    const after = fold(terms, events, day);
    const own = entriesForEvent(terms, account, after, event);
    entries.push(...own);
    account = after;
    const result = { summary: summaryOf(after), entries: own.map(legible) };
    booked.push({ event, actor: wanted.actor, result });
  }
  return { loan, terms, account, worstDaysOverdue, earlier: time.earlier, entries, booked };
}

/**
 * The one way money is booked on a loan: appends events, folds, posts the difference on the booking date, updates the read
 * model and proves that ledger and account agree, all in the caller's transaction. Without events it books the passing of time.
 */
export async function bookTo(tx: Tx, booking: Booking): Promise<BookingOutcome> {
  const loan = await lockLoan(tx, booking.loanId);
  if (loan === null) return { ok: false, code: 'LOAN_NOT_FOUND' };
  const known = await eventsOf(tx, loan.id);
  const fresh: NewEvent[] = [];
  for (const wanted of booking.newEvents) {
    const stored = known.find((event) => event.key === wanted.idempotencyKey);
    if (stored === undefined) {
      if ((await loanOfKey(tx, wanted.idempotencyKey)) !== null)
        return { ok: false, code: 'KEY_OF_ANOTHER_LOAN' };
      fresh.push(wanted);
    } else if (!sameBody(stored, wanted)) return { ok: false, code: 'KEY_REUSED' };
  }
  if (booking.newEvents.length > 0 && fresh.length === 0) return replay(tx, loan, booking);
  if (booking.expectedVersion !== undefined && booking.expectedVersion !== loan.version)
    return { ok: false, code: 'VERSION_CONFLICT', version: loan.version };
  const from = await lockAccrual(tx, loan.id);
  if (from !== null && booking.on < from) return { ok: false, code: 'BOOKING_DATE_PASSED' };
  const between = await datesStillOpen(tx, booking, from);
  const time = foldTime(loan, known, { from, between, on: booking.on });
  const steps = step(time, known, { ...booking, newEvents: fresh });
  if ('code' in steps) return { ok: false, ...steps };
  let seq = known.length;
  for (const { event, actor, result } of steps.booked) {
    seq += 1;
    await appendEvent(tx, loan.id, { ...event, seq, actor, result, clockId: booking.clockId });
  }
  const [summary] = await writeBookings(tx, [steps], booking);
  const after = await findLoan(tx, loan.id);
  if (summary === undefined || after === null) throw new InvariantError('a booking was not written');
  return {
    ok: true,
    replayed: false,
    loanId: loan.id,
    version: after.version,
    summary,
    entries: steps.entries.map(legible),
    standing: { loan: after, account: steps.account },
  };
}

async function replay(tx: Tx, loan: LoanRow, booking: Booking): Promise<BookedResult> {
  const keys = booking.newEvents.map((event) => event.idempotencyKey);
  const stored = (await resultsOf(tx, keys)) as StoredResult[];
  const last = stored.at(-1);
  if (last === undefined) throw new InvariantError('a booked event has no result');
  return {
    ok: true,
    replayed: true,
    loanId: loan.id,
    version: loan.version,
    summary: last.summary,
    entries: stored.flatMap((result) => result.entries),
    standing: null,
  };
}

interface StoredResult {
  readonly summary: AccountSummary;
  readonly entries: readonly BookedEntry[];
}
