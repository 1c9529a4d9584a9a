import { z } from 'zod';

/** Who a person or a system is to the lender; what a role may do is in the table of permissions. */
export const ROLES = [
  'applicant',
  'partner',
  'officer',
  'senior_officer',
  'committee',
  'risk_manager',
  'collector',
  'operator',
  'auditor',
  'administrator',
] as const;
export type RoleName = (typeof ROLES)[number];
export const Role = z.enum(ROLES).meta({ id: 'Role' });

/** What can be done to a thing. */
export const ACTIONS = [
  'create',
  'read',
  'supply',
  'withdraw',
  'claim',
  'decide',
  'sign',
  'pay',
  'draw',
  'change',
  'reveal',
  'resume',
  'publish',
  'manage',
] as const;
export type Action = (typeof ACTIONS)[number];

/** The things that permissions speak of. */
export const SUBJECTS = [
  'Application',
  'Task',
  'Command',
  'Contract',
  'Loan',
  'Customer',
  'Product',
  'Quote',
  'Ledger',
  'TestClock',
  'Operation',
  'Webhook',
  'Event',
  'Audit',
  'Staff',
  'ApiKey',
  'Policy',
  'Dashboard',
  'Scene',
] as const;
export type SubjectName = (typeof SUBJECTS)[number];

/** Permissions that an API key may be narrowed to: `action:Subject`. */
export const Scope = z
  .templateLiteral([z.enum(ACTIONS), ':', z.enum(SUBJECTS)])
  .meta({ id: 'Scope', example: 'create:Application' });
export type Scope = z.infer<typeof Scope>;
