import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  char,
  check,
  customType,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
} from 'drizzle-orm/pg-core';
import { instant } from './columns';
import { loans } from './loans';

const xid8 = customType<{ data: string; driverData: string }>({ dataType: () => 'xid8' });

/** The chart of accounts (domain/ledger/chart.ts); seeded by 0001_ledger_rules.sql, extended by product mappings. */
export const glAccounts = pgTable(
  'gl_accounts',
  {
    code: text('code').primaryKey(),
    nameZh: text('name_zh').notNull(),
    nameEn: text('name_en').notNull(),
    kind: text('kind', { enum: ['asset', 'liability', 'equity', 'income', 'expense', 'memo'] }).notNull(),
    openFrom: date('open_from', { mode: 'string' }).notNull().default('2000-01-01'),
    active: boolean('active').notNull().default(true),
  },
  (t) => [
    check(
      'gl_accounts_kind',
      sql`${t.kind} in ('asset', 'liability', 'equity', 'income', 'expense', 'memo')`,
    ),
  ],
);

/** One double entry. `booked_on` decides the period it belongs to, `effective_on` what it is about. */
export const journalEntries = pgTable(
  'journal_entries',
  {
    id: text('id').primaryKey(),
    idempotencyKey: text('idempotency_key').notNull(),
    /** Null for entries of a whole portfolio (accrual per product, branch and day). */
    loanId: text('loan_id').references(() => loans.id),
    eventId: text('event_id'),
    kind: text('kind').notNull(),
    description: text('description').notNull(),
    productCode: text('product_code'),
    branch: text('branch'),
    bookedOn: date('booked_on', { mode: 'string' }).notNull(),
    effectiveOn: date('effective_on', { mode: 'string' }).notNull(),
    currency: char('currency', { length: 3 }).notNull(),
    clockId: text('clock_id'),
    /** Overwritten by the database: postings may join an entry only inside the transaction that made it. */
    txId: xid8('tx_id').notNull().default(sql`pg_current_xact_id()`),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [
    unique('journal_entries_idempotency').on(t.idempotencyKey),
    index('journal_entries_loan').on(t.loanId, t.bookedOn),
    index('journal_entries_booked').on(t.clockId, t.bookedOn),
    check('journal_entries_currency', sql`${t.currency} ~ '^[A-Z]{3}$'`),
  ],
);

/** One line of an entry: debit positive, credit negative. The lines of an entry sum to zero, in its currency. */
export const postings = pgTable(
  'postings',
  {
    entryId: text('entry_id')
      .notNull()
      .references(() => journalEntries.id),
    lineNo: integer('line_no').notNull(),
    /** The entry's loan, repeated so that one index gives a loan's balances; the database checks that it agrees. */
    loanId: text('loan_id'),
    accountCode: text('account_code')
      .notNull()
      .references(() => glAccounts.code),
    amountMinor: bigint('amount_minor', { mode: 'bigint' }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.entryId, t.lineNo] }),
    index('postings_loan').on(t.loanId).where(sql`${t.loanId} is not null`),
    index('postings_account').on(t.accountCode),
    check('postings_not_zero', sql`${t.amountMinor} <> 0`),
    check('postings_line_positive', sql`${t.lineNo} > 0`),
  ],
);

/** A period whose books are shut: nothing more can be booked on its dates. */
export const closedPeriods = pgTable(
  'closed_periods',
  {
    id: text('id').primaryKey(),
    fromOn: date('from_on', { mode: 'string' }).notNull(),
    toOn: date('to_on', { mode: 'string' }).notNull(),
    closedBy: text('closed_by').notNull(),
    clockId: text('clock_id'),
    closedAt: instant('closed_at').notNull().defaultNow(),
  },
  (t) => [
    index('closed_periods_dates').on(t.clockId, t.fromOn, t.toOn),
    check('closed_periods_order', sql`${t.fromOn} <= ${t.toOn}`),
  ],
);
