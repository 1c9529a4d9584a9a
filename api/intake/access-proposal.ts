import type { z } from 'zod';
import type { AccessDifference } from '../../contracts/http/access-changes';
import type { RoleName } from '../../contracts/http/roles';
import type { LimitPermission, ProposeUserAccess } from '../../contracts/http/users';
import type { Tx } from '../../db/client';
import type { Vault } from '../../db/crypto/vault';
import { storeAccessChange } from '../../db/repositories/access-changes';
import { appendAudit } from '../../db/repositories/audit';
import { fieldProblem } from '../problem';
import { lockedPermission } from './access-effect';
import { type Access, accessOf, isSame, limitOf } from './access-values';
import { storeComment } from './comment';
import { lockedStaff } from './staff';

const UNCHANGED = { en: 'Nothing would change', zh: '没有任何变化' };

/** Who asks, when, why, and the ids under which it is kept. */
export interface Proposal {
  readonly id: string;
  readonly commentId: string;
  readonly by: string;
  readonly at: Date;
  readonly reason: string;
}

/** Asks for a change of what a person may; nothing of it holds before a second person approves. */
export async function proposeUserAccess(
  tx: Tx,
  vault: Vault,
  proposal: Proposal,
  userId: string,
  wish: Omit<z.output<typeof ProposeUserAccess>, 'reason'>,
): Promise<void> {
  const before = accessOf(await lockedStaff(tx, userId));
  const after: Access = {
    roles: wish.roles === undefined ? before.roles : [...wish.roles].sort(),
    branch: wish.branch === undefined ? before.branch : wish.branch,
    active: wish.active ?? before.active,
    authorityLimitMinor:
      wish.authorityLimitMinor === undefined ? before.authorityLimitMinor : wish.authorityLimitMinor,
  };
  if (isSame(before, after)) throw fieldProblem('VALIDATION_FAILED', [], UNCHANGED);
  if (after.roles.length === 0) throw fieldProblem('VALIDATION_FAILED', ['roles']);
  await propose(tx, vault, proposal, userId, { kind: 'user', userId, before, after });
}

/** Asks for a change of how far one permission of a role reaches, or up to which amount. */
export async function proposeRoleLimit(
  tx: Tx,
  vault: Vault,
  proposal: Proposal,
  role: RoleName,
  { action, subject, reach, maxAmountMinor }: Omit<z.output<typeof LimitPermission>, 'reason'>,
): Promise<void> {
  const row = await lockedPermission(tx, { role, action, subject });
  const before = row === undefined ? null : limitOf(row);
  if (before === null) throw fieldProblem('NOT_FOUND', ['action']);
  if (maxAmountMinor && action !== 'decide') throw fieldProblem('VALIDATION_FAILED', ['maxAmountMinor']);
  const after = {
    reach: reach ?? before.reach,
    maxAmountMinor: maxAmountMinor === undefined ? before.maxAmountMinor : maxAmountMinor,
  };
  if (isSame(before, after)) throw fieldProblem('VALIDATION_FAILED', [], UNCHANGED);
  await propose(tx, vault, proposal, `role_${role}`, { kind: 'role', role, action, subject, before, after });
}

async function propose(
  tx: Tx,
  vault: Vault,
  { id, commentId, by, at, reason }: Proposal,
  subject: string,
  change: AccessDifference,
): Promise<void> {
  await storeComment(tx, vault, commentId, { subjectId: id, authorId: by, text: reason, at });
  const row = { id, subject, change, commentId, proposedBy: by, proposedAt: at, status: 'proposed' } as const;
  if (!(await storeAccessChange(tx, row))) return;
  const action = `${change.kind}.change_proposed`;
  await appendAudit(tx, { subject, actorId: by, action, at, data: { changeId: id, commentId } });
}
