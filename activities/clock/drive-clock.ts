import { activityInfo, Context, heartbeat } from '@temporalio/activity';
import type { Client } from '@temporalio/client';
import { eq } from 'drizzle-orm';
import type { ClockSteps } from '../../contracts/loan/clock';
import type { Db } from '../../db/client';
import { foldRest } from '../../db/repositories/close/fold-rest';
import { testClocks } from '../../db/schema/clocks';
import { businessDate } from '../../domain/calendar/business-date';
import type { SandboxClock } from '../../providers/clock-control';
import { failure, missingRow } from '../support/failures';
import { atWork, earliestWait, moveTo, unsettled } from './clock-rows';

/** Name of the signal that tells a loan its clock has moved (workflows/loan/messages.ts). */
const TICK = 'tick';
/** Looked again soon when little is open; the more there is, the longer it takes, and looking costs what it waits for. */
const POLL_MS = 8;
const POLL_PER_OPEN_MS = 3;
const LONGEST_POLL_MS = 60;
const SETTLE_LIMIT_MS = 120_000;
/** A loan that is still at work after this long is told the time again: its tick may have been lost in an outage. */
const REMIND_MS = 3_000;

export interface ClockDeps {
  db: Db;
  temporal: Client;
  /** The sandbox parties, which keep their callbacks in the same virtual time. Null when none are attached. */
  parties: SandboxClock | null;
  /** Closes the business dates that the clock passes. Null where that is not wanted: loans are then booked as it arrives. */
  closeDates:
    | ((clockId: string, way: { now: Date; next: Date }, alive: () => void) => Promise<number>)
    | null;
}

/** Books what time brought on every open loan of the clock. */
const bookUpTo = (db: Db, clockId: string, now: Date): Promise<number> =>
  foldRest(db, { on: businessDate(now.getTime()), clockId, partition: 0, fromLoan: '', toLoan: null }, () =>
    heartbeat(),
  );

/** A driver that stood still for too long was given up and replaced: it must not go on beside its successor. */
const stillOurs = (): void => Context.current().cancellationSignal.throwIfAborted();

/**
 * Moves a clock from one event to the next, never past one: each milestone, callback and deadline happens at its own
 * virtual time and in order. Everything is in Postgres and in the loans, so a driver that dies is simply run again.
 */
export function createClockSteps({ db, temporal, parties, closeDates }: ClockDeps): ClockSteps {
  const tick = async (workflowIds: string[], now: Date): Promise<void> => {
    const signals = workflowIds.map((id) =>
      temporal.workflow
        .getHandle(id)
        .signal(TICK, { now: now.toISOString() })
        .catch(() => undefined),
    );
    await Promise.all(signals);
  };

  const settle = async (clockId: string, now: Date): Promise<void> => {
    const startedAt = Date.now();
    let toldAt = startedAt;
    let calm = 0;
    while (calm < 2) {
      const open = await unsettled(db, clockId);
      calm = open === 0 ? calm + 1 : 0;
      stillOurs();
      heartbeat({ open });
      if (Date.now() - startedAt > SETTLE_LIMIT_MS) throw failure('CLOCK_NOT_SETTLED', clockId);
      if (Date.now() - toldAt > REMIND_MS) {
        await tick(await atWork(db, clockId), now);
        toldAt = Date.now();
      }
      const pauseMs = Math.min(LONGEST_POLL_MS, POLL_MS + open * POLL_PER_OPEN_MS);
      if (calm < 2) await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  };

  /** Lets the parties do what they planned until `now`; what they send us then settles before the next step. */
  const step = async (clockId: string, now: Date): Promise<void> => {
    const woken = await moveTo(db, clockId, now);
    if (woken === null) throw failure('CLOCK_TAKEN_OVER', clockId);
    await tick(woken, now);
    await settle(clockId, now);
    await parties?.advance(clockId, now);
    await settle(clockId, now);
  };

  return {
    async driveClock({ clockId }) {
      const [clock] = await db.select().from(testClocks).where(eq(testClocks.id, clockId));
      if (!clock) throw missingRow('test clock', clockId);
      const target = clock.target ?? clock.now;
      let { now } = clock;
      if (activityInfo().attempt > 1) await tick(await atWork(db, clockId), now);
      await settle(clockId, now);
      let steps = 0;
      while (now.getTime() < target.getTime()) {
        const wanted = [await earliestWait(db, clockId), (await parties?.next(clockId)) ?? null];
        const times = wanted.filter((at) => at !== null).map((at) => at.getTime());
        if (clock.until === 'next_event' && (steps > 0 || times.length === 0)) break;
        const from = now;
        now = new Date(Math.min(target.getTime(), Math.max(now.getTime(), Math.min(...times))));
        await closeDates?.(clockId, { now: from, next: now }, () => heartbeat());
        await step(clockId, now);
        steps += 1;
      }
      // Lists and figures then say of a loan what its own page says, though nothing happened to it for long.
      if (closeDates === null) await bookUpTo(db, clockId, now);
      await db
        .update(testClocks)
        .set({ status: 'ready', target: null, until: 'target' })
        .where(eq(testClocks.id, clockId));
      return { now: now.toISOString(), steps };
    },
  };
}
