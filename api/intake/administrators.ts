import { and, eq, ne, sql } from 'drizzle-orm';
import type { Tx } from '../../db/client';
import { staffUsers } from '../../db/schema/access';
import { ProblemError } from '../problem';

const ADMINISTRATOR = 'administrator';

/** Whether somebody with this access administers users. */
export const isAdministrator = ({ active, roles }: { active: boolean; roles: readonly string[] }): boolean =>
  active && roles.includes(ADMINISTRATOR);

/**
 * Refuses that a person stops administering when fewer than `stay` others do. The others are locked, so that two
 * administrators cannot take the role from each other at once.
 */
export async function requireOthers(tx: Tx, id: string, stay: number): Promise<void> {
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
  if (others.length < stay) throw new ProblemError('LAST_ADMINISTRATOR');
}
