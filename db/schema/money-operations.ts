import { sql } from 'drizzle-orm';
import { bigint, boolean, check, date, index, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { instant } from './columns';
import { loans } from './loans';

/** An operation on a loan's money that a person ordered: what, by whom, confirmed by whom, and what became of it. */
export const moneyOperations = pgTable(
  'money_operations',
  {
    id: text('id').primaryKey(),
    loanId: text('loan_id')
      .notNull()
      .references(() => loans.id),
    kind: text('kind').notNull(),
    /** BookableOperation (contracts/http/money-operations.ts) as it was ordered. */
    operation: jsonb('operation').notNull(),
    /** The LoanEventBody that it becomes. */
    body: jsonb('body').notNull(),
    effectiveOn: date('effective_on', { mode: 'string' }).notNull(),
    stakeMinor: bigint('stake_minor', { mode: 'bigint' }).notNull(),
    needsSecond: boolean('needs_second').notNull(),
    status: text('status', {
      enum: ['proposed', 'confirmed', 'applied', 'refused', 'rejected'],
    }).notNull(),
    refusal: text('refusal'),
    reasonCodes: text('reason_codes').array().notNull(),
    commentId: text('comment_id'),
    proposedBy: text('proposed_by').notNull(),
    proposedAt: instant('proposed_at').notNull(),
    decidedBy: text('decided_by'),
    decidedAt: instant('decided_at'),
    decisionCommentId: text('decision_comment_id'),
    appliedAt: instant('applied_at'),
    clockId: text('clock_id'),
  },
  (t) => [
    index('money_operations_loan').on(t.loanId, t.id),
    index('money_operations_waiting').on(t.clockId, t.id).where(sql`${t.status} = 'proposed'`),
    check('money_operations_two_persons', sql`${t.decidedBy} is null or ${t.decidedBy} <> ${t.proposedBy}`),
    check(
      'money_operations_confirmed',
      sql`not ${t.needsSecond} or ${t.status} = 'proposed' or ${t.decidedBy} is not null`,
    ),
    check('money_operations_stake', sql`${t.stakeMinor} >= 0`),
  ],
);
