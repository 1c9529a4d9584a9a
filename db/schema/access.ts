import { sql } from 'drizzle-orm';
import { bigint, bigserial, boolean, check, index, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { instant } from './columns';

/** A person who works for the lender. The subject is the one in tokens of the identity provider. */
export const staffUsers = pgTable(
  'staff_users',
  {
    id: text('id').primaryKey(),
    issuer: text('issuer').notNull(),
    subject: text('subject').notNull(),
    displayName: text('display_name').notNull(),
    roles: text('roles').array().notNull(),
    /** Highest amount this person may approve alone; null leaves it to the role's limit. */
    authorityLimitMinor: bigint('authority_limit_minor', { mode: 'bigint' }),
    branch: text('branch'),
    active: boolean('active').notNull().default(true),
    createdAt: instant('created_at').notNull().default(sql`now()`),
  },
  (t) => [unique('staff_users_subject').on(t.issuer, t.subject)],
);

/** A channel partner: sends applications and sees only those. */
export const partners = pgTable('partners', {
  id: text('id').primaryKey(),
  code: text('code').notNull().unique(),
  displayName: text('display_name').notNull(),
  active: boolean('active').notNull().default(true),
  createdAt: instant('created_at').notNull().default(sql`now()`),
});

/** A partner's key to the API. Only its hash is kept; the prefix tells keys apart in lists. */
export const apiKeys = pgTable(
  'api_keys',
  {
    id: text('id').primaryKey(),
    partnerId: text('partner_id')
      .notNull()
      .references(() => partners.id),
    label: text('label').notNull(),
    prefix: text('prefix').notNull(),
    keyHash: text('key_hash').notNull().unique(),
    scopes: text('scopes').array().notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at').notNull().default(sql`now()`),
    lastUsedAt: instant('last_used_at'),
    revokedAt: instant('revoked_at'),
  },
  (t) => [index('api_keys_partner').on(t.partnerId)],
);

/** What a role may do: one action on one kind of thing, how far it reaches, up to which amount, on which fields. */
export const permissions = pgTable(
  'permissions',
  {
    seq: bigserial('seq', { mode: 'number' }).primaryKey(),
    role: text('role').notNull(),
    action: text('action').notNull(),
    subject: text('subject').notNull(),
    /** `own`: the actor's own things; `branch`: those of the actor's branch, where one is set; `all`. */
    reach: text('reach', { enum: ['own', 'branch', 'all'] }).notNull(),
    maxAmountMinor: bigint('max_amount_minor', { mode: 'bigint' }),
    fields: text('fields').array(),
  },
  (t) => [
    unique('permissions_once').on(t.role, t.action, t.subject),
    check('permissions_amount_positive', sql`${t.maxAmountMinor} is null or ${t.maxAmountMinor} > 0`),
  ],
);
