import type { Dashboard } from '../../../contracts/http/dashboard';
import type { Db } from '../../../db/client';
import { currenciesOfBooks } from '../../../db/repositories/ledger-books';
import { arrivals, funnel } from './arrivals';
import { cash } from './cash';
import { payouts, turnaround, verdicts } from './moves';
import { portfolio } from './portfolio';
import type { View } from './view';

/** All figures of a view from one snapshot of the database, so that they agree with each other. */
export async function readDashboard(db: Db, view: View): Promise<Omit<Dashboard, 'asOf'>> {
  return db.transaction(
    async (tx) => {
      const arrived = await arrivals(tx, view);
      const verdict = await verdicts(tx, view);
      const paid = await payouts(tx, view);
      const decided = verdict.approved + verdict.declined;
      return {
        clockId: view.clockId,
        currency: view.currency,
        currencies: await currenciesOfBooks(tx, view.clockId),
        from: view.from,
        to: view.to,
        today: {
          applications: arrived.today,
          approved: verdict.approvedToday,
          declined: verdict.declinedToday,
          paidOut: paid.paidOutToday,
          paidOutMinor: paid.paidOutTodayMinor,
        },
        period: {
          applications: arrived.applications,
          approved: verdict.approved,
          declined: verdict.declined,
          paidOut: paid.paidOut,
          paidOutMinor: paid.paidOutMinor,
          approvalRateBps: decided === 0 ? null : Math.round((verdict.approved * 10_000) / decided),
        },
        funnel: [
          { step: 'submitted' as const, applications: arrived.applications },
          ...(await funnel(tx, view)),
        ],
        turnaround: await turnaround(tx, view),
        hours: arrived.hours,
        ...(await portfolio(tx, view)),
        cash: await cash(tx, view),
      };
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
}

/** A text that differs as soon as anything at all was committed: cheap to ask, and it misses nothing. */
export async function changeMark(db: Db): Promise<string> {
  const { rows } = await db.execute<{ mark: string }>('select pg_current_snapshot()::text as mark');
  return rows[0]?.mark ?? '';
}
