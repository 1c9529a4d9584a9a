import { randomUUID } from 'node:crypto';
import { and, asc, desc, eq, lt, sql } from 'drizzle-orm';
import type { Db, Queryable } from '../client';
import type { Vault } from '../crypto/vault';
import { listExportParts, listExports } from '../schema/exports';

export type ListExportRow = typeof listExports.$inferSelect;

const HELD_SECONDS = 60;
const KEPT_HOURS = 24;
const TOLD_DAYS = 90;
const MOST_ATTEMPTS = 3;

const heldUntil = sql`now() + make_interval(secs => ${HELD_SECONDS})`;
const placeOf = (exportId: string, no: number) => ({
  ...{ table: 'list_export_parts', column: 'sealed' },
  rowId: `${exportId}/${no}`,
});

/** Somebody else writes this export by now: it was given up for dead. */
export class ExportLost extends Error {}

/** Puts an export at the end of the queue; nothing where one of this id is there already. */
export async function queueExport(
  db: Queryable,
  asked: Pick<ListExportRow, 'id' | 'askedBy' | 'list' | 'format' | 'locale' | 'filters' | 'rowsExpected'>,
): Promise<ListExportRow | undefined> {
  const [row] = await db
    .insert(listExports)
    .values({ ...asked, state: 'queued' })
    .onConflictDoNothing()
    .returning();
  return row;
}

/** One export, whoever asked for it. */
export async function exportOf(db: Queryable, id: string): Promise<ListExportRow | undefined> {
  const [row] = await db.select().from(listExports).where(eq(listExports.id, id));
  return row;
}

/** Takes the export that waits longest, or one whose writer died; what that one wrote is dropped. */
export async function takeExport(db: Db): Promise<(ListExportRow & { heldBy: string }) | undefined> {
  const heldBy = randomUUID();
  return db.transaction(async (tx) => {
    const [next] = await tx
      .select({ id: listExports.id, attempts: listExports.attempts })
      .from(listExports)
      .where(
        sql`${listExports.state} = 'queued' or (${listExports.state} = 'running' and ${listExports.heldUntil} < now())`,
      )
      .orderBy(asc(listExports.requestedAt))
      .limit(1)
      .for('update', { skipLocked: true });
    if (next === undefined) return undefined;
    const mine = eq(listExports.id, next.id);
    await tx.delete(listExportParts).where(eq(listExportParts.exportId, next.id));
    if (next.attempts >= MOST_ATTEMPTS) {
      await tx.update(listExports).set({ state: 'failed', finishedAt: sql`now()` }).where(mine);
      return undefined;
    }
    const [row] = await tx
      .update(listExports)
      .set({ state: 'running', rows: 0, bytes: 0, attempts: next.attempts + 1, heldBy, heldUntil })
      .where(mine)
      .returning();
    return row && { ...row, heldBy };
  });
}

type Held = Pick<ListExportRow, 'id'> & { heldBy: string };
const holding = ({ id, heldBy }: Held) =>
  and(eq(listExports.id, id), eq(listExports.heldBy, heldBy), eq(listExports.state, 'running'));

/** Keeps one more piece of the file, tells how far it is, and holds on to the export. */
export async function keepPart(
  db: Db,
  vault: Vault,
  held: Held,
  part: { no: number; content: Buffer; rows: number },
): Promise<void> {
  const { no, content, rows } = part;
  const sealed = vault.seal(placeOf(held.id, no), content);
  await db.transaction(async (tx) => {
    const kept = await tx
      .update(listExports)
      .set({ rows, heldUntil, bytes: sql`${listExports.bytes} + ${content.length}` })
      .where(holding(held))
      .returning({ id: listExports.id });
    if (kept.length === 0) throw new ExportLost();
    await tx.insert(listExportParts).values({ exportId: held.id, no, sealed });
  });
}

/** The file is whole: it can be fetched for a day. */
export async function finishExport(
  db: Db,
  held: Held,
  { rows, leftOff }: { rows: number; leftOff: boolean },
): Promise<void> {
  const keptUntil = sql`now() + make_interval(hours => ${KEPT_HOURS})`;
  await db
    .update(listExports)
    .set({ state: 'ready', rows, leftOff, finishedAt: sql`now()`, keptUntil, heldUntil: null })
    .where(holding(held));
}

/** Lets go of an export that did not come about: once more later, or for good. */
export async function dropExport(db: Db, held: Held, forGood: boolean): Promise<void> {
  await db.transaction(async (tx) => {
    const end = forGood
      ? { state: 'failed' as const, finishedAt: sql`now()` }
      : { state: 'queued' as const, requestedAt: sql`now()` };
    const dropped = await tx
      .update(listExports)
      .set(end)
      .where(holding(held))
      .returning({ id: listExports.id });
    if (dropped.length > 0) await tx.delete(listExportParts).where(eq(listExportParts.exportId, held.id));
  });
}

/** The newest exports that a person asked for. */
export const exportsOf = (db: Queryable, askedBy: string): Promise<ListExportRow[]> =>
  db
    .select()
    .from(listExports)
    .where(eq(listExports.askedBy, askedBy))
    .orderBy(desc(listExports.id))
    .limit(50);

/** The file of an export, piece by piece. */
export async function* partsOf(db: Queryable, vault: Vault, exportId: string): AsyncGenerator<Buffer> {
  for (let no = 0; ; no++) {
    const [part] = await db
      .select({ sealed: listExportParts.sealed })
      .from(listExportParts)
      .where(and(eq(listExportParts.exportId, exportId), eq(listExportParts.no, no)));
    if (part === undefined) return;
    yield vault.open(placeOf(exportId, no), part.sealed);
  }
}

/** Deletes files whose time is over, and later the note that they were made; the audit record stays. */
export async function forgetOldExports(db: Db, now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    const gone = await tx
      .update(listExports)
      .set({ state: 'expired' })
      .where(and(eq(listExports.state, 'ready'), lt(listExports.keptUntil, now)))
      .returning({ id: listExports.id });
    for (const { id } of gone) await tx.delete(listExportParts).where(eq(listExportParts.exportId, id));
  });
  const before = new Date(now.getTime() - TOLD_DAYS * 86_400_000);
  await db
    .delete(listExports)
    .where(and(eq(listExports.state, 'expired'), lt(listExports.requestedAt, before)));
}
