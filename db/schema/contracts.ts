import { bigint, index, integer, jsonb, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { bytea, instant } from './columns';

/** A loan contract: the offer as shown, the borrower's confirmation, the lender's seal, with hashes of each stage. */
export const contracts = pgTable(
  'contracts',
  {
    id: text('id').primaryKey(),
    applicationId: text('application_id').notNull(),
    customerId: text('customer_id').notNull(),
    number: text('number').notNull(),
    /** Business key: one contract per offer round of an application. */
    key: text('key').notNull(),
    status: text('status', {
      enum: ['offered', 'signed', 'sealed', 'refused', 'expired', 'withdrawn'],
    }).notNull(),
    templateCode: text('template_code').notNull(),
    templateVersion: integer('template_version').notNull(),
    amountMinor: bigint('amount_minor', { mode: 'bigint' }).notNull(),
    rateBps: integer('rate_bps').notNull(),
    termMonths: integer('term_months').notNull(),
    /** Terms, plan and annualised cost as shown to the borrower. */
    shown: jsonb('shown').notNull(),
    sealedOfferPdf: bytea('sealed_offer_pdf').notNull(),
    offerSha256: text('offer_sha256').notNull(),
    sealedFinalPdf: bytea('sealed_final_pdf'),
    finalSha256: text('final_sha256'),
    offeredAt: instant('offered_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    signedAt: instant('signed_at'),
    evidence: jsonb('evidence'),
    clockId: text('clock_id'),
  },
  (t) => [
    unique('contracts_key').on(t.key),
    unique('contracts_number').on(t.number),
    index('contracts_application').on(t.applicationId),
  ],
);

/** One-time codes to confirm a contract; only a salted hash is kept. */
export const confirmationCodes = pgTable(
  'confirmation_codes',
  {
    id: text('id').primaryKey(),
    contractId: text('contract_id')
      .notNull()
      .references(() => contracts.id),
    salt: text('salt').notNull(),
    codeHash: text('code_hash').notNull(),
    attempts: integer('attempts').notNull().default(0),
    sentAt: instant('sent_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
  },
  (t) => [index('confirmation_codes_contract').on(t.contractId, t.sentAt)],
);

/** Other papers issued for a loan: settlement certificate, letters, statements. */
export const issuedPapers = pgTable(
  'issued_papers',
  {
    id: text('id').primaryKey(),
    key: text('key').notNull(),
    kind: text('kind').notNull(),
    applicationId: text('application_id').notNull(),
    loanId: text('loan_id'),
    sealedPdf: bytea('sealed_pdf').notNull(),
    sha256: text('sha256').notNull(),
    issuedAt: instant('issued_at').notNull(),
    clockId: text('clock_id'),
  },
  (t) => [unique('issued_papers_key').on(t.key), index('issued_papers_application').on(t.applicationId)],
);
