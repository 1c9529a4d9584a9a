import { index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant } from './columns';

/** What servicing has done for a loan, by business key: the reminder of a due date, a debit attempt, a ladder step. */
export const loanMilestones = pgTable(
  'loan_milestones',
  {
    loanId: text('loan_id').notNull(),
    key: text('key').notNull(),
    kind: text('kind').notNull(),
    outcome: text('outcome').notNull(),
    doneAt: instant('done_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.loanId, t.key] }), index('loan_milestones_done').on(t.loanId, t.doneAt)],
);
