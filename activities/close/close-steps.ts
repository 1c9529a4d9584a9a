import { heartbeat } from '@temporalio/activity';
import type { Logger } from 'pino';
import type { CloseSteps } from '../../contracts/close/steps';
import type { Db } from '../../db/client';
import { datesToClose, datesToReconcile } from '../../db/repositories/close/runs';
import { businessDay } from '../../domain/calendar/business-date';
import { fromDay } from '../../domain/calendar/civil-day';
import type { PaymentClient } from '../../providers/payments/port';
import { closeDay } from './close-day';
import { reconcileDay } from './reconcile-day';

export interface CloseDeps {
  readonly db: Db;
  readonly payments: Pick<PaymentClient, 'fetchStatement'>;
  readonly utcOffsetMinutes: number;
  readonly log: Logger;
}

/** Dates handed to the workflow at once, so that its history stays short after a long stop. */
const MOST_DATES = 31;
/** Parts worked on at once by one worker. */
const PARALLEL = 2;

/** Steps of the nightly close in real time; test clocks close their dates as they pass them. */
export function createCloseSteps({ db, payments, utcOffsetMinutes, log }: CloseDeps): CloseSteps {
  const clockId = null;
  return {
    async datesToClose() {
      const yesterday = fromDay(businessDay(Date.now(), utcOffsetMinutes) - 1);
      return (await datesToClose(db, clockId, yesterday)).slice(0, MOST_DATES);
    },
    async closeDate({ on }) {
      const settings = { parallel: PARALLEL, alive: () => heartbeat() };
      const { findings, replayed } = await closeDay(db, { on, clockId }, new Date(), settings);
      for (const { check, subject } of findings) log.error({ on, check, subject }, 'ledger proof disagrees');
      return { on, replayed, findings: findings.length };
    },
    async datesToReconcile() {
      return (await datesToReconcile(db, clockId)).slice(0, MOST_DATES);
    },
    async reconcileDate({ on }) {
      const differences = await reconcileDay({ db, payments }, { on, clockId, at: new Date() }, {});
      if (differences > 0) log.warn({ on, differences }, 'bank statement differs');
      return { differences };
    },
  };
}
