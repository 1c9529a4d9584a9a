import { sql } from 'drizzle-orm';
import type { PartScope } from '../../../domain/close/scope';
import { InvariantError } from '../../../domain/invariant';
import type { Db } from '../../client';
import { bookTo } from '../book';
import { inPart } from './part';

const PAGE = 500;

async function behind(db: Db, scope: PartScope, after: string): Promise<string[]> {
  const { rows } = await db.execute<{ id: string }>(sql`
    select l.id from loans l
    where l.clock_id is not distinct from ${scope.clockId} and l.id > ${after} and ${inPart(sql`l.id`, scope)}
      and l.booked_to < ${scope.on} and l.status in ('active', 'overdue')
    order by l.id limit ${PAGE}`);
  return rows.map((row) => row.id);
}

/**
 * Books the date on the loans that accruing left: a due date, the end of a grace or a change of class lies in it, or they
 * are off the balance sheet. Each is one booking of its own, as a payment is, so that a payment waits for at most one.
 */
export async function foldRest(
  db: Db,
  scope: PartScope,
  alive: () => void = () => undefined,
): Promise<number> {
  let loans = 0;
  let after = '';
  for (;;) {
    const ids = await behind(db, scope, after);
    for (const loanId of ids) {
      const { on, clockId } = scope;
      const outcome = await db.transaction((tx) => bookTo(tx, { loanId, on, clockId, newEvents: [] }));
      // Somebody booked a later date meanwhile: that booking has posted this date too.
      if (!outcome.ok && outcome.code !== 'BOOKING_DATE_PASSED')
        throw new InvariantError(`closing ${on} on ${loanId} was refused: ${outcome.code}`);
      loans += 1;
      alive();
    }
    const last = ids.at(-1);
    if (last === undefined) return loans;
    after = last;
  }
}
