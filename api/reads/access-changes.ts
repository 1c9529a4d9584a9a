import { inArray } from 'drizzle-orm';
import type { z } from 'zod';
import { type AccessChange, AccessDifference } from '../../contracts/http/access-changes';
import type { Queryable } from '../../db/client';
import type { Vault } from '../../db/crypto/vault';
import { type PermissionRow, permissionsOf, type StaffRow } from '../../db/repositories/access';
import { type AccessChangeRow, findAccessChange } from '../../db/repositories/access-changes';
import { staffUsers } from '../../db/schema/access';
import { comments } from '../../db/schema/tasks';
import { accessOf, isSame, limitOf } from '../intake/access-values';
import { instantOf } from '../present/application';
import { ProblemError } from '../problem';
import { textOf } from './comments';

type Shown = z.input<typeof AccessChange>;

/** One change in the form of the API. */
export async function accessChange(db: Queryable, vault: Vault, id: string): Promise<Shown> {
  const row = await findAccessChange(db, id);
  const [shown] = row === undefined ? [] : await shownChanges(db, vault, [row]);
  if (shown === undefined) throw new ProblemError('NOT_FOUND');
  return shown;
}

/** Changes with the names of people, what was said, and whether their old values still hold. */
export async function shownChanges(
  db: Queryable,
  vault: Vault,
  rows: readonly AccessChangeRow[],
): Promise<Shown[]> {
  const changes = rows.map((row) => ({ row, change: AccessDifference.parse(row.change) }));
  const people = rows.flatMap(({ subject, proposedBy, decidedBy }) => [subject, proposedBy, decidedBy]);
  const staff = await byId(people, (ids) => db.select().from(staffUsers).where(inArray(staffUsers.id, ids)));
  const named = rows.flatMap(({ commentId, decisionCommentId }) => [commentId, decisionCommentId]);
  const said = await byId(named, (ids) => db.select().from(comments).where(inArray(comments.id, ids)));
  const limits = await permissionsOf(
    db,
    changes.flatMap(({ change }) => (change.kind === 'role' ? [change.role] : [])),
  );
  const person = (id: string) => ({ id, name: staff.get(id)?.displayName ?? null });
  const words = (id: string | null) => {
    const row = said.get(id ?? '');
    return row === undefined ? null : textOf(vault, row);
  };
  return changes.map(({ row, change }) => ({
    ...{ id: row.id, change, status: row.status },
    userName: staff.get(row.subject)?.displayName ?? null,
    reason: words(row.commentId) ?? '',
    proposedBy: person(row.proposedBy),
    proposedAt: row.proposedAt.toISOString(),
    stale: row.status === 'proposed' && !stillHolds(change, staff, limits),
    decidedBy: row.decidedBy === null ? null : person(row.decidedBy),
    decidedAt: instantOf(row.decidedAt),
    decisionComment: words(row.decisionCommentId),
  }));
}

/** Whether what a change starts from is what holds now. */
function stillHolds(
  change: AccessDifference,
  staff: ReadonlyMap<string, StaffRow>,
  limits: readonly PermissionRow[],
): boolean {
  if (change.kind === 'user') {
    const now = staff.get(change.userId);
    return now !== undefined && isSame(accessOf(now), change.before);
  }
  const { role, action, subject } = change;
  const now = limits.find((one) => one.role === role && one.action === action && one.subject === subject);
  return now !== undefined && isSame(limitOf(now), change.before);
}

async function byId<Row extends { id: string }>(
  ids: readonly (string | null)[],
  read: (ids: string[]) => Promise<Row[]>,
): Promise<ReadonlyMap<string, Row>> {
  const known = [...new Set(ids)].filter((id) => id !== null);
  if (known.length === 0) return new Map();
  return new Map((await read(known)).map((row) => [row.id, row]));
}
