import { eq } from 'drizzle-orm';
import type { Tx } from '../../db/client';
import { applications } from '../../db/schema/applications';
import { clockWaits } from '../../db/schema/clocks';
import { businessDate } from '../../domain/calendar/business-date';
import type { ActivityDeps } from './deps';
import { missingRow } from './failures';
import { once } from './step-key';
import { timeOf } from './time-of';

export type ApplicationRow = typeof applications.$inferSelect;

/** One database step of a loan: its transaction, its row (locked), and the time that counts for it. */
export interface Step {
  readonly tx: Tx;
  readonly app: ApplicationRow;
  readonly now: Date;
  /** Business date of `now`. */
  readonly today: string;
}

/**
 * Runs one transaction for a loan with its row locked. For a loan on a test clock, time is the clock's, and the loan
 * counts as at work until it goes to sleep again.
 */
export function inStep<T>(
  deps: ActivityDeps,
  applicationId: string,
  work: (step: Step) => Promise<T>,
): Promise<T> {
  return deps.db.transaction(async (tx) => {
    const [app] = await tx
      .select()
      .from(applications)
      .where(eq(applications.id, applicationId))
      .for('update');
    if (!app) throw missingRow('application', applicationId);
    const now = app.clockId === null ? new Date() : await wakeOnClock(tx, app.clockId, applicationId);
    const today = businessDate(now.getTime(), deps.settings.utcOffsetMinutes);
    return once(tx, () => work({ tx, app, now, today }));
  });
}

async function wakeOnClock(tx: Tx, clockId: string, applicationId: string): Promise<Date> {
  await tx
    .update(clockWaits)
    .set({ waitUntil: null, updatedAt: new Date() })
    .where(eq(clockWaits.workflowId, `loan/${applicationId}`));
  return timeOf(tx, clockId);
}

/** Changes the application's row in this step; its version tells readers that something moved. */
export async function change(step: Step, values: Partial<typeof applications.$inferInsert>): Promise<void> {
  const next = { ...values, version: step.app.version + 1, updatedAt: step.now };
  await step.tx.update(applications).set(next).where(eq(applications.id, step.app.id));
  Object.assign(step.app, next);
}
