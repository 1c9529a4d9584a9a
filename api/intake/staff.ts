import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { ChangeUser } from '../../contracts/http/users';
import type { Db, Tx } from '../../db/client';
import type { StaffRow } from '../../db/repositories/access';
import { appendAudit } from '../../db/repositories/audit';
import { staffUsers } from '../../db/schema/access';
import { fieldProblem, ProblemError } from '../problem';
import { accessOf, differences } from './access-values';
import { isAdministrator, requireOthers } from './administrators';

interface NewStaff {
  readonly id: string;
  readonly issuer: string;
  readonly subject: string;
  readonly displayName: string;
  readonly at: Date;
}

/** Makes a member of staff who may nothing yet: a second administrator has to let them in. */
export async function createStaff(tx: Tx, actorId: string, made: NewStaff): Promise<StaffRow> {
  const { at, ...named } = made;
  const [row] = await tx
    .insert(staffUsers)
    .values({ ...named, roles: [], active: false, createdAt: at })
    .onConflictDoNothing()
    .returning();
  if (row === undefined) throw fieldProblem('ALREADY_EXISTS', ['subject']);
  const { id: subject, displayName: name } = made;
  await appendAudit(tx, { subject, actorId, action: 'user.created', at, data: {}, personal: { name } });
  return row;
}

/** What one administrator does alone: correct a name, or shut somebody out at once. One administrator always stays. */
export async function changeStaff(
  db: Db,
  by: { readonly actorId: string; readonly at: Date },
  id: string,
  change: z.output<typeof ChangeUser>,
): Promise<StaffRow> {
  return db.transaction(async (tx) => {
    const before = await lockedStaff(tx, id);
    const { displayName = before.displayName, active = before.active } = change;
    const after: StaffRow = { ...before, displayName, active };
    if (isAdministrator(before) && !active) await requireOthers(tx, id, 1);
    await tx.update(staffUsers).set({ displayName, active }).where(eq(staffUsers.id, id));
    await appendAudit(tx, {
      ...{ subject: id, action: 'user.changed', ...by },
      data: differences(accessOf(before), accessOf(after)),
      ...(before.displayName !== displayName && { personal: { name: displayName } }),
    });
    return after;
  });
}

/** A member of staff, held until the transaction ends. */
export async function lockedStaff(tx: Tx, id: string): Promise<StaffRow> {
  const [row] = await tx.select().from(staffUsers).where(eq(staffUsers.id, id)).for('update');
  if (row === undefined) throw new ProblemError('NOT_FOUND');
  return row;
}
