import { and, eq, type SQL, sql } from 'drizzle-orm';
import { MOVES, type Move } from '../../../contracts/http/dashboard';
import type { Queryable } from '../../../db/client';
import { applications } from '../../../db/schema/applications';
import { stageMoves } from '../../../db/schema/stage-moves';
import { onClock } from '../clock-scope';
import { between, hourOf, MOVE_IS } from '../moves';
import type { View } from './view';

/** How many applications arrived, by hour of the business day, in the period and today. */
export async function arrivals(db: Queryable, view: View) {
  const hour = hourOf(applications.createdAt);
  const today = sql.join(between(applications.createdAt, view.to, view.to), sql` and `);
  const rows = await db
    .select({
      hour,
      applications: sql<number>`count(*)::int`,
      today: sql<number>`(count(*) filter (where ${today}))::int`,
    })
    .from(applications)
    .where(arrivedIn(view))
    .groupBy(hour);
  const hours = Array.from({ length: 24 }, (_, at) => rows.find((row) => row.hour === at)?.applications ?? 0);
  return {
    hours,
    applications: hours.reduce((sum, one) => sum + one, 0),
    today: rows.reduce((sum, row) => sum + row.today, 0),
  };
}

/** How far the applications that arrived in the period have come. */
export async function funnel(db: Queryable, view: View) {
  const reached = db
    .select({
      id: stageMoves.applicationId,
      ...Object.fromEntries(MOVES.map((move) => [move, sql<boolean>`bool_or(${MOVE_IS[move]})`.as(move)])),
    })
    .from(stageMoves)
    .innerJoin(applications, eq(applications.id, stageMoves.applicationId))
    .where(arrivedIn(view))
    .groupBy(stageMoves.applicationId)
    .as('reached');
  const counted = (move: Move): SQL<number> => sql`(count(*) filter (where ${sql.identifier(move)}))::int`;
  const [row] = await db.select(Object.fromEntries(MOVES.map((move) => [move, counted(move)]))).from(reached);
  return MOVES.map((step) => ({ step, applications: Number(row?.[step] ?? 0) }));
}

const arrivedIn = ({ clockId, from, to }: View): SQL | undefined =>
  and(onClock(applications.clockId, clockId), ...between(applications.createdAt, from, to));
