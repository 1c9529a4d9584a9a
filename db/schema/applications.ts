import { sql } from 'drizzle-orm';
import { bigint, check, index, integer, jsonb, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { bytea, instant } from './columns';

/** One loan request and the read model of its workflow: what stage, since when, waiting for whom, until when. */
export const applications = pgTable(
  'applications',
  {
    id: text('id').primaryKey(),
    customerId: text('customer_id').notNull(),
    productCode: text('product_code').notNull(),
    productVersion: integer('product_version').notNull(),
    channel: text('channel').notNull(),
    partnerId: text('partner_id'),
    /** The partner's desk that the applicant came through. */
    sceneId: text('scene_id'),
    createdBy: text('created_by').notNull(),
    currency: text('currency').notNull().default('CNY'),
    amountMinor: bigint('amount_minor', { mode: 'bigint' }).notNull(),
    /** 首次提款: what is paid out first of a loan that is drawn in stages; null: all of it. */
    firstDrawMinor: bigint('first_draw_minor', { mode: 'bigint' }),
    termMonths: integer('term_months').notNull(),
    purpose: text('purpose').notNull(),
    /** Repayment method (contracts/policy/product.ts). */
    method: text('method').notNull(),
    /** Declared facts that name nobody: income, job months, housing … (contracts/http/applications). */
    declared: jsonb('declared').notNull(),
    /** Declared facts that could name somebody (employer, address), sealed. */
    sealedDeclared: bytea('sealed_declared'),
    sealedAccount: bytea('sealed_account'),
    maskedAccount: text('masked_account'),
    /** The bound card that the account was taken from, where it was. */
    cardId: text('card_id'),
    stage: text('stage').notNull(),
    stageSince: instant('stage_since').notNull(),
    waitingFor: text('waiting_for'),
    waitUntil: instant('wait_until'),
    missing: text('missing').array().notNull().default(sql`'{}'`),
    supplementRound: integer('supplement_round').notNull().default(0),
    outcome: text('outcome'),
    reasonCodes: text('reason_codes').array().notNull().default(sql`'{}'`),
    route: text('route'),
    grade: text('grade'),
    score: integer('score'),
    approvedAmountMinor: bigint('approved_amount_minor', { mode: 'bigint' }),
    approvedTermMonths: integer('approved_term_months'),
    rateBps: integer('rate_bps'),
    contractId: text('contract_id'),
    loanId: text('loan_id'),
    parkedStep: text('parked_step'),
    parkedReason: text('parked_reason'),
    parkedAt: instant('parked_at'),
    version: integer('version').notNull().default(1),
    clockId: text('clock_id'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    closedAt: instant('closed_at'),
  },
  (t) => [
    index('applications_customer').on(t.customerId),
    index('applications_stage').on(t.stage, t.id),
    index('applications_partner').on(t.partnerId, t.id),
    index('applications_parked').on(t.parkedAt).where(sql`${t.parkedAt} is not null`),
    index('applications_tail').on(sql`right(${t.id}, 6)`),
    index('applications_arrived').on(t.clockId, t.createdAt),
    // What the list is ordered by, and what few applications have; the rest is found by applications_list (0007_list_indexes.sql).
    index('applications_product').on(t.productCode, t.id),
    index('applications_outcome').on(t.outcome, t.id).where(sql`${t.outcome} is not null`),
    index('applications_purpose').on(t.purpose, t.id),
    index('applications_score').on(t.score).where(sql`${t.score} is not null`),
    index('applications_amount').on(t.amountMinor, t.id),
    index('applications_since').on(t.stageSince, t.id),
    index('applications_created').on(t.createdAt),
    check('applications_amount_positive', sql`${t.amountMinor} > 0`),
    check('applications_term_positive', sql`${t.termMonths} > 0`),
  ],
);

/** An uploaded document, sealed; the hash is of the plain content. */
export const documents = pgTable(
  'documents',
  {
    id: text('id').primaryKey(),
    applicationId: text('application_id')
      .notNull()
      .references(() => applications.id),
    kind: text('kind').notNull(),
    contentType: text('content_type').notNull(),
    sizeBytes: integer('size_bytes').notNull(),
    sha256: text('sha256').notNull(),
    sealed: bytea('sealed').notNull(),
    uploadedBy: text('uploaded_by').notNull(),
    uploadedAt: instant('uploaded_at').notNull(),
    clockId: text('clock_id'),
  },
  (t) => [unique('documents_once').on(t.applicationId, t.kind, t.sha256)],
);

/** A consent as given: which text, which version, its hash, when, by which channel (征信业管理条例 18, PIPL 14). */
export const consents = pgTable(
  'consents',
  {
    id: text('id').primaryKey(),
    customerId: text('customer_id').notNull(),
    applicationId: text('application_id')
      .notNull()
      .references(() => applications.id),
    code: text('code').notNull(),
    textVersion: integer('text_version').notNull(),
    textHash: text('text_hash').notNull(),
    locale: text('locale').notNull(),
    channel: text('channel').notNull(),
    sealedEvidence: bytea('sealed_evidence'),
    grantedAt: instant('granted_at').notNull(),
    /** From then on nobody is asked on the strength of it; the text that was agreed to says how long it is valid. */
    validUntil: instant('valid_until').notNull(),
    /** The consent to the same words that had lapsed. */
    renews: text('renews'),
    withdrawnAt: instant('withdrawn_at'),
    clockId: text('clock_id'),
  },
  (t) => [unique('consents_once').on(t.applicationId, t.code, t.textVersion, t.renews).nullsNotDistinct()],
);

/** What each customer may still borrow is limit minus these: reserved when applied for, drawn when paid out. */
export const exposures = pgTable(
  'exposures',
  {
    applicationId: text('application_id').primaryKey(),
    customerId: text('customer_id').notNull(),
    amountMinor: bigint('amount_minor', { mode: 'bigint' }).notNull(),
    state: text('state', { enum: ['reserved', 'drawn', 'released'] }).notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [index('exposures_customer').on(t.customerId, t.state)],
);
