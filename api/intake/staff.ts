import { and, eq, ne, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { ChangeUser, CreateUser, LimitPermission } from '../../contracts/http/users';
import type { Db, Tx } from '../../db/client';
import type { StaffRow } from '../../db/repositories/access';
import { appendAudit } from '../../db/repositories/audit';
import { permissions, staffUsers } from '../../db/schema/access';
import type { AuditValue } from '../../domain/audit/canonical-json';
import type { Actor } from '../auth/actor';
import { fieldProblem, ProblemError } from '../problem';

const ADMINISTRATOR = 'administrator';
const amount = (minor: string | null) => (minor === null ? null : BigInt(minor));

/** Makes a member of staff, whose identity provider's name is not taken yet. */
export async function createStaff(
  db: Db,
  actor: Actor,
  made: z.output<typeof CreateUser> & { id: string; issuer: string; at: Date },
): Promise<StaffRow> {
  const { id, issuer, subject, displayName, roles, branch, at } = made;
  return db.transaction(async (tx) => {
    const values = { id, issuer, subject, displayName, roles, branch, createdAt: at };
    const [row] = await tx
      .insert(staffUsers)
      .values({ ...values, authorityLimitMinor: amount(made.authorityLimitMinor) })
      .onConflictDoNothing()
      .returning();
    if (row === undefined) throw fieldProblem('ALREADY_EXISTS', ['subject']);
    const data = { roles, branch, authorityLimitMinor: made.authorityLimitMinor };
    await note(tx, { subject: id, actor, action: 'user.created', at, data, name: displayName });
    return row;
  });
}

/** Changes a member of staff; the house is never left without an active administrator. */
export async function changeStaff(
  db: Db,
  actor: Actor,
  id: string,
  change: z.output<typeof ChangeUser>,
): Promise<StaffRow> {
  return db.transaction(async (tx) => {
    const [before] = await tx.select().from(staffUsers).where(eq(staffUsers.id, id)).for('update');
    if (before === undefined) throw new ProblemError('NOT_FOUND');
    const { authorityLimitMinor, ...plain } = change;
    const set = {
      ...Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined)),
      ...(authorityLimitMinor !== undefined && { authorityLimitMinor: amount(authorityLimitMinor) }),
    };
    const after: StaffRow = { ...before, ...set };
    if (isAdministrator(before) && !isAdministrator(after)) await anotherAdministrator(tx, id);
    await tx.update(staffUsers).set(set).where(eq(staffUsers.id, id));
    await note(tx, {
      ...{ subject: id, actor, action: 'user.changed', at: new Date() },
      data: differences(before, after),
      ...(before.displayName !== after.displayName && { name: after.displayName }),
    });
    return after;
  });
}

const isAdministrator = ({ active, roles }: StaffRow): boolean => active && roles.includes(ADMINISTRATOR);

/** The others are locked, so that two administrators cannot take the role from each other at once. */
async function anotherAdministrator(tx: Tx, id: string): Promise<void> {
  const others = await tx
    .select({ id: staffUsers.id })
    .from(staffUsers)
    .where(
      and(
        ne(staffUsers.id, id),
        eq(staffUsers.active, true),
        sql`${ADMINISTRATOR} = any(${staffUsers.roles})`,
      ),
    )
    .orderBy(staffUsers.id)
    .for('update');
  if (others.length === 0) throw new ProblemError('LAST_ADMINISTRATOR');
}

/** Changes how far one permission of a role reaches, or up to which amount. */
export async function limitPermission(
  db: Db,
  actor: Actor,
  role: string,
  { action, subject, reach, maxAmountMinor }: z.output<typeof LimitPermission>,
): Promise<void> {
  await db.transaction(async (tx) => {
    const which = and(
      eq(permissions.role, role),
      eq(permissions.action, action),
      eq(permissions.subject, subject),
    );
    const [before] = await tx.select().from(permissions).where(which).for('update');
    if (before === undefined || before.reach === 'own') throw fieldProblem('NOT_FOUND', ['action']);
    if (maxAmountMinor && action !== 'decide') throw fieldProblem('VALIDATION_FAILED', ['maxAmountMinor']);
    await tx
      .update(permissions)
      .set({
        reach: reach ?? before.reach,
        ...(maxAmountMinor !== undefined && { maxAmountMinor: amount(maxAmountMinor) }),
      })
      .where(which);
    const data = {
      permission: `${action}:${subject}`,
      reach: reach ?? before.reach,
      reachBefore: before.reach,
      maxAmountMinor: maxAmountMinor === undefined ? (text(before.maxAmountMinor) ?? null) : maxAmountMinor,
      maxAmountMinorBefore: text(before.maxAmountMinor) ?? null,
    };
    await note(tx, { subject: `role_${role}`, actor, action: 'role.changed', at: new Date(), data });
  });
}

const text = (minor: bigint | null) => minor?.toString();

function differences(before: StaffRow, after: StaffRow): Record<string, AuditValue> {
  const shown = ({ roles, branch, authorityLimitMinor, active }: StaffRow) => ({
    ...{ roles: [...roles].sort(), branch, active },
    authorityLimitMinor: text(authorityLimitMinor) ?? null,
  });
  const was = shown(before);
  const is = shown(after);
  return Object.fromEntries(
    (Object.keys(is) as (keyof typeof is)[])
      .filter((key) => JSON.stringify(was[key]) !== JSON.stringify(is[key]))
      .map((key) => [key, { from: was[key], to: is[key] }]),
  );
}

interface Note {
  subject: string;
  actor: Actor;
  action: string;
  at: Date;
  data: Record<string, AuditValue>;
  name?: string;
}

async function note(tx: Tx, { subject, actor, action, at, data, name }: Note): Promise<void> {
  await appendAudit(tx, {
    ...{ subject, actorId: actor.id, action, at, data },
    ...(name !== undefined && { personal: { name } }),
  });
}
