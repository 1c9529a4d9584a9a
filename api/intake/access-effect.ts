import { and, eq } from 'drizzle-orm';
import type { AccessDifference } from '../../contracts/http/access-changes';
import type { Tx } from '../../db/client';
import type { PermissionRow } from '../../db/repositories/access';
import { permissions, staffUsers } from '../../db/schema/access';
import type { AuditValue } from '../../domain/audit/canonical-json';
import { ProblemError } from '../problem';
import { accessOf, amount, differences, isSame, limitOf } from './access-values';
import { isAdministrator, requireOthers } from './administrators';
import { lockedStaff } from './staff';

type OfUser = Extract<AccessDifference, { kind: 'user' }>;
type OfRole = Extract<AccessDifference, { kind: 'role' }>;

/** Lets an approved change take effect, unless its old values do not hold any more; tells what the audit record says. */
export function takeEffect(tx: Tx, change: AccessDifference): Promise<Record<string, AuditValue>> {
  return change.kind === 'user' ? changeUser(tx, change) : changeRole(tx, change);
}

/** A permission of a role, held until the transaction ends. */
export async function lockedPermission(
  tx: Tx,
  which: Pick<OfRole, 'role' | 'action' | 'subject'>,
): Promise<PermissionRow | undefined> {
  const [row] = await tx.select().from(permissions).where(named(which)).for('update');
  return row;
}

const named = ({ role, action, subject }: Pick<OfRole, 'role' | 'action' | 'subject'>) =>
  and(eq(permissions.role, role), eq(permissions.action, action), eq(permissions.subject, subject));

/** A planned change leaves two administrators: one alone could approve nothing, not even who comes next. */
async function changeUser(tx: Tx, { userId, before, after }: OfUser) {
  if (!isSame(accessOf(await lockedStaff(tx, userId)), before)) throw new ProblemError('CHANGE_STALE');
  if (isAdministrator(before) && !isAdministrator(after)) await requireOthers(tx, userId, 2);
  const { authorityLimitMinor, ...plain } = after;
  await tx
    .update(staffUsers)
    .set({ ...plain, authorityLimitMinor: amount(authorityLimitMinor) })
    .where(eq(staffUsers.id, userId));
  return differences(before, after);
}

async function changeRole(tx: Tx, change: OfRole) {
  const row = await lockedPermission(tx, change);
  const { before, after } = change;
  if (row === undefined || !isSame(limitOf(row), before)) throw new ProblemError('CHANGE_STALE');
  await tx
    .update(permissions)
    .set({ reach: after.reach, maxAmountMinor: amount(after.maxAmountMinor) })
    .where(named(change));
  return {
    permission: `${change.action}:${change.subject}`,
    reach: after.reach,
    reachBefore: before.reach,
    maxAmountMinor: after.maxAmountMinor,
    maxAmountMinorBefore: before.maxAmountMinor,
  };
}
