import { and, asc, count, eq, inArray, isNotNull, isNull, ne, or, sql } from 'drizzle-orm';
import type { Queryable, Tx } from '../client';
import { savedViews as table } from '../schema/views';

export type ViewRow = typeof table.$inferSelect;
export type SharedRole = NonNullable<ViewRow['role']>;

/** Views of a list that this person made, or that are shared with one of these roles (`all`: with any), by name. */
export const viewsOf = (
  db: Queryable,
  { list, ownerId, roles }: { list: ViewRow['list']; ownerId: string; roles: readonly SharedRole[] | 'all' },
): Promise<ViewRow[]> =>
  db
    .select()
    .from(table)
    .where(
      and(
        eq(table.list, list),
        or(
          eq(table.ownerId, ownerId),
          roles === 'all' ? isNotNull(table.role) : inArray(table.role, [...roles]),
        ),
      ),
    )
    .orderBy(asc(table.name), asc(table.id));

/** One view, whoever made it. */
export async function viewOf(db: Queryable, id: string): Promise<ViewRow | undefined> {
  const [row] = await db.select().from(table).where(eq(table.id, id));
  return row;
}

/** From here to the end of the transaction nobody else writes a view: names, limits and defaults are judged on what stands. */
export async function holdViews(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('saved_views', 0))`);
}

/** How many views a person keeps. */
export async function viewsKept(tx: Tx, ownerId: string): Promise<number> {
  const [kept] = await tx.select({ n: count() }).from(table).where(eq(table.ownerId, ownerId));
  return kept?.n ?? 0;
}

/** Whether the owner keeps another view of the list under this name. */
export async function isNameTaken(
  tx: Tx,
  { id, ownerId, list, name }: Pick<ViewRow, 'id' | 'ownerId' | 'list' | 'name'>,
): Promise<boolean> {
  const same = and(
    ...[eq(table.ownerId, ownerId), eq(table.list, list), eq(table.name, name), ne(table.id, id)],
  );
  const [other] = await tx.select({ id: table.id }).from(table).where(same);
  return other !== undefined;
}

/** Takes the default away from whichever other view holds it in the place of this one; tells which did. */
export async function displaceDefault(tx: Tx, view: ViewRow): Promise<ViewRow | undefined> {
  const place =
    view.role === null ? and(isNull(table.role), eq(table.ownerId, view.ownerId)) : eq(table.role, view.role);
  const [displaced] = await tx
    .update(table)
    .set({ isDefault: false, version: sql`${table.version} + 1`, changedAt: view.changedAt })
    .where(and(place, eq(table.list, view.list), eq(table.isDefault, true), ne(table.id, view.id)))
    .returning();
  return displaced;
}

/** Puts a view in, or in the place of what it was. */
export async function putView(tx: Tx, view: ViewRow): Promise<void> {
  const { id: _id, ...set } = view;
  await tx.insert(table).values(view).onConflictDoUpdate({ target: table.id, set });
}

/** Deletes a view. */
export async function dropView(tx: Tx, id: string): Promise<void> {
  await tx.delete(table).where(eq(table.id, id));
}
