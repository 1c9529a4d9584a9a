import { sql } from 'drizzle-orm';
import { check, date, index, integer, jsonb, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { POLICY_KINDS, POLICY_STATUSES } from '../../contracts/policy/kinds';
import { instant } from './columns';

/** One version of one piece of policy. A body is written as a draft and never changes once a second person approved it. */
export const policyVersions = pgTable(
  'policy_versions',
  {
    id: text('id').primaryKey(),
    kind: text('kind', { enum: POLICY_KINDS }).notNull(),
    code: text('code').notNull(),
    version: integer('version').notNull(),
    status: text('status', { enum: POLICY_STATUSES }).notNull(),
    body: jsonb('body').notNull(),
    /** First business date on which the version governs; the date of the governed event chooses (新老划断). */
    effectiveFrom: date('effective_from', { mode: 'string' }).notNull(),
    /** First business date on which it no longer governs; null means until a later version takes over. */
    effectiveTo: date('effective_to', { mode: 'string' }),
    author: text('author').notNull(),
    /** Everybody who wrote in the draft, its author included: none of them may approve it. */
    editors: text('editors').array().notNull().default([]),
    /** Counts what happens to the version, so that nobody writes over or approves what they have not seen. */
    revision: integer('revision').notNull().default(1),
    /** The version that the draft was copied from. */
    basedOn: text('based_on'),
    approver: text('approver'),
    publisher: text('publisher'),
    retirer: text('retirer'),
    createdAt: instant('created_at').notNull(),
    approvedAt: instant('approved_at'),
    publishedAt: instant('published_at'),
    retiredAt: instant('retired_at'),
  },
  (t) => [
    unique('policy_versions_once').on(t.kind, t.code, t.version),
    index('policy_versions_in_force').on(t.kind, t.code, t.effectiveFrom),
    check('policy_versions_version_positive', sql`${t.version} > 0`),
    check(
      'policy_versions_status',
      sql`${t.status} in ('draft', 'in_approval', 'approved', 'published', 'retired')`,
    ),
    check(
      'policy_versions_second_person',
      sql`${t.approver} is null or (${t.approver} <> ${t.author} and not (${t.approver} = any(${t.editors})))`,
    ),
    check(
      'policy_versions_approved',
      sql`${t.status} in ('draft', 'in_approval') or (${t.approver} is not null and ${t.approvedAt} is not null)`,
    ),
    check(
      'policy_versions_published',
      sql`${t.status} in ('draft', 'in_approval', 'approved') or ${t.publishedAt} is not null`,
    ),
    check('policy_versions_window', sql`${t.effectiveTo} is null or ${t.effectiveTo} >= ${t.effectiveFrom}`),
  ],
);
