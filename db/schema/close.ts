import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  char,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
} from 'drizzle-orm/pg-core';
import { instant } from './columns';

const minor = (name: string) => bigint(name, { mode: 'bigint' }).notNull();

/** 日终: one business date of one clock, closed once. Missed dates are closed in order before a later one. */
export const closeRuns = pgTable(
  'close_runs',
  {
    id: text('id').primaryKey(),
    closedOn: date('closed_on', { mode: 'string' }).notNull(),
    clockId: text('clock_id'),
    /** Into how many parts its loans were cut when it was opened. */
    partitions: integer('partitions').notNull(),
    /** `agrees`, or `differs` when the ledger proof found something, once the last step is done. */
    status: text('status', { enum: ['open', 'agrees', 'differs'] }).notNull(),
    openedAt: instant('opened_at').notNull(),
    finishedAt: instant('finished_at'),
  },
  (t) => [unique('close_runs_once').on(t.closedOn, t.clockId).nullsNotDistinct()],
);

/** The parts of a run: loans between two ids, cut when the run is opened, so that each is read and written in its order. */
export const closeParts = pgTable(
  'close_parts',
  {
    runId: text('run_id')
      .notNull()
      .references(() => closeRuns.id),
    partition: integer('partition').notNull(),
    fromLoan: text('from_loan').notNull(),
    /** The first loan of the next part; null for the last. */
    toLoan: text('to_loan'),
  },
  (t) => [primaryKey({ columns: [t.runId, t.partition] })],
);

/** A finished step of a part of a run: what a run that was broken off need not do again. */
export const closeSteps = pgTable(
  'close_steps',
  {
    runId: text('run_id')
      .notNull()
      .references(() => closeRuns.id),
    step: text('step').notNull(),
    partition: integer('partition').notNull(),
    loans: integer('loans').notNull(),
    tookMs: integer('took_ms').notNull(),
    finishedAt: instant('finished_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.runId, t.step, t.partition] })],
);

/** How a loan stood when a date was closed: class, stage and expected loss, each following from the day before. */
export const loanDays = pgTable(
  'loan_days',
  {
    closedOn: date('closed_on', { mode: 'string' }).notNull(),
    loanId: text('loan_id').notNull(),
    clockId: text('clock_id'),
    /** Product, branch and currency (`accrual_books`). */
    bookId: integer('book_id').notNull(),
    status: text('status').notNull(),
    principalMinor: minor('principal_minor'),
    /** Principal, interest, penalties and fees still owed: what is lost if nothing more is paid. */
    exposureMinor: minor('exposure_minor'),
    overdueMinor: minor('overdue_minor'),
    nextDueOn: date('next_due_on', { mode: 'string' }),
    daysOverdue: integer('days_overdue').notNull(),
    bucket: text('bucket').notNull(),
    /** Class of the loan by itself, 0 正常 … 4 损失; the next day goes on from it. */
    ownClass: smallint('own_class').notNull(),
    /** Class it is reported in, which a company's other loans can make worse (交叉违约). */
    fiveClass: smallint('five_class').notNull(),
    /** Since when a 不良 loan has had no arrears, and the instalments paid on time since: both decide its way up. */
    clearedOn: date('cleared_on', { mode: 'string' }),
    onTimePeriods: integer('on_time_periods').notNull(),
    /** Until when a restructured loan is watched (观察期). */
    observedUntil: date('observed_until', { mode: 'string' }),
    stage: smallint('stage').notNull(),
    lossMinor: minor('loss_minor'),
    /** Whether something fell due, and whether something was late, in the month so far. */
    dueInMonth: boolean('due_in_month').notNull(),
    lateInMonth: boolean('late_in_month').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.closedOn, t.loanId] }),
    index('loan_days_ended').on(t.closedOn, t.loanId).where(sql`${t.status} not in ('active', 'overdue')`),
    check(
      'loan_days_class',
      sql`${t.ownClass} between 0 and 4 and ${t.fiveClass} between ${t.ownClass} and 4`,
    ),
    check('loan_days_stage', sql`${t.stage} between 1 and 3`),
  ],
);

/** 还款状态 of the last 24 months at a month's end, oldest first. */
export const repaymentStrings = pgTable(
  'repayment_strings',
  {
    loanId: text('loan_id').notNull(),
    monthEnd: date('month_end', { mode: 'string' }).notNull(),
    code: char('code', { length: 1 }).notNull(),
    months24: char('months24', { length: 24 }).notNull(),
    clockId: text('clock_id'),
  },
  (t) => [
    primaryKey({ columns: [t.loanId, t.monthEnd] }),
    index('repayment_strings_month').on(t.clockId, t.monthEnd),
  ],
);

/** The portfolio on a date, cut by everything it is looked at by. */
export const portfolioSnapshots = pgTable(
  'portfolio_snapshots',
  {
    closedOn: date('closed_on', { mode: 'string' }).notNull(),
    clockId: text('clock_id'),
    productCode: text('product_code').notNull(),
    branch: text('branch').notNull(),
    currency: char('currency', { length: 3 }).notNull(),
    bucket: text('bucket').notNull(),
    fiveClass: smallint('five_class').notNull(),
    stage: smallint('stage').notNull(),
    loans: integer('loans').notNull(),
    principalMinor: minor('principal_minor'),
    exposureMinor: minor('exposure_minor'),
    overdueMinor: minor('overdue_minor'),
    lossMinor: minor('loss_minor'),
  },
  (t) => [
    unique('portfolio_snapshots_cut')
      .on(t.closedOn, t.clockId, t.productCode, t.branch, t.currency, t.bucket, t.fiveClass, t.stage)
      .nullsNotDistinct(),
  ],
);

/** 迁徙: balances that moved from one bucket to another between two month ends. */
export const bucketRolls = pgTable(
  'bucket_rolls',
  {
    monthEnd: date('month_end', { mode: 'string' }).notNull(),
    clockId: text('clock_id'),
    productCode: text('product_code').notNull(),
    currency: char('currency', { length: 3 }).notNull(),
    fromBucket: text('from_bucket').notNull(),
    toBucket: text('to_bucket').notNull(),
    loans: integer('loans').notNull(),
    beforeMinor: minor('before_minor'),
    afterMinor: minor('after_minor'),
  },
  (t) => [
    unique('bucket_rolls_cut')
      .on(t.monthEnd, t.clockId, t.productCode, t.currency, t.fromBucket, t.toBucket)
      .nullsNotDistinct(),
  ],
);

/** General-ledger balances at the end of a date: the former date's and the day's turnover, so that none is summed twice. */
export const glDays = pgTable(
  'gl_days',
  {
    closedOn: date('closed_on', { mode: 'string' }).notNull(),
    clockId: text('clock_id'),
    productCode: text('product_code').notNull(),
    branch: text('branch').notNull(),
    currency: char('currency', { length: 3 }).notNull(),
    accountCode: text('account_code').notNull(),
    turnoverMinor: minor('turnover_minor'),
    balanceMinor: minor('balance_minor'),
  },
  (t) => [
    unique('gl_days_account')
      .on(t.closedOn, t.clockId, t.productCode, t.branch, t.currency, t.accountCode)
      .nullsNotDistinct(),
  ],
);

/** What the ledger proof of a run found to disagree. */
export const closeFindings = pgTable(
  'close_findings',
  {
    id: text('id').primaryKey(),
    runId: text('run_id')
      .notNull()
      .references(() => closeRuns.id),
    check: text('check', {
      enum: ['turnover', 'accrual-batch', 'principal', 'receivables', 'allowance', 'refold'],
    }).notNull(),
    /** The loan, entry or account that disagrees. */
    subject: text('subject').notNull(),
    figures: jsonb('figures').$type<Readonly<Record<string, string>>>().notNull(),
    foundAt: instant('found_at').notNull(),
  },
  (t) => [unique('close_findings_once').on(t.runId, t.check, t.subject)],
);
