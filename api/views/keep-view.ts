import type { z } from 'zod';
import type { ChangeView, CreateView } from '../../contracts/http/views';
import { MOST_VIEWS } from '../../contracts/http/views';
import type { Db, Tx } from '../../db/client';
import {
  displaceDefault,
  dropView,
  holdViews,
  isNameTaken,
  putView,
  type ViewRow,
  viewOf,
  viewsKept,
} from '../../db/repositories/saved-views';
import type { Actor } from '../auth/actor';
import { fieldProblem, ProblemError } from '../problem';
import { auditView } from './audit-view';
import { checkedQuery } from './checked-query';
import { mayChange, maySee, mayStand } from './rights';

/** Who acts on a view, and when. */
export interface Keeping {
  actor: Actor;
  at: Date;
}

/** A view that this person may see; those of others do not exist for them. */
export async function seenView(db: Db | Tx, actor: Actor, id: string): Promise<ViewRow> {
  const row = await viewOf(db, id);
  if (row === undefined || !maySee(actor, row)) throw new ProblemError('NOT_FOUND');
  return row;
}

/** Keeps a new view. Run again under the same id, it finds what it made. */
export function createView(
  db: Db,
  keeping: Keeping,
  { id, body }: { id: string; body: z.output<typeof CreateView> },
): Promise<ViewRow> {
  const query = checkedQuery(body.list, body.query);
  return db.transaction(async (tx) => {
    await holdViews(tx);
    const made = await viewOf(tx, id);
    if (made !== undefined) return made;
    const { actor, at } = keeping;
    if ((await viewsKept(tx, actor.id)) >= MOST_VIEWS) throw new ProblemError('VIEW_LIMIT_REACHED');
    const row = { ...body, id, query, ownerId: actor.id, version: 1, createdAt: at, changedAt: at };
    await stand(tx, keeping, { before: null, after: row });
    return row;
  });
}

/** Changes a view that nobody else changed since it was read; given to another role, it no longer opens by itself. */
export function changeView(
  db: Db,
  keeping: Keeping,
  { id, change, seen }: { id: string; change: z.output<typeof ChangeView>; seen: (row: ViewRow) => void },
): Promise<ViewRow> {
  return db.transaction(async (tx) => {
    await holdViews(tx);
    const before = await seenView(tx, keeping.actor, id);
    if (!mayChange(keeping.actor, before)) throw new ProblemError('FORBIDDEN');
    seen(before);
    const { name = before.name, role = before.role } = change;
    const after: ViewRow = {
      ...{ ...before, name, role, version: before.version + 1, changedAt: keeping.at },
      query: change.query === undefined ? before.query : checkedQuery(before.list, change.query),
      isDefault: change.isDefault ?? (role === before.role && before.isDefault),
    };
    await stand(tx, keeping, { before, after });
    return after;
  });
}

/** Deletes a view that this person may change. */
export function deleteView(db: Db, { actor, at }: Keeping, id: string): Promise<void> {
  return db.transaction(async (tx) => {
    await holdViews(tx);
    const before = await seenView(tx, actor, id);
    if (!mayChange(actor, before)) throw new ProblemError('FORBIDDEN');
    await dropView(tx, id);
    await auditView(tx, { actorId: actor.id, at, before, after: null });
  });
}

async function stand(
  tx: Tx,
  { actor, at }: Keeping,
  { before, after }: { before: ViewRow | null; after: ViewRow },
): Promise<void> {
  if (!mayStand(actor, after)) throw new ProblemError('FORBIDDEN');
  if (await isNameTaken(tx, after)) throw fieldProblem('VIEW_NAME_TAKEN', ['name']);
  const displaced = after.isDefault ? await displaceDefault(tx, after) : undefined;
  await putView(tx, after);
  const by = { actorId: actor.id, at };
  if (displaced !== undefined)
    await auditView(tx, { ...by, before: { ...displaced, isDefault: true }, after: displaced });
  await auditView(tx, { ...by, before, after });
}
