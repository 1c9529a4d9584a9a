import { sql } from 'drizzle-orm';
import type { PartScope } from '../../../domain/close/scope';
import { FIVE_CLASSES } from '../../../domain/delinquency/five-class';
import type { Db } from '../../client';
import { inPart, onClock } from './part';

const NAMES = sql`${sql.param([...FIVE_CLASSES])}::text[]`;

/**
 * The lists people work from show the class that the date came to, observation and cross-default included. A booking of a
 * later date knows better; a loan that somebody is booking right now is left for the next close. Each reading keeps to the
 * part by itself: from candidates alone Postgres, which knows no figures of a day that began now, may read all of the day.
 */
export async function showClasses(db: Db, scope: PartScope): Promise<number> {
  const { on, clockId } = scope;
  const { rowCount } = await db.execute(sql`
    with candidate as materialized (
      select d.loan_id as id from loan_days d where d.closed_on = ${on}::date and d.five_class > 0
        and ${inPart(sql`d.loan_id`, scope)} and ${onClock(sql`d.clock_id`, clockId)}
      union
      select l.id from loans l where l.five_class <> 'pass'
        and ${inPart(sql`l.id`, scope)} and ${onClock(sql`l.clock_id`, clockId)}
    ), noted as materialized (
      select d.loan_id as id, (${NAMES})[1 + d.five_class] as class from candidate c
      join loan_days d on d.closed_on = ${on}::date and d.loan_id = c.id
      where ${inPart(sql`d.loan_id`, scope)} and d.status in ('active', 'overdue')
    ), stale as materialized (
      select l.id from loans l join noted n on n.id = l.id
      where l.five_class <> n.class and l.booked_to <= ${on}::date for no key update of l skip locked
    )
    update loans l set five_class = n.class, updated_at = now()
    from stale s join noted n on n.id = s.id where l.id = s.id and l.booked_to <= ${on}::date`);
  return rowCount ?? 0;
}
