import { asc, eq, inArray } from 'drizzle-orm';
import { newId } from '../../contracts/ids';
import { decodeLoanEvent, encodeLoanEvent } from '../../contracts/loan-events';
import type { LoanEvent } from '../../domain/account/events';
import { fromDay, toDay } from '../../domain/calendar/civil-day';
import type { Queryable, Tx } from '../client';
import { loanEvents } from '../schema';

/** An event with its place in the books. */
export interface StoredEvent extends LoanEvent {
  readonly id: string;
  readonly seq: number;
  readonly actor: string;
}

/** All that is booked on each of some loans, in booking order. */
export async function eventsOfAll(
  db: Queryable,
  loanIds: readonly string[],
): Promise<Map<string, StoredEvent[]>> {
  const rows = await db
    .select({
      id: loanEvents.id,
      loanId: loanEvents.loanId,
      seq: loanEvents.seq,
      actor: loanEvents.actor,
      idempotencyKey: loanEvents.idempotencyKey,
      effectiveOn: loanEvents.effectiveOn,
      bookedOn: loanEvents.bookedOn,
      body: loanEvents.body,
    })
    .from(loanEvents)
    .where(inArray(loanEvents.loanId, [...loanIds]))
    .orderBy(asc(loanEvents.loanId), asc(loanEvents.seq));
  const byLoan = new Map<string, StoredEvent[]>(loanIds.map((loanId) => [loanId, []]));
  for (const row of rows) {
    byLoan.get(row.loanId)?.push({
      id: row.id,
      seq: row.seq,
      actor: row.actor,
      key: row.idempotencyKey,
      effectiveOn: toDay(row.effectiveOn),
      bookedOn: toDay(row.bookedOn),
      body: decodeLoanEvent(row.body),
    });
  }
  return byLoan;
}

/** All that is booked on a loan, in booking order. */
export async function eventsOf(db: Queryable, loanId: string): Promise<StoredEvent[]> {
  return (await eventsOfAll(db, [loanId])).get(loanId) ?? [];
}

/** What the bookings of these events answered, in booking order. */
export async function resultsOf(db: Queryable, keys: readonly string[]): Promise<unknown[]> {
  const rows = await db
    .select({ result: loanEvents.result })
    .from(loanEvents)
    .where(inArray(loanEvents.idempotencyKey, [...keys]))
    .orderBy(asc(loanEvents.seq));
  return rows.map((row) => row.result);
}

/** The loan on which a key is booked, if it is. */
export async function loanOfKey(db: Queryable, key: string): Promise<string | null> {
  const [row] = await db
    .select({ loanId: loanEvents.loanId })
    .from(loanEvents)
    .where(eq(loanEvents.idempotencyKey, key));
  return row?.loanId ?? null;
}

/** Appends one event with what its booking answered. */
export async function appendEvent(
  tx: Tx,
  loanId: string,
  event: LoanEvent & {
    readonly seq: number;
    readonly actor: string;
    readonly clockId: string | null;
    readonly result: unknown;
  },
): Promise<string> {
  const id = newId('evt');
  await tx.insert(loanEvents).values({
    id,
    loanId,
    seq: event.seq,
    type: event.body.type,
    effectiveOn: fromDay(event.effectiveOn),
    bookedOn: fromDay(event.bookedOn),
    body: encodeLoanEvent(event.body),
    idempotencyKey: event.key,
    actor: event.actor,
    result: event.result,
    clockId: event.clockId,
  });
  return id;
}
