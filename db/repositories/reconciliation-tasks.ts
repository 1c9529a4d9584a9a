import { and, asc, desc, eq, getTableColumns, gt, isNull, lt, type SQL, sql } from 'drizzle-orm';
import type { Queryable, Tx } from '../client';
import { reconciliations, reconciliationTasks, statementLines } from '../schema';
import { sameClock } from './own-moves';

export type ReconciliationRow = typeof reconciliations.$inferSelect & { readonly unsettledCount: number };
export type ReconciliationTaskRow = typeof reconciliationTasks.$inferSelect;
export type StatementLineRow = typeof statementLines.$inferSelect;

/** Reconciled days, the latest first. */
export function listReconciliations(
  db: Queryable,
  page: { readonly clockId: string | null; readonly before?: string; readonly limit: number },
): Promise<ReconciliationRow[]> {
  const unsettledCount = sql<number>`(select count(*)::int from ${reconciliationTasks} t
    where t.reconciliation_id = "reconciliations"."id" and t.status <> 'confirmed')`;
  return db
    .select({ ...getTableColumns(reconciliations), unsettledCount })
    .from(reconciliations)
    .where(
      and(
        sameClock(reconciliations.clockId, page.clockId),
        page.before === undefined ? undefined : lt(reconciliations.statementOn, page.before),
      ),
    )
    .orderBy(desc(reconciliations.statementOn))
    .limit(page.limit);
}

/** Lines of a reconciled statement, in the bank's order; all of them, or only those that matched nothing. */
export function listStatementLines(
  db: Queryable,
  reconciliationId: string,
  page: { readonly unmatchedOnly: boolean; readonly after?: number; readonly limit: number },
): Promise<StatementLineRow[]> {
  const conditions: (SQL | undefined)[] = [
    eq(statementLines.reconciliationId, reconciliationId),
    page.unmatchedOnly ? isNull(statementLines.matchedRef) : undefined,
    page.after === undefined ? undefined : gt(statementLines.lineNo, page.after),
  ];
  return db
    .select()
    .from(statementLines)
    .where(and(...conditions))
    .orderBy(asc(statementLines.lineNo))
    .limit(page.limit);
}

/** Which differences are asked for: of one clock, in one state, of one statement. */
interface Which {
  readonly clockId: string | null;
  readonly status?: ReconciliationTaskRow['status'];
  readonly reconciliationId?: string;
}

const asked = ({ clockId, status, reconciliationId }: Which): SQL | undefined =>
  and(
    sameClock(reconciliationTasks.clockId, clockId),
    status === undefined ? undefined : eq(reconciliationTasks.status, status),
    reconciliationId === undefined ? undefined : eq(reconciliationTasks.reconciliationId, reconciliationId),
  );

/** A difference in the currency of its statement. */
export type DifferenceRow = ReconciliationTaskRow & { readonly currency: string };

const IN_CURRENCY = { ...getTableColumns(reconciliationTasks), currency: reconciliations.currency };
const ofStatement = eq(reconciliations.id, reconciliationTasks.reconciliationId);

/** Differences in one state, oldest first; of one statement, or of all. */
export function listReconciliationTasks(
  db: Queryable,
  page: Which & { readonly kind?: string; readonly after?: string; readonly limit: number },
): Promise<DifferenceRow[]> {
  const { kind, after } = page;
  return db
    .select(IN_CURRENCY)
    .from(reconciliationTasks)
    .innerJoin(reconciliations, ofStatement)
    .where(
      and(
        asked(page),
        kind === undefined ? undefined : eq(reconciliationTasks.kind, kind),
        after === undefined ? undefined : gt(reconciliationTasks.id, after),
      ),
    )
    .orderBy(asc(reconciliationTasks.id))
    .limit(page.limit);
}

/** The same differences counted and summed by kind and currency, the most frequent first. */
export function differenceKinds(db: Queryable, which: Which) {
  const { kind, status, bankMinor, ownMinor } = reconciliationTasks;
  const counted = (state: ReconciliationTaskRow['status']) =>
    sql<number>`count(*) filter (where ${status} = ${state})::int`;
  return db
    .select({
      kind,
      currency: reconciliations.currency,
      count: sql<number>`count(*)::int`,
      open: counted('open'),
      resolved: counted('resolved'),
      confirmed: counted('confirmed'),
      bankMinor: sql<string>`coalesce(sum(${bankMinor}), 0)::text`,
      ownMinor: sql<string>`coalesce(sum(${ownMinor}), 0)::text`,
    })
    .from(reconciliationTasks)
    .innerJoin(reconciliations, ofStatement)
    .where(asked(which))
    .groupBy(kind, reconciliations.currency)
    .orderBy(sql`count(*) desc`, asc(kind), asc(reconciliations.currency));
}

/** Differences that nobody has settled, oldest first. */
export function openReconciliationTasks(db: Queryable, clockId: string | null) {
  return listReconciliationTasks(db, { clockId, status: 'open', limit: 1_000 });
}

export async function findReconciliationTask(db: Queryable, id: string): Promise<DifferenceRow | null> {
  const [row] = await db
    .select(IN_CURRENCY)
    .from(reconciliationTasks)
    .innerJoin(reconciliations, ofStatement)
    .where(eq(reconciliationTasks.id, id));
  return row ?? null;
}

/** Settles a difference with a reason code; null when somebody else has settled it. */
export async function resolveReconciliationTask(
  tx: Tx,
  taskId: string,
  resolved: {
    readonly by: string;
    readonly code: string;
    readonly at: Date;
    readonly commentId?: string;
  },
): Promise<ReconciliationTaskRow | null> {
  const [row] = await tx
    .update(reconciliationTasks)
    .set({
      status: 'resolved',
      resolution: resolved.code,
      resolvedBy: resolved.by,
      resolvedAt: resolved.at,
      resolutionCommentId: resolved.commentId ?? null,
    })
    .where(and(eq(reconciliationTasks.id, taskId), eq(reconciliationTasks.status, 'open')))
    .returning();
  return row ?? null;
}

/** The second reading: another person agrees, or opens the difference again; null when it is not waiting for one. */
export async function readReconciliationTask(
  tx: Tx,
  taskId: string,
  reading: { readonly by: string; readonly agrees: boolean; readonly at: Date },
): Promise<ReconciliationTaskRow | null> {
  const reopened = {
    status: 'open' as const,
    resolution: null,
    resolvedBy: null,
    resolvedAt: null,
    resolutionCommentId: null,
  };
  const confirmed = { status: 'confirmed' as const, confirmedBy: reading.by, confirmedAt: reading.at };
  const [row] = await tx
    .update(reconciliationTasks)
    .set(reading.agrees ? confirmed : reopened)
    .where(and(eq(reconciliationTasks.id, taskId), eq(reconciliationTasks.status, 'resolved')))
    .returning();
  return row ?? null;
}
