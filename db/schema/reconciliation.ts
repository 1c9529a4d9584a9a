import { sql } from 'drizzle-orm';
import { bigint, check, date, index, integer, jsonb, pgTable, text, unique } from 'drizzle-orm/pg-core';
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

/** A difference somebody has to settle: open until it is resolved with a reason. */
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
    status: text('status', { enum: ['open', 'resolved'] }).notNull(),
    resolution: text('resolution'),
    resolvedBy: text('resolved_by'),
    resolvedAt: instant('resolved_at'),
    clockId: text('clock_id'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    index('reconciliation_tasks_open').on(t.clockId, t.createdAt).where(sql`${t.status} = 'open'`),
    check('reconciliation_tasks_resolved', sql`(${t.status} = 'open') = (${t.resolvedBy} is null)`),
  ],
);
