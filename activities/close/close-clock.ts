import type { Db } from '../../db/client';
import { datesToClose } from '../../db/repositories/close/runs';
import { businessDay, shanghaiOffsetMinutes } from '../../domain/calendar/business-date';
import { fromDay, toDay } from '../../domain/calendar/civil-day';
import type { PaymentClient } from '../../providers/payments/port';
import { moveTo } from '../clock/clock-rows';
import { closeDay } from './close-day';
import { reconcileDay } from './reconcile-day';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** Minutes after midnight at which a date is closed, as in real time. */
const AFTER_MIDNIGHT = 10;

/** When a date is closed: ten minutes into the next one. */
export function closingInstant(on: string, utcOffsetMinutes = shanghaiOffsetMinutes): Date {
  return new Date((toDay(on) + 1) * DAY_MS + (AFTER_MIDNIGHT - utcOffsetMinutes) * MINUTE_MS);
}

/** What closing the dates of a clock needs: the books, and the bank whose statement of each date is set against them. */
export interface ClockCloseDeps {
  readonly db: Db;
  readonly payments: Pick<PaymentClient, 'fetchStatement'>;
}

/**
 * Closes each business date of a test clock that ends on its way from `now` to `next`, at its own virtual time, and
 * reconciles it with the bank. No loan wants to wake before `next`, so nothing else happens meanwhile.
 */
export async function closeDatesUntil(
  { db, payments }: ClockCloseDeps,
  clockId: string,
  way: { readonly now: Date; readonly next: Date },
  alive: () => void,
): Promise<number> {
  const endedBefore = (at: Date) => businessDay(at.getTime() - AFTER_MIDNIGHT * MINUTE_MS) - 1;
  if (endedBefore(way.next) === endedBefore(way.now)) return 0;
  const dates = await datesToClose(db, clockId, fromDay(endedBefore(way.next)));
  for (const on of dates) {
    const at = closingInstant(on);
    if (at > way.now) await moveTo(db, clockId, at);
    await closeDay(db, { on, clockId }, at, { parallel: 1, alive });
    const clock = { id: clockId, now: at.toISOString() };
    await reconcileDay({ db, payments }, { on, clockId, at }, { clock });
  }
  return dates.length;
}
