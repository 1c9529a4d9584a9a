import { sql } from 'drizzle-orm';
import { bigint, check, date, index, integer, pgTable, text, unique, uniqueIndex } from 'drizzle-orm/pg-core';
import { instant } from './columns';

/** Money out to a borrower: the intent and its key are stored before the bank is called. */
export const payouts = pgTable(
  'payouts',
  {
    id: text('id').primaryKey(),
    key: text('key').notNull(),
    applicationId: text('application_id').notNull(),
    loanId: text('loan_id').notNull(),
    attempt: integer('attempt').notNull(),
    /** What the bank pays out. */
    amountMinor: bigint('amount_minor', { mode: 'bigint' }).notNull(),
    /** Fees kept back from what is lent; the two together are the principal. */
    withheldMinor: bigint('withheld_minor', { mode: 'bigint' }).notNull().default(sql`0`),
    currency: text('currency').notNull(),
    maskedAccount: text('masked_account').notNull(),
    /** 提款: the ordered operation that it carries out; null for the payout that begins the loan. */
    drawOf: text('draw_of'),
    status: text('status', {
      enum: ['intent', 'processing', 'confirmed', 'failed', 'returned', 'cancelled'],
    }).notNull(),
    failureCode: text('failure_code'),
    bankRef: text('bank_ref'),
    intendedAt: instant('intended_at').notNull(),
    /** When the bank is to be asked about a draw that it has not answered. */
    askAt: instant('ask_at'),
    confirmedAt: instant('confirmed_at'),
    valueOn: date('value_on', { mode: 'string' }),
    /** Value date of its return, when the bank took it back. */
    returnedOn: date('returned_on', { mode: 'string' }),
    clockId: text('clock_id'),
  },
  (t) => [
    unique('payouts_key').on(t.key),
    index('payouts_application').on(t.applicationId),
    uniqueIndex('payouts_draw').on(t.drawOf).where(sql`${t.drawOf} is not null`),
    check('payouts_amount_positive', sql`${t.amountMinor} > 0`),
    check('payouts_withheld_not_negative', sql`${t.withheldMinor} >= 0`),
  ],
);

/** Money asked from a borrower's card by mandate; one row per attempt on a due date, or per wish of the borrower to pay. */
export const debits = pgTable(
  'debits',
  {
    id: text('id').primaryKey(),
    key: text('key').notNull(),
    loanId: text('loan_id').notNull(),
    dueOn: date('due_on', { mode: 'string' }).notNull(),
    attempt: integer('attempt').notNull(),
    /** What the borrower pays for; the lender's own debits are for what is due. */
    intent: text('intent', { enum: ['due', 'payoff', 'shorter_term', 'lower_instalment'] })
      .notNull()
      .default('due'),
    amountMinor: bigint('amount_minor', { mode: 'bigint' }).notNull(),
    currency: text('currency').notNull(),
    status: text('status', { enum: ['intent', 'processing', 'confirmed', 'failed'] }).notNull(),
    failureCode: text('failure_code'),
    bankRef: text('bank_ref'),
    intendedAt: instant('intended_at').notNull(),
    settledAt: instant('settled_at'),
    clockId: text('clock_id'),
  },
  (t) => [
    unique('debits_key').on(t.key),
    index('debits_loan').on(t.loanId, t.dueOn),
    check('debits_amount_positive', sql`${t.amountMinor} > 0`),
  ],
);

/** Money that arrived; stored first, unique by the payer's reference, booked by the loan's workflow. */
export const payments = pgTable(
  'payments',
  {
    id: text('id').primaryKey(),
    loanId: text('loan_id').notNull(),
    payerRef: text('payer_ref').notNull(),
    source: text('source', {
      enum: ['debit', 'transfer', 'counter', 'prepayment', 'collateral', 'debt_sale'],
    }).notNull(),
    /** What the payer asked for: ordinary payment, or an early payoff / part prepayment with its way. */
    intent: text('intent', { enum: ['due', 'payoff', 'shorter_term', 'lower_instalment'] })
      .notNull()
      .default('due'),
    amountMinor: bigint('amount_minor', { mode: 'bigint' }).notNull(),
    currency: text('currency').notNull(),
    valueOn: date('value_on', { mode: 'string' }).notNull(),
    status: text('status', { enum: ['received', 'booked', 'suspense', 'bounced', 'reversed'] }).notNull(),
    /** Value date on which the bank took it back. */
    bouncedOn: date('bounced_on', { mode: 'string' }),
    receivedAt: instant('received_at').notNull(),
    bookedAt: instant('booked_at'),
    clockId: text('clock_id'),
  },
  (t) => [
    unique('payments_payer_ref').on(t.payerRef),
    index('payments_loan').on(t.loanId, t.receivedAt),
    check('payments_amount_positive', sql`${t.amountMinor} > 0`),
  ],
);

/** 溢缴款退款: waiting money on its way back to the borrower's account; booked, and stored with its key, before the bank is called. */
export const refunds = pgTable(
  'refunds',
  {
    id: text('id').primaryKey(),
    key: text('key').notNull(),
    loanId: text('loan_id').notNull(),
    applicationId: text('application_id').notNull(),
    amountMinor: bigint('amount_minor', { mode: 'bigint' }).notNull(),
    currency: text('currency').notNull(),
    status: text('status', {
      enum: ['intent', 'processing', 'confirmed', 'failed', 'returned'],
    }).notNull(),
    failureCode: text('failure_code'),
    bankRef: text('bank_ref'),
    /** When the bank was last asked, or is to be asked first. */
    askedAt: instant('asked_at').notNull(),
    confirmedAt: instant('confirmed_at'),
    valueOn: date('value_on', { mode: 'string' }),
    returnedOn: date('returned_on', { mode: 'string' }),
    clockId: text('clock_id'),
  },
  (t) => [
    unique('refunds_key').on(t.key),
    index('refunds_loan').on(t.loanId),
    index('refunds_value').on(t.clockId, t.valueOn),
    check('refunds_amount_positive', sql`${t.amountMinor} > 0`),
  ],
);
