import { eq } from 'drizzle-orm';
import type { Queryable } from '../../db/client';
import { testClocks } from '../../db/schema/clocks';
import { missingRow } from './failures';

/** Business time: the test clock's where there is one, else the system's. */
export async function timeOf(q: Queryable, clockId: string | null): Promise<Date> {
  if (clockId === null) return new Date();
  const [clock] = await q.select({ now: testClocks.now }).from(testClocks).where(eq(testClocks.id, clockId));
  if (!clock) throw missingRow('test clock', clockId);
  return clock.now;
}
