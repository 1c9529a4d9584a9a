import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
} from 'drizzle-orm/pg-core';
import { instant } from './columns';

/** One day's bank statement set against our moves; a day is reconciled once per clock, a later run replaces nothing. */
export const reconciliations = pgTable(
  'reconciliations',
  {
    id: text('id').primaryKey(),
    statementOn: date('statement_on', { mode: 'string' }).notNull(),
    currency: text('currency').notNull(),
    openingMinor: bigint('opening_minor', { mode: 'bigint' }).notNull(),
    closingMinor: bigint('closing_minor', { mode: 'bigint' }).notNull(),
    lineCount: integer('line_count').notNull(),
    matchedCount: integer('matched_count').notNull(),
    differenceCount: integer('difference_count').notNull(),
    clockId: text('clock_id'),
    runAt: instant('run_at').notNull(),
  },
  (t) => [unique('reconciliations_day').on(t.statementOn, t.currency, t.clockId).nullsNotDistinct()],
);

/** A move of ours that a statement confirmed; it is not looked for again. */
export const reconciledMoves = pgTable('reconciled_moves', {
  ref: text('ref').primaryKey(),
  reconciliationId: text('reconciliation_id')
    .notNull()
    .references(() => reconciliations.id),
  lineNo: integer('line_no').notNull(),
  rule: text('rule').notNull(),
});

/** The lines of a reconciled statement as the bank gave them, with the move of ours that each confirmed. */
export const statementLines = pgTable(
  'statement_lines',
  {
    reconciliationId: text('reconciliation_id')
      .notNull()
      .references(() => reconciliations.id),
    lineNo: integer('line_no').notNull(),
    side: text('side', { enum: ['credit', 'debit'] }).notNull(),
    kind: text('kind').notNull(),
    bankRef: text('bank_ref').notNull(),
    orderNo: text('order_no'),
    amountMinor: bigint('amount_minor', { mode: 'bigint' }).notNull(),
    /** Our move that it confirmed and the rule that found it; null on both when it is a difference. */
    matchedRef: text('matched_ref'),
    rule: text('rule'),
  },
  (t) => [
    primaryKey({ columns: [t.reconciliationId, t.lineNo] }),
    check('statement_lines_matched', sql`(${t.matchedRef} is null) = (${t.rule} is null)`),
  ],
);

/** A difference somebody has to settle: open until one person resolves it with a reason and another has read that. */
export const reconciliationTasks = pgTable(
  'reconciliation_tasks',
  {
    id: text('id').primaryKey(),
    reconciliationId: text('reconciliation_id')
      .notNull()
      .references(() => reconciliations.id),
    kind: text('kind').notNull(),
    moveRef: text('move_ref'),
    bankRef: text('bank_ref'),
    lineNo: integer('line_no'),
    bankMinor: bigint('bank_minor', { mode: 'bigint' }),
    ownMinor: bigint('own_minor', { mode: 'bigint' }),
    proposal: text('proposal'),
    details: jsonb('details').notNull(),
    status: text('status', { enum: ['open', 'resolved', 'confirmed'] }).notNull(),
    resolution: text('resolution'),
    resolvedBy: text('resolved_by'),
    resolvedAt: instant('resolved_at'),
    resolutionCommentId: text('resolution_comment_id'),
    confirmedBy: text('confirmed_by'),
    confirmedAt: instant('confirmed_at'),
    clockId: text('clock_id'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    index('reconciliation_tasks_open').on(t.clockId, t.createdAt).where(sql`${t.status} = 'open'`),
    index('reconciliation_tasks_run').on(t.reconciliationId),
    check('reconciliation_tasks_resolved', sql`(${t.status} = 'open') = (${t.resolvedBy} is null)`),
    check(
      'reconciliation_tasks_confirmed',
      sql`(${t.status} = 'confirmed') = (${t.confirmedBy} is not null)`,
    ),
    check(
      'reconciliation_tasks_two_persons',
      sql`${t.confirmedBy} is null or ${t.confirmedBy} <> ${t.resolvedBy}`,
    ),
  ],
);
