import { and, desc, eq, lt } from 'drizzle-orm';
import type { Queryable, Tx } from '../client';
import { accessChanges } from '../schema/access-changes';

export type AccessChangeRow = typeof accessChanges.$inferSelect;
export type NewAccessChange = typeof accessChanges.$inferInsert;

/** Stores a change that waits for a second person; whether it is new, since the same request may run again. */
export async function storeAccessChange(tx: Tx, change: NewAccessChange): Promise<boolean> {
  const stored = await tx
    .insert(accessChanges)
    .values(change)
    .onConflictDoNothing()
    .returning({ id: accessChanges.id });
  return stored.length > 0;
}

export async function findAccessChange(db: Queryable, id: string): Promise<AccessChangeRow | undefined> {
  const [row] = await db.select().from(accessChanges).where(eq(accessChanges.id, id));
  return row;
}

/** The change, held until the transaction ends, so that two words about it come one after the other. */
export async function lockAccessChange(tx: Tx, id: string): Promise<AccessChangeRow | undefined> {
  const [row] = await tx.select().from(accessChanges).where(eq(accessChanges.id, id)).for('update');
  return row;
}

/** Changes, newest first. */
export function listAccessChanges(
  db: Queryable,
  filter: {
    readonly status?: AccessChangeRow['status'];
    readonly subject?: string;
    readonly before?: string;
    readonly limit: number;
  },
): Promise<AccessChangeRow[]> {
  return db
    .select()
    .from(accessChanges)
    .where(
      and(
        filter.status === undefined ? undefined : eq(accessChanges.status, filter.status),
        filter.subject === undefined ? undefined : eq(accessChanges.subject, filter.subject),
        filter.before === undefined ? undefined : lt(accessChanges.id, filter.before),
      ),
    )
    .orderBy(desc(accessChanges.id))
    .limit(filter.limit);
}

/** Writes the word that ends a change; the caller holds its lock. */
export async function closeAccessChange(
  tx: Tx,
  id: string,
  word: Required<Pick<AccessChangeRow, 'status' | 'decidedBy' | 'decidedAt' | 'decisionCommentId'>>,
): Promise<void> {
  await tx.update(accessChanges).set(word).where(eq(accessChanges.id, id));
}
