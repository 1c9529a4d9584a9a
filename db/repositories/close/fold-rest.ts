import { inArray, type SQL, sql } from 'drizzle-orm';
import type { PartScope } from '../../../domain/close/scope';
import { InvariantError } from '../../../domain/invariant';
import type { Db, Tx } from '../../client';
import { loans } from '../../schema';
import { datesStillOpen } from '../accruals';
import { bookTo, foldTime } from '../book';
import { writeBookings } from '../booking-write';
import { eventsOfAll } from '../loan-events';
import { inPart, onClock } from './part';

/** Loans folded and written together: few enough that a payment, should it want one of them, waits but a moment. */
const BATCH = 100;

interface Behind extends Record<string, unknown> {
  readonly loan_id: string;
  readonly accrued_to: string;
}

const behind = (scope: PartScope): SQL => sql`
  select a.loan_id, a.accrued_to::text from loan_accruals a
  where ${onClock(sql`a.clock_id`, scope.clockId)} and a.in_close and ${inPart(sql`a.loan_id`, scope)}
    and a.accrued_to < ${scope.on}::date and a.status in ('active', 'overdue')
  order by a.loan_id`;

/** Of these loans those that stand as they were read and that nobody is booking; held from now on. */
async function holdUnchanged(tx: Tx, versions: ReadonlyMap<string, number>): Promise<Set<string>> {
  const { rows } = await tx.execute<{ id: string; version: number }>(sql`
    select l.id, l.version from loans l join loan_accruals a on a.loan_id = l.id
    where l.id = any(${sql.param([...versions.keys()])}::text[]) order by l.id
    for no key update of l, a skip locked`);
  return new Set(rows.filter(({ id, version }) => versions.get(id) === version).map(({ id }) => id));
}

/** Folds a batch while nothing is held, then writes it at once; answers the loans that were booked meanwhile. */
async function foldBatch(db: Db, batch: readonly Behind[], scope: PartScope): Promise<string[]> {
  const { on } = scope;
  const ids = batch.map(({ loan_id }) => loan_id);
  const from = new Map(batch.map(({ loan_id, accrued_to }) => [loan_id, accrued_to]));
  const rows = await db.select().from(loans).where(inArray(loans.id, ids));
  const events = await eventsOfAll(db, ids);
  const open = new Map<string | null, readonly string[]>();
  for (const one of new Set(from.values())) open.set(one, await datesStillOpen(db, scope, one));
  const folded = rows.map((loan) => {
    const booked = from.get(loan.id) ?? null;
    return foldTime(loan, events.get(loan.id) ?? [], { from: booked, between: open.get(booked) ?? [], on });
  });
  return db.transaction(async (tx) => {
    const held = await holdUnchanged(tx, new Map(rows.map(({ id, version }) => [id, version])));
    const booked = folded.filter(({ loan }) => held.has(loan.id));
    if (booked.length > 0) await writeBookings(tx, booked, scope);
    return ids.filter((id) => !held.has(id));
  });
}

/**
 * Books the date on the loans that accruing left: a due date, the end of a grace or a change of class lies in it, or they
 * are off the balance sheet. What is being booked by somebody else meanwhile is booked after it, one loan at a time.
 */
export async function foldRest(
  db: Db,
  scope: PartScope,
  alive: () => void = () => undefined,
): Promise<number> {
  const { on, clockId } = scope;
  const { rows } = await db.execute<Behind>(behind(scope));
  for (let at = 0; at < rows.length; at += BATCH) {
    for (const loanId of await foldBatch(db, rows.slice(at, at + BATCH), scope)) {
      const outcome = await db.transaction((tx) => bookTo(tx, { loanId, on, clockId, newEvents: [] }));
      // Somebody booked a later date meanwhile: that booking has posted this date too.
      if (!outcome.ok && outcome.code !== 'BOOKING_DATE_PASSED')
        throw new InvariantError(`closing ${on} on ${loanId} was refused: ${outcome.code}`);
    }
    alive();
  }
  return rows.length;
}
