import { eq } from 'drizzle-orm';
import type { Queryable } from '../../db/client';
import { testClocks } from '../../db/schema/clocks';
import type { ClockStamp } from '../../providers/clock-stamp';
import { missingRow } from './failures';

/** Business time: the test clock's where there is one, else the system's. */
export async function timeOf(q: Queryable, clockId: string | null): Promise<Date> {
  if (clockId === null) return new Date();
  const [clock] = await q.select({ now: testClocks.now }).from(testClocks).where(eq(testClocks.id, clockId));
  if (!clock) throw missingRow('test clock', clockId);
  return clock.now;
}

/** The clock as the sandbox parties are told it; undefined in real time. */
export async function clockStampOf(q: Queryable, clockId: string | null): Promise<ClockStamp | undefined> {
  return clockId === null ? undefined : { id: clockId, now: (await timeOf(q, clockId)).toISOString() };
}
