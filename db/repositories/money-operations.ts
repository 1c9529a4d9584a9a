import { and, desc, eq, getTableColumns, lt } from 'drizzle-orm';
import type { Queryable, Tx } from '../client';
import { loanEvents, loans, moneyOperations } from '../schema';

export type OperationRow = typeof moneyOperations.$inferSelect;
export type NewOperation = typeof moneyOperations.$inferInsert;

/** Stores an ordered operation; the same id again finds the first. */
export async function storeOperation(tx: Tx, operation: NewOperation): Promise<void> {
  await tx.insert(moneyOperations).values(operation).onConflictDoNothing();
}

export async function findOperation(db: Queryable, id: string): Promise<OperationRow | null> {
  const [row] = await db.select().from(moneyOperations).where(eq(moneyOperations.id, id));
  return row ?? null;
}

/** The operation, held until the transaction ends. */
export async function lockOperation(tx: Tx, id: string): Promise<OperationRow | null> {
  const [row] = await tx.select().from(moneyOperations).where(eq(moneyOperations.id, id)).for('update');
  return row ?? null;
}

/** Operations, newest first, with the currency of their loans. */
export function listOperations(
  db: Queryable,
  filter: {
    readonly status?: OperationRow['status'];
    readonly loanId?: string;
    readonly before?: string;
    readonly limit: number;
  },
): Promise<(OperationRow & { readonly currency: string })[]> {
  return db
    .select({ ...getTableColumns(moneyOperations), currency: loans.currency })
    .from(moneyOperations)
    .innerJoin(loans, eq(loans.id, moneyOperations.loanId))
    .where(
      and(
        filter.status === undefined ? undefined : eq(moneyOperations.status, filter.status),
        filter.loanId === undefined ? undefined : eq(moneyOperations.loanId, filter.loanId),
        filter.before === undefined ? undefined : lt(moneyOperations.id, filter.before),
      ),
    )
    .orderBy(desc(moneyOperations.id))
    .limit(filter.limit);
}

/** The word of a second person; null when somebody decided before. */
export async function decideOperation(
  tx: Tx,
  id: string,
  word: {
    readonly status: 'confirmed' | 'rejected';
    readonly by: string;
    readonly at: Date;
    readonly commentId: string | undefined;
  },
): Promise<OperationRow | null> {
  const [row] = await tx
    .update(moneyOperations)
    .set({
      status: word.status,
      decidedBy: word.by,
      decidedAt: word.at,
      decisionCommentId: word.commentId ?? null,
    })
    .where(and(eq(moneyOperations.id, id), eq(moneyOperations.status, 'proposed')))
    .returning();
  return row ?? null;
}

/** What became of a confirmed operation when the loan took it up. */
export async function closeOperation(
  tx: Tx,
  id: string,
  fate: { readonly status: 'applied' | 'refused'; readonly refusal: string | null; readonly at: Date },
): Promise<void> {
  await tx
    .update(moneyOperations)
    .set({ status: fate.status, refusal: fate.refusal, appliedAt: fate.at })
    .where(eq(moneyOperations.id, id));
}

/** Key, body and loan of a booked event, for its reversal. */
export async function bookedEvent(
  db: Queryable,
  loanId: string,
  eventId: string,
): Promise<{ key: string; type: string; body: unknown } | null> {
  const [row] = await db
    .select({ key: loanEvents.idempotencyKey, type: loanEvents.type, body: loanEvents.body })
    .from(loanEvents)
    .where(and(eq(loanEvents.id, eventId), eq(loanEvents.loanId, loanId)));
  return row ?? null;
}
