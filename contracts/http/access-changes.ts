import { z } from 'zod';
import { AnyId, Comment, Id, Instant, Minor, PageQuery } from './common';
import { ACTIONS, ROLES, SUBJECTS } from './roles';

/** How far a person's work reaches, as far as a second administrator has a say in it. */
export const UserAccess = z
  .object({
    roles: z.array(z.string()),
    branch: z.string().nullable(),
    authorityLimitMinor: Minor.nullable(),
    active: z.boolean(),
  })
  .meta({ id: 'UserAccess' });

/** How far one permission of a role reaches. */
export const PermissionLimit = z
  .object({ reach: z.enum(['branch', 'all']), maxAmountMinor: Minor.nullable() })
  .meta({ id: 'PermissionLimit' });

/** What is to change, from what to what, as it is stored. */
export const AccessDifference = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('user'), userId: AnyId, before: UserAccess, after: UserAccess }),
  z.object({
    ...{ kind: z.literal('role'), role: z.enum(ROLES) },
    ...{ action: z.enum(ACTIONS), subject: z.enum(SUBJECTS) },
    ...{ before: PermissionLimit, after: PermissionLimit },
  }),
]);
export type AccessDifference = z.output<typeof AccessDifference>;

export const CHANGE_STATUSES = ['proposed', 'approved', 'refused', 'withdrawn'] as const;
const Person = z.object({ id: AnyId, name: z.string().nullable() });

/** A change of access that one administrator asked for and another decides. */
export const AccessChange = z
  .object({
    id: AnyId,
    change: AccessDifference,
    userName: z.string().nullable().meta({ description: 'Whose access it is; null for a role' }),
    reason: z.string(),
    proposedBy: Person,
    proposedAt: Instant,
    status: z.enum(CHANGE_STATUSES),
    stale: z.boolean().meta({ description: 'The old values do not hold any more: approval is refused' }),
    decidedBy: Person.nullable(),
    decidedAt: Instant.nullable(),
    decisionComment: z.string().nullable(),
  })
  .meta({ id: 'AccessChange' });

export const ListAccessChanges = z.strictObject({
  ...PageQuery,
  status: z.enum(CHANGE_STATUSES).optional(),
  userId: Id('usr').optional(),
});

export const DecideAccessChange = z
  .strictObject({ decision: z.enum(['approve', 'refuse', 'withdraw']), comment: Comment })
  .meta({ id: 'DecideAccessChange' });
