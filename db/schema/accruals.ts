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
  numeric,
  pgTable,
  primaryKey,
  text,
  unique,
} from 'drizzle-orm/pg-core';
import type { LedgerMapping } from '../../domain/ledger/chart';
import { journalEntries } from './ledger';
import { loans } from './loans';

const minor = (name: string) => bigint(name, { mode: 'bigint' }).notNull().default(sql`0`);

/** Loans that accrue into the same accounts and share one general-ledger entry a day: product, branch, currency, mapping. */
export const accrualBooks = pgTable(
  'accrual_books',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    clockId: text('clock_id'),
    productCode: text('product_code').notNull(),
    branch: text('branch').notNull(),
    currency: char('currency', { length: 3 }).notNull(),
    interestCode: text('interest_code').notNull(),
    interestIncomeCode: text('interest_income_code').notNull(),
    penaltyCode: text('penalty_code').notNull(),
    penaltyIncomeCode: text('penalty_income_code').notNull(),
    compoundCode: text('compound_code').notNull(),
    compoundIncomeCode: text('compound_income_code').notNull(),
    vatCode: text('vat_code').notNull(),
    /** Tax contained in what is earned, in whole 10⁻¹². */
    vatUnits: bigint('vat_units', { mode: 'bigint' }).notNull(),
    /** The whole mapping of roles to account codes; roles left out use the chart. */
    ledger: jsonb('ledger').$type<LedgerMapping>().notNull().default({}),
  },
  (t) => [
    unique('accrual_books_once')
      .on(
        t.productCode,
        t.branch,
        t.currency,
        t.clockId,
        t.interestCode,
        t.interestIncomeCode,
        t.penaltyCode,
        t.penaltyIncomeCode,
        t.compoundCode,
        t.compoundIncomeCode,
        t.vatCode,
        t.vatUnits,
        t.ledger,
      )
      .nullsNotDistinct(),
  ],
);

/**
 * All that close of business needs of a loan, in one narrow row that a booking writes and an accrual moves on by a day:
 * the loan itself is neither read nor held. The `posted_…` columns are the loan's balance of all portfolio accruals.
 */
export const loanAccruals = pgTable(
  'loan_accruals',
  {
    loanId: text('loan_id')
      .primaryKey()
      .references(() => loans.id),
    clockId: text('clock_id'),
    bookId: integer('book_id')
      .notNull()
      .references(() => accrualBooks.id),
    /** Whether the next close looks at the loan: from its first booking until it ended and that was noted. */
    inClose: boolean('in_close').notNull().default(false),
    /** The date up to which the ledger holds what time brought; null before the first booking. */
    accruedTo: date('accrued_to', { mode: 'string' }),
    /** Until this date the account changes by accrual alone; null when it must be folded every day. */
    evenUntil: date('even_until', { mode: 'string' }),
    status: text('status').notNull(),
    principalMinor: minor('principal_minor'),
    /** Owed beside what the segments say: with the `…_now` columns it gives all that is owed. */
    fixedMinor: minor('fixed_minor'),
    /** In arrears beside penalty and compound interest of the segments. */
    overdueFixedMinor: minor('overdue_fixed_minor'),
    /** Interest, and penalty and compound interest, owed beside their segments: with `…_now` all that is owed of them. */
    interestApartMinor: minor('interest_apart_minor'),
    penaltyApartMinor: minor('penalty_apart_minor'),
    nextDueOn: date('next_due_on', { mode: 'string' }),
    oldestUnpaidOn: date('oldest_unpaid_on', { mode: 'string' }),
    maturityOn: date('maturity_on', { mode: 'string' }),
    /** Past the grace of an instalment, as buckets and classes count it. */
    late: boolean('late').notNull().default(false),
    /** The segment of running interest (domain/account/accrual-segment.ts); penalties are in `accrual_segments`. */
    fromOn: date('from_on', { mode: 'string' }),
    untilOn: date('until_on', { mode: 'string' }),
    balanceMinor: minor('balance_minor'),
    rateUnits: minor('rate_units'),
    basisDays: integer('basis_days').notNull().default(1),
    sumBefore: numeric('sum_before', { precision: 60, scale: 0 }).notNull().default('0'),
    carriedMinor: minor('carried_minor'),
    capMinor: bigint('cap_minor', { mode: 'bigint' }),
    /** What the segments of each kind come to on `accrued_to`. */
    interestNowMinor: minor('interest_now_minor'),
    penaltyNowMinor: minor('penalty_now_minor'),
    compoundNowMinor: minor('compound_now_minor'),
    /** Charged apart from the segments; tax is rounded on the sum of both. */
    interestBaseMinor: minor('interest_base_minor'),
    penaltyBaseMinor: minor('penalty_base_minor'),
    compoundBaseMinor: minor('compound_base_minor'),
    postedInterestMinor: minor('posted_interest_minor'),
    postedPenaltyMinor: minor('posted_penalty_minor'),
    postedCompoundMinor: minor('posted_compound_minor'),
    postedInterestVatMinor: minor('posted_interest_vat_minor'),
    postedPenaltyVatMinor: minor('posted_penalty_vat_minor'),
    postedCompoundVatMinor: minor('posted_compound_vat_minor'),
  },
  (t) => [index('loan_accruals_in_close').on(t.clockId, t.loanId).where(sql`${t.inClose}`)],
);

/** What a loan in arrears accrues by the day beside its interest, one row per instalment and kind. */
export const accrualSegments = pgTable(
  'accrual_segments',
  {
    loanId: text('loan_id')
      .notNull()
      .references(() => loans.id),
    no: integer('no').notNull(),
    kind: text('kind', { enum: ['penalty', 'compound'] }).notNull(),
    fromOn: date('from_on', { mode: 'string' }).notNull(),
    untilOn: date('until_on', { mode: 'string' }).notNull(),
    balanceMinor: bigint('balance_minor', { mode: 'bigint' }).notNull(),
    rateUnits: bigint('rate_units', { mode: 'bigint' }).notNull(),
    basisDays: integer('basis_days').notNull(),
    sumBefore: numeric('sum_before', { precision: 60, scale: 0 }).notNull(),
    carriedMinor: bigint('carried_minor', { mode: 'bigint' }).notNull(),
    capMinor: bigint('cap_minor', { mode: 'bigint' }),
  },
  (t) => [primaryKey({ columns: [t.loanId, t.no] })],
);

/**
 * A loan's share of a portfolio accrual: the sub-ledger beneath one general-ledger entry, amounts with the tax in them.
 * Ordered by date, so that a day's rows are added at the end; a statement trigger ties them to an entry of the same
 * transaction, and the proof compares count, hash and sums.
 */
export const accrualLines = pgTable(
  'accrual_lines',
  {
    accruedOn: date('accrued_on', { mode: 'string' }).notNull(),
    loanId: text('loan_id').notNull(),
    entryId: text('entry_id').notNull(),
    interestMinor: bigint('interest_minor', { mode: 'bigint' }).notNull(),
    penaltyMinor: bigint('penalty_minor', { mode: 'bigint' }).notNull(),
    compoundMinor: bigint('compound_minor', { mode: 'bigint' }).notNull(),
    interestVatMinor: bigint('interest_vat_minor', { mode: 'bigint' }).notNull(),
    penaltyVatMinor: bigint('penalty_vat_minor', { mode: 'bigint' }).notNull(),
    compoundVatMinor: bigint('compound_vat_minor', { mode: 'bigint' }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.accruedOn, t.loanId] }),
    check(
      'accrual_lines_not_zero',
      sql`(${t.interestMinor}, ${t.penaltyMinor}, ${t.compoundMinor}) <> (0, 0, 0)`,
    ),
  ],
);

/** The loans that stand behind a portfolio accrual entry: how many, between which ids, and what their lines hash to. */
export const accrualBatches = pgTable(
  'accrual_batches',
  {
    entryId: text('entry_id')
      .primaryKey()
      .references(() => journalEntries.id),
    accruedOn: date('accrued_on', { mode: 'string' }).notNull(),
    bookId: integer('book_id')
      .notNull()
      .references(() => accrualBooks.id),
    fromLoan: text('from_loan').notNull(),
    toLoan: text('to_loan').notNull(),
    lines: integer('lines').notNull(),
    linesSha256: text('lines_sha256').notNull(),
    clockId: text('clock_id'),
  },
  (t) => [index('accrual_batches_day').on(t.clockId, t.accruedOn, t.fromLoan)],
);
