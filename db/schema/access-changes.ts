import { sql } from 'drizzle-orm';
import { check, index, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { instant } from './columns';

/** A change of what a person or a role may do: asked for by one administrator, decided by another. */
export const accessChanges = pgTable(
  'access_changes',
  {
    id: text('id').primaryKey(),
    /** The audit subject: a user's id, or `role_` and the role's name. */
    subject: text('subject').notNull(),
    /** AccessDifference (contracts/http/access-changes.ts): old and new values. */
    change: jsonb('change').notNull(),
    commentId: text('comment_id').notNull(),
    proposedBy: text('proposed_by').notNull(),
    proposedAt: instant('proposed_at').notNull(),
    status: text('status', { enum: ['proposed', 'approved', 'refused', 'withdrawn'] }).notNull(),
    decidedBy: text('decided_by'),
    decidedAt: instant('decided_at'),
    decisionCommentId: text('decision_comment_id'),
    clockId: text('clock_id'),
  },
  (t) => [
    index('access_changes_subject').on(t.subject, t.id),
    index('access_changes_waiting').on(t.id).where(sql`${t.status} = 'proposed'`),
    check('access_changes_decided', sql`(${t.status} = 'proposed') = (${t.decidedBy} is null)`),
    check(
      'access_changes_two_persons',
      sql`${t.status} = 'proposed' or (${t.status} = 'withdrawn') = (${t.decidedBy} = ${t.proposedBy})`,
    ),
    check('access_changes_own', sql`${t.status} <> 'approved' or ${t.decidedBy} <> ${t.subject}`),
  ],
);
