import { eq, getTableColumns, sql } from 'drizzle-orm';
import type { Tx } from '../../db/client';
import { compiledRead, updateWhere } from '../../db/compiled';
import { CHAIN_MOVED } from '../../db/repositories/audit-chain';
import { noRecords, type Records, writeRecords } from '../../db/repositories/records';
import { applications } from '../../db/schema/applications';
import { auditChains } from '../../db/schema/audit';
import { clockWaits } from '../../db/schema/clocks';
import { customers } from '../../db/schema/customers';
import { stepResults } from '../../db/schema/steps';
import { businessDate } from '../../domain/calendar/business-date';
import type { ActivityDeps } from './deps';
import { missingRow } from './failures';
import { currentKey } from './step-key';
import { timeOf } from './time-of';

export type ApplicationRow = typeof applications.$inferSelect;

/** One database step of a loan: its transaction, its row (locked), and the time that counts for it. */
export interface Step {
  readonly tx: Tx;
  readonly app: ApplicationRow;
  /** Whose loan it is: language and account, as messages need them. */
  readonly customer: { readonly locale: 'zh-CN' | 'en'; readonly subject: string | null };
  readonly now: Date;
  /** Business date of `now`. */
  readonly today: string;
  /** Traces and promises of this step, written together at its end. */
  readonly records: Records;
  /** What the step changes of the application's row, written once at its end. */
  readonly changes: ApplicationChange;
}

type ApplicationChange = Partial<typeof applications.$inferInsert>;

/** The application of a step, held, with what a repeat of the step would answer. */
const heldApplication = compiledRead((from) =>
  from
    .select({
      app: getTableColumns(applications),
      customer: { locale: customers.locale, subject: customers.subject },
      doneAs: stepResults.key,
      result: stepResults.result,
      seq: auditChains.seq,
      headHash: auditChains.headHash,
    })
    .from(applications)
    .innerJoin(customers, eq(customers.id, applications.customerId))
    .leftJoin(auditChains, eq(auditChains.subject, applications.id))
    .leftJoin(stepResults, eq(stepResults.key, sql.placeholder('key')))
    .where(eq(applications.id, sql.placeholder('applicationId')))
    .for('update', { of: applications }),
);
const changeApplication = updateWhere(applications, 'id');

/**
 * Runs one transaction for a loan with its row locked. For a loan on a test clock, time is the clock's, and the loan
 * counts as at work until it goes to sleep again. A repeat of a step's key returns the stored result and does nothing.
 */
export async function inStep<T>(
  deps: ActivityDeps,
  applicationId: string,
  work: (step: Step) => Promise<T>,
): Promise<T> {
  try {
    return await tryStep(deps, applicationId, work, 'read');
  } catch (error) {
    if (!saysChainMoved(error)) throw error;
    // Somebody else wrote to the loan's audit chain meanwhile: once more, with its end held.
    return tryStep(deps, applicationId, work, 'held');
  }
}

const saysChainMoved = (error: unknown): boolean =>
  error instanceof Error && (('code' in error && error.code === CHAIN_MOVED) || saysChainMoved(error.cause));

function tryStep<T>(
  deps: ActivityDeps,
  applicationId: string,
  work: (step: Step) => Promise<T>,
  end: 'read' | 'held',
): Promise<T> {
  const key = currentKey();
  return deps.db.transaction(async (tx) => {
    const [found] = await heldApplication(tx, { applicationId, key: key ?? '' });
    if (!found) throw missingRow('application', applicationId);
    const { app, customer, doneAs, seq, headHash, result: stored } = found;
    const now = app.clockId === null ? new Date() : await wakeOnClock(tx, app.clockId, applicationId);
    if (doneAs !== null) return stored as T;
    const today = businessDate(now.getTime(), deps.settings.utcOffsetMinutes);
    const step: Step = { tx, app, customer, now, today, records: noRecords(), changes: {} };
    const result = await work(step);
    // A key that came in meanwhile makes this insert fail; the step then runs again and finds the stored result.
    if (key !== null) step.records.results.push({ key, result });
    await writeChanges(step);
    const known = end === 'read' && seq !== null && headHash !== null;
    await writeRecords(tx, step.records, known ? { subject: app.id, seq, headHash } : undefined);
    return result;
  });
}

async function writeChanges({ tx, app, changes }: Step): Promise<void> {
  await changeApplication(tx, app.id, changes);
}

async function wakeOnClock(tx: Tx, clockId: string, applicationId: string): Promise<Date> {
  await tx
    .update(clockWaits)
    .set({ waitUntil: null, updatedAt: new Date() })
    .where(eq(clockWaits.workflowId, `loan/${applicationId}`));
  return timeOf(tx, clockId);
}

/** Changes the application's row in this step; its version tells readers that something moved. */
export async function change(step: Step, values: ApplicationChange): Promise<void> {
  const { app, now, changes } = step;
  const version = changes.version ?? app.version + 1;
  // A stage that is only passed through is written too: Postgres notes every move from stage to stage.
  if (changes.stage !== undefined && values.stage !== undefined && changes.stage !== values.stage)
    await writeChanges(step);
  Object.assign(changes, values, { version, updatedAt: now });
  Object.assign(app, changes);
}
