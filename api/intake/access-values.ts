import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import { PermissionLimit, type UserAccess } from '../../contracts/http/access-changes';
import type { PermissionRow, StaffRow } from '../../db/repositories/access';
import type { AuditValue } from '../../domain/audit/canonical-json';

export type Access = z.output<typeof UserAccess>;
export type Limit = z.output<typeof PermissionLimit>;

/** An amount as it is kept, of its text on the border. */
export const amount = (minor: string | null): bigint | null => (minor === null ? null : BigInt(minor));

/** What a person may now, in the form in which changes are kept. */
export function accessOf({ roles, branch, authorityLimitMinor, active }: Omit<StaffRow, 'id'>): Access {
  const limit = authorityLimitMinor?.toString() ?? null;
  return { roles: [...roles].sort(), branch, authorityLimitMinor: limit, active };
}

/** How far a permission reaches now; null for one that is the holder's own and never changes. */
export function limitOf({ reach, maxAmountMinor }: PermissionRow): Limit | null {
  const limit = { reach, maxAmountMinor: maxAmountMinor?.toString() ?? null };
  return PermissionLimit.safeParse(limit).data ?? null;
}

/** Whether two states are the same. */
export const isSame = (one: Access | Limit | null, other: Access | Limit | null): boolean =>
  isDeepStrictEqual(one, other);

/** What differs, from what to what, for the audit record. */
export function differences(was: Access, is: Access): Record<string, AuditValue> {
  return Object.fromEntries(
    (Object.keys(is) as (keyof Access)[])
      .filter((key) => !isDeepStrictEqual(was[key], is[key]))
      .map((key) => [key, { from: was[key], to: is[key] }]),
  );
}
