import { z } from 'zod';
import { AnyId, Comment, Instant, Minor, PageQuery, PositiveMinor } from './common';
import { ACTIONS, ROLES, SUBJECTS } from './roles';

/** Roles of people who work for the lender; applicants and partners come by other ways. */
export const STAFF_ROLES = ROLES.filter((role) => role !== 'applicant' && role !== 'partner');
const StaffRole = z.enum(STAFF_ROLES);
const Roles = z
  .array(StaffRole)
  .min(1)
  .max(STAFF_ROLES.length)
  .refine((roles) => new Set(roles).size === roles.length, 'duplicate');
const Name = z.string().trim().min(1).max(80);
const Branch = z.string().regex(/^[A-Z0-9]{1,12}$/);

/** A person who works for the lender, and how far their work reaches. */
export const User = z
  .object({
    id: AnyId,
    issuer: z.string(),
    subject: z.string().meta({ description: 'Name of this person at the identity provider' }),
    displayName: z.string(),
    roles: z.array(z.string()),
    branch: z
      .string()
      .nullable()
      .meta({ description: 'Reach of permissions by branch; null is every branch' }),
    authorityLimitMinor: Minor.nullable().meta({
      description:
        'Largest amount this person may decide, in minor units of CNY: what is lent in another currency is converted by the exchange rates of the day. Null leaves it to the role',
    }),
    active: z.boolean(),
    createdAt: Instant,
  })
  .meta({ id: 'User' });

export const ListUsers = z.strictObject({
  ...PageQuery,
  role: StaffRole.optional(),
  active: z.enum(['true', 'false']).optional(),
});

/** Why access is to change; the second person reads it. */
const Reason = Comment.meta({ description: 'Why; the second administrator reads it' });

export const CreateUser = z
  .strictObject({
    subject: z.string().regex(/^[A-Za-z0-9._@|:-]{1,128}$/),
    issuer: z.string().max(300).optional().meta({ description: 'The first configured one if left out' }),
    displayName: Name,
    roles: Roles,
    branch: Branch.nullable().default(null),
    authorityLimitMinor: PositiveMinor.nullable().default(null),
    reason: Reason,
  })
  .meta({ id: 'CreateUser' });

/** What one administrator does alone: correct a name, or shut somebody out at once. */
export const ChangeUser = z
  .strictObject({ displayName: Name.optional(), active: z.literal(false).optional() })
  .refine((change) => Object.keys(change).length > 0, 'change_empty')
  .meta({ id: 'ChangeUser' });

/** What two administrators do together: what a person may, and to let somebody in again. */
export const ProposeUserAccess = z
  .strictObject({
    roles: Roles.optional(),
    branch: Branch.nullable().optional(),
    authorityLimitMinor: PositiveMinor.nullable().optional(),
    active: z.literal(true).optional(),
    reason: Reason,
  })
  .refine((change) => Object.keys(change).length > 1, 'change_empty')
  .meta({ id: 'ProposeUserAccess' });

/** What a role permits, and how many active people have it. */
export const RoleDetail = z
  .object({
    role: z.enum(ROLES),
    users: z.int(),
    permissions: z.array(
      z.object({
        action: z.enum(ACTIONS),
        subject: z.enum(SUBJECTS),
        reach: z.enum(['own', 'branch', 'all']),
        maxAmountMinor: Minor.nullable().meta({
          description: 'Largest amount that may be decided, in minor units of CNY; null is without a limit',
        }),
        fields: z.array(z.string()).nullable(),
      }),
    ),
  })
  .meta({ id: 'RoleDetail' });

/** A permission's reach and limit; permissions themselves are neither added nor taken away here. */
export const LimitPermission = z
  .strictObject({
    action: z.enum(ACTIONS),
    subject: z.enum(SUBJECTS),
    reach: z.enum(['branch', 'all']).optional(),
    maxAmountMinor: PositiveMinor.nullable().optional(),
    reason: Reason,
  })
  .refine(({ reach, maxAmountMinor }) => reach !== undefined || maxAmountMinor !== undefined, 'change_empty')
  .meta({ id: 'LimitPermission' });
