import { eq } from 'drizzle-orm';
import type { Db } from '../db/client';
import { testClocks } from '../db/schema/clocks';
import type { Clock } from './deps';

/** The clock of the API: the system's time, or what the row of a test clock says. */
export function databaseClock(db: Db): Clock {
  return {
    async now(clockId) {
      if (clockId === null) return new Date();
      const [row] = await db
        .select({ now: testClocks.now })
        .from(testClocks)
        .where(eq(testClocks.id, clockId));
      return row?.now ?? new Date();
    },
  };
}
