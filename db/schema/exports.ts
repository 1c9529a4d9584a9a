import { bigint, boolean, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { bytea, instant } from './columns';

/** A list asked for as a file that takes a while: who asked, for what, and how far it is. Time here is real time. */
export const listExports = pgTable(
  'list_exports',
  {
    id: text('id').primaryKey(),
    /** The member of staff who asked; nobody else gets the file. */
    askedBy: text('asked_by').notNull(),
    list: text('list', { enum: ['applications', 'loans', 'customers'] }).notNull(),
    format: text('format', { enum: ['csv', 'xlsx'] }).notNull(),
    locale: text('locale', { enum: ['en', 'zh-CN'] }).notNull(),
    /** Filters and order as the list's address has them. */
    filters: jsonb('filters').notNull(),
    state: text('state', { enum: ['queued', 'running', 'ready', 'failed', 'expired'] }).notNull(),
    rows: integer('rows').notNull().default(0),
    rowsExpected: integer('rows_expected').notNull(),
    leftOff: boolean('left_off').notNull().default(false),
    bytes: bigint('bytes', { mode: 'number' }).notNull().default(0),
    /** How often it was begun, who writes it and until when; past that another server begins it anew. */
    attempts: integer('attempts').notNull().default(0),
    heldBy: text('held_by'),
    heldUntil: instant('held_until'),
    requestedAt: instant('requested_at').notNull().defaultNow(),
    finishedAt: instant('finished_at'),
    keptUntil: instant('kept_until'),
  },
  (t) => [
    index('list_exports_mine').on(t.askedBy, t.id),
    index('list_exports_state').on(t.state, t.requestedAt),
  ],
);

/** The file of an export in sealed pieces, each opening in its own place only. */
export const listExportParts = pgTable(
  'list_export_parts',
  {
    exportId: text('export_id')
      .notNull()
      .references(() => listExports.id, { onDelete: 'cascade' }),
    no: integer('no').notNull(),
    sealed: bytea('sealed').notNull(),
  },
  (t) => [primaryKey({ columns: [t.exportId, t.no] })],
);
