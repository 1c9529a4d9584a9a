import { type AnyColumn, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { SubjectName } from '../../contracts/http/roles';
import type { Actor } from '../auth/actor';

/** The rows of a list that its reader may see, as a condition for the database; undefined means all. */
export function visibleTo(
  actor: Actor,
  subject: SubjectName,
  columns: { customerId: AnyColumn; partnerId?: AnyColumn; branch?: AnyColumn },
): SQL | undefined {
  const reach = actor.reach('read', subject)?.reach;
  if (reach === 'all') return undefined;
  if (reach === 'branch')
    return actor.branch === null || columns.branch === undefined
      ? undefined
      : eq(columns.branch, actor.branch);
  if (reach === 'own' && actor.kind === 'applicant')
    return actor.customerIds.length === 0 ? sql`false` : inArray(columns.customerId, [...actor.customerIds]);
  if (reach === 'own' && actor.partnerId !== null && columns.partnerId !== undefined)
    return eq(columns.partnerId, actor.partnerId);
  return sql`false`;
}
