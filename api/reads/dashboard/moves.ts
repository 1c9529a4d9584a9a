import { and, count, countDistinct, eq, inArray, isNotNull, type SQL, sql } from 'drizzle-orm';
import type { Move } from '../../../contracts/http/dashboard';
import { OPEN_STAGES } from '../../../contracts/loan/stage';
import type { Queryable } from '../../../db/client';
import { applications } from '../../../db/schema/applications';
import { loans } from '../../../db/schema/loans';
import { stageMoves } from '../../../db/schema/stage-moves';
import { onClock } from '../clock-scope';
import { between, MOVE_IS } from '../moves';
import type { View } from './view';

const movedIn = ({ clockId, from, to }: View): SQL | undefined =>
  and(onClock(stageMoves.clockId, clockId), ...between(stageMoves.enteredAt, from, to));

/** Verdicts and payouts that fell in the period, and today; an application counts once in each. */
export async function verdicts(db: Queryable, view: View) {
  const today = sql.join(between(stageMoves.enteredAt, view.to, view.to), sql` and `);
  const apps = (move: Move, more: SQL = sql`true`): SQL<number> =>
    sql`(count(distinct ${stageMoves.applicationId}) filter (where ${MOVE_IS[move]} and ${more}))::int`;
  const [row] = await db
    .select({
      approved: apps('approved'),
      declined: apps('declined'),
      approvedToday: apps('approved', today),
      declinedToday: apps('declined', today),
    })
    .from(stageMoves)
    .where(and(movedIn(view), inArray(stageMoves.stage, ['OFFER', 'DECLINED', 'CLOSED'])));
  return row ?? { approved: 0, declined: 0, approvedToday: 0, declinedToday: 0 };
}

/** What was paid out first: of a loan in stages not more than asked for, of any other its principal. */
const paidFirst = sql`least(coalesce(${applications.firstDrawMinor}, ${loans.principalMinor}), ${loans.principalMinor})`;

/** Loans paid out in the period and today, with what was paid out when they began. */
export async function payouts(db: Queryable, view: View) {
  const today = sql.join(between(stageMoves.enteredAt, view.to, view.to), sql` and `);
  const [row] = await db
    .select({
      paidOut: countDistinct(loans.id),
      paidOutMinor: sql<string>`coalesce(sum(${paidFirst}), 0)::text`,
      paidOutToday: sql<number>`(count(distinct ${loans.id}) filter (where ${today}))::int`,
      paidOutTodayMinor: sql<string>`coalesce(sum(${paidFirst}) filter (where ${today}), 0)::text`,
    })
    .from(stageMoves)
    .innerJoin(loans, eq(loans.applicationId, stageMoves.applicationId))
    .innerJoin(applications, eq(applications.id, loans.applicationId))
    .where(
      and(
        movedIn(view),
        MOVE_IS.paid_out,
        eq(loans.currency, view.currency),
        view.branch === null ? undefined : eq(loans.branch, view.branch),
      ),
    );
  return row ?? { paidOut: 0, paidOutMinor: '0', paidOutToday: 0, paidOutTodayMinor: '0' };
}

/** How long applications stayed in each stage that they left in the period: half within p50, nine of ten within p90. */
export async function turnaround(db: Queryable, view: View) {
  const stayed = sql`extract(epoch from ${stageMoves.enteredAt} - ${stageMoves.fromAt})`;
  const within = (share: number): SQL<number> =>
    sql`ceil(percentile_disc(${share}::float8) within group (order by ${stayed}))::int`;
  const rows = await db
    .select({
      stage: stageMoves.fromStage,
      moves: count(),
      p50Seconds: within(0.5),
      p90Seconds: within(0.9),
    })
    .from(stageMoves)
    .where(and(movedIn(view), isNotNull(stageMoves.fromAt), inArray(stageMoves.fromStage, [...OPEN_STAGES])))
    .groupBy(stageMoves.fromStage);
  return OPEN_STAGES.flatMap((stage) => {
    const row = rows.find((one) => one.stage === stage);
    return row === undefined ? [] : [{ ...row, stage }];
  });
}
