import { asc, eq, inArray, sql } from 'drizzle-orm';
import { newId } from '../../contracts/ids';
import { decodeLoanEvent, encodeLoanEvent } from '../../contracts/loan-events';
import type { LoanEvent } from '../../domain/account/events';
import { type Day, fromDay } from '../../domain/calendar/civil-day';
import type { Queryable, Tx } from '../client';
import { compiledRead, compiledSql, insertInto } from '../compiled';
import { loanEvents } from '../schema';

/** An event with its place in the books. */
export interface StoredEvent extends LoanEvent {
  readonly id: string;
  readonly seq: number;
  readonly actor: string;
}

/** An event as the statement below writes it: id, seq, actor, key, effective and booking day, body. */
type EventFields = readonly [string, number, string, string, Day, Day, unknown];

const eventLists = compiledSql<{ loan_id: string; events: EventFields[] }>(sql`
  select loan_id, json_agg(json_build_array(id, seq, actor, idempotency_key, effective_on - date '1970-01-01',
    booked_on - date '1970-01-01', body) order by seq) as events
  from loan_events where loan_id = any(${sql.placeholder('loanIds')}::text[]) group by loan_id`);

/**
 * All that is booked on each of some loans, in booking order. Postgres writes the events of a loan as one array: a long
 * life is hundreds of rows, and one text is read several times quicker than each field of each of them.
 */
export async function eventsOfAll(
  db: Queryable,
  loanIds: readonly string[],
): Promise<Map<string, StoredEvent[]>> {
  const { rows } = await eventLists(db, { loanIds });
  const byLoan = new Map<string, StoredEvent[]>(loanIds.map((loanId) => [loanId, []]));
  for (const { loan_id: loanId, events } of rows) byLoan.set(loanId, events.map(storedEvent));
  return byLoan;
}

function storedEvent([id, seq, actor, key, effectiveOn, bookedOn, body]: EventFields): StoredEvent {
  return { id, seq, actor, key, effectiveOn, bookedOn, body: decodeLoanEvent(body) };
}

/** As much of an event as a fold needs: key, effective and booking day, body. */
type FoldedFields = readonly [string, Day, Day, unknown];

const foldedFields = compiledRead((from) =>
  from
    .select({
      events: sql<FoldedFields[] | null>`json_agg(json_build_array(${loanEvents.idempotencyKey},
        ${loanEvents.effectiveOn} - date '1970-01-01', ${loanEvents.bookedOn} - date '1970-01-01', ${loanEvents.body})
        order by ${loanEvents.seq})`,
    })
    .from(loanEvents)
    .where(eq(loanEvents.loanId, sql.placeholder('loanId'))),
);

/** What a fold needs of all that is booked on a loan: a reading of a long life takes a fifth less than `eventsOf`. */
export async function foldableEventsOf(db: Queryable, loanId: string): Promise<LoanEvent[]> {
  const [row] = await foldedFields(db, { loanId });
  return (row?.events ?? []).map(([key, effectiveOn, bookedOn, body]) => ({
    key,
    effectiveOn,
    bookedOn,
    body: decodeLoanEvent(body),
  }));
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

const loanByKey = compiledRead((from) =>
  from
    .select({ loanId: loanEvents.loanId })
    .from(loanEvents)
    .where(eq(loanEvents.idempotencyKey, sql.placeholder('key'))),
);
const putEvent = insertInto(loanEvents);

/** The loan on which a key is booked, if it is. */
export async function loanOfKey(db: Queryable, key: string): Promise<string | null> {
  const [row] = await loanByKey(db, { key });
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
  await putEvent(tx, {
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
