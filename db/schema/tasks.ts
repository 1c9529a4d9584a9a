import { sql } from 'drizzle-orm';
import { bigint, index, integer, jsonb, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import { bytea, instant } from './columns';

/** Work for a person: an approval, a call, a letter, a refund … with claim, due time, escalation and deputy. */
export const tasks = pgTable(
  'tasks',
  {
    id: text('id').primaryKey(),
    /** Business key: opening the same step twice finds the first task. */
    key: text('key').notNull(),
    kind: text('kind').notNull(),
    applicationId: text('application_id').notNull(),
    loanId: text('loan_id'),
    customerId: text('customer_id').notNull(),
    level: text('level'),
    requiredRole: text('required_role').notNull(),
    deputyRole: text('deputy_role'),
    /** From when the deputy may act, because nobody else did. */
    deputyFrom: instant('deputy_from'),
    assigneeId: text('assignee_id'),
    claimedAt: instant('claimed_at'),
    priority: integer('priority').notNull().default(3),
    amountMinor: bigint('amount_minor', { mode: 'bigint' }),
    details: jsonb('details').notNull(),
    /** `paused`: returned for documents; its time stands still until the tier's next round takes over what is left of it. */
    status: text('status', { enum: ['open', 'paused', 'done', 'cancelled'] }).notNull(),
    outcome: text('outcome'),
    openedAt: instant('opened_at').notNull(),
    dueAt: instant('due_at').notNull(),
    escalatedAt: instant('escalated_at'),
    /** Since when the applicant was waited for; kept when that is over. */
    pausedAt: instant('paused_at'),
    closedAt: instant('closed_at'),
    closedBy: text('closed_by'),
    version: integer('version').notNull().default(1),
    clockId: text('clock_id'),
  },
  (t) => [
    unique('tasks_key').on(t.key),
    index('tasks_tail').on(sql`right(${t.id}, 6)`),
    index('tasks_customer').on(t.customerId),
    index('tasks_inbox').on(t.status, t.requiredRole, t.dueAt, t.id),
    index('tasks_due').on(t.status, t.dueAt, t.id),
    index('tasks_assignee').on(t.assigneeId, t.status, t.dueAt),
    index('tasks_application').on(t.applicationId),
  ],
);

/** One vote of one person on one task; the primary key is the rule "one person, one vote". */
export const taskVotes = pgTable(
  'task_votes',
  {
    taskId: text('task_id')
      .notNull()
      .references(() => tasks.id),
    actorId: text('actor_id').notNull(),
    decision: text('decision').notNull(),
    reasonCodes: text('reason_codes').array().notNull().default(sql`'{}'`),
    commentId: text('comment_id'),
    conditions: jsonb('conditions'),
    channel: text('channel').notNull(),
    votedAt: instant('voted_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.taskId, t.actorId] })],
);

/** Free text a person wrote; sealed, referred to by id only. */
export const comments = pgTable(
  'comments',
  {
    id: text('id').primaryKey(),
    subjectId: text('subject_id').notNull(),
    authorId: text('author_id').notNull(),
    sealed: bytea('sealed').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [index('comments_subject').on(t.subjectId)],
);
