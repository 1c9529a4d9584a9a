import { sql } from 'drizzle-orm';
import { bigint, check, date, index, integer, jsonb, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { instant } from './columns';

const minor = (name: string) => bigint(name, { mode: 'bigint' }).notNull().default(sql`0`);

/** A contract that money was or will be paid out on, its pinned terms, and the read model of its account fold. */
export const loans = pgTable(
  'loans',
  {
    id: text('id').primaryKey(),
    applicationId: text('application_id').notNull(),
    customerId: text('customer_id').notNull(),
    productCode: text('product_code').notNull(),
    productVersion: integer('product_version').notNull(),
    branch: text('branch').notNull().default('HQ'),
    currency: text('currency').notNull(),
    /** AccountTerms as agreed (contracts/account-terms.ts); never changed: what changes terms is an event. */
    terms: jsonb('terms').notNull(),
    principalMinor: bigint('principal_minor', { mode: 'bigint' }).notNull(),
    status: text('status').notNull(),
    /** Compare and set: each booking raises it by one, a booking made on an older figure is refused. */
    version: integer('version').notNull().default(0),
    /** Business date of the newest booking; the figures here stand on it. What accrued since is in `loan_accruals`. */
    bookedTo: date('booked_to', { mode: 'string' }),
    disbursedOn: date('disbursed_on', { mode: 'string' }),
    maturityOn: date('maturity_on', { mode: 'string' }),
    outstandingPrincipalMinor: minor('outstanding_principal_minor'),
    interestDueMinor: minor('interest_due_minor'),
    interestAccruedMinor: minor('interest_accrued_minor'),
    penaltyMinor: minor('penalty_minor'),
    compoundMinor: minor('compound_minor'),
    feesDueMinor: minor('fees_due_minor'),
    overdueMinor: minor('overdue_minor'),
    suspenseMinor: minor('suspense_minor'),
    paidPrincipalMinor: minor('paid_principal_minor'),
    paidInterestMinor: minor('paid_interest_minor'),
    paidOtherMinor: minor('paid_other_minor'),
    nextDueOn: date('next_due_on', { mode: 'string' }),
    nextDueMinor: minor('next_due_minor'),
    oldestUnpaidOn: date('oldest_unpaid_on', { mode: 'string' }),
    daysOverdue: integer('days_overdue').notNull().default(0),
    maxDaysOverdue: integer('max_days_overdue').notNull().default(0),
    bucket: text('bucket').notNull().default('M0'),
    fiveClass: text('five_class').notNull().default('pass'),
    closedOn: date('closed_on', { mode: 'string' }),
    clockId: text('clock_id'),
    createdAt: instant('created_at').notNull().defaultNow(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (t) => [
    unique('loans_application').on(t.applicationId),
    index('loans_tail').on(sql`right(${t.id}, 6)`),
    index('loans_customer').on(t.customerId),
    index('loans_status').on(t.status, t.id),
    index('loans_clock_due').on(t.clockId, t.nextDueOn),
    // What the list of loans is ordered by, and what few loans have; the rest is found by loans_list (0007_list_indexes.sql).
    index('loans_overdue').on(t.daysOverdue, t.id),
    index('loans_outstanding').on(t.outstandingPrincipalMinor, t.id),
    index('loans_principal').on(t.principalMinor, t.id),
    index('loans_next_due').on(sql`coalesce(${t.nextDueOn}, 'infinity'::date)`, t.id),
    index('loans_product').on(t.productCode, t.id),
    index('loans_bucket').on(t.bucket, t.id).where(sql`${t.bucket} <> 'M0'`),
    index('loans_class').on(t.fiveClass, t.id).where(sql`${t.fiveClass} <> 'pass'`),
    index('loans_overdue_amount').on(t.overdueMinor).where(sql`${t.overdueMinor} > 0`),
    index('loans_disbursed').on(t.disbursedOn),
    index('loans_maturity').on(t.maturityOn),
    index('loans_closed').on(t.closedOn).where(sql`${t.closedOn} is not null`),
    check('loans_principal_positive', sql`${t.principalMinor} > 0`),
    check(
      'loans_no_negative_balance',
      sql`least(${t.outstandingPrincipalMinor}, ${t.interestDueMinor}, ${t.interestAccruedMinor}, ${t.penaltyMinor}, ${t.compoundMinor}, ${t.feesDueMinor}, ${t.suspenseMinor}) >= 0`,
    ),
  ],
);

/** What happened to a loan, in booking order; the only truth about its money. Append-only (0001_ledger_rules.sql). */
export const loanEvents = pgTable(
  'loan_events',
  {
    id: text('id').primaryKey(),
    loanId: text('loan_id')
      .notNull()
      .references(() => loans.id),
    seq: integer('seq').notNull(),
    type: text('type').notNull(),
    effectiveOn: date('effective_on', { mode: 'string' }).notNull(),
    bookedOn: date('booked_on', { mode: 'string' }).notNull(),
    /** LoanEventBody (contracts/loan-events.ts), amounts as decimal-integer strings. */
    body: jsonb('body').notNull(),
    idempotencyKey: text('idempotency_key').notNull(),
    actor: text('actor').notNull(),
    /** What the booking answered, so that a repeat of the same key returns the same. */
    result: jsonb('result').notNull(),
    clockId: text('clock_id'),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [
    unique('loan_events_seq').on(t.loanId, t.seq),
    unique('loan_events_idempotency').on(t.idempotencyKey),
    index('loan_events_booked').on(t.clockId, t.bookedOn),
    check('loan_events_seq_positive', sql`${t.seq} > 0`),
  ],
);
