import { sql } from 'drizzle-orm';
import { boolean, index, integer, pgTable, primaryKey, text, unique, uniqueIndex } from 'drizzle-orm/pg-core';
import { bytea, instant } from './columns';

/**
 * A borrower's way in: a phone that was proved by a code. Who the person is stays open until the card network or the
 * first application has confirmed name and identity number. Of no clock: one account borrows on any.
 */
export const borrowerAccounts = pgTable('borrower_accounts', {
  id: text('id').primaryKey(),
  phoneIndex: text('phone_index').notNull().unique(),
  sealedPhone: bytea('sealed_phone').notNull(),
  maskedPhone: text('masked_phone').notNull(),
  locale: text('locale', { enum: ['zh-CN', 'en'] })
    .notNull()
    .default('zh-CN'),
  /** Name and identity number, once confirmed; from then on the account is that person's and nobody else's. */
  sealedIdentity: bytea('sealed_identity'),
  idIndex: text('id_index').unique(),
  maskedName: text('masked_name'),
  maskedId: text('masked_id'),
  confirmedAt: instant('confirmed_at'),
  active: boolean('active').notNull().default(true),
  createdAt: instant('created_at').notNull(),
  lastLoginAt: instant('last_login_at'),
});

/** Codes sent to prove a phone; only a salted hash is kept. Wrong attempts of all of a phone's codes count together. */
export const loginCodes = pgTable(
  'login_codes',
  {
    id: text('id').primaryKey(),
    phoneIndex: text('phone_index').notNull(),
    /** Keyed hash of the address that asked, to bound how many phones one address may call. */
    addressHash: text('address_hash').notNull(),
    salt: text('salt').notNull(),
    codeHash: text('code_hash').notNull(),
    attempts: integer('attempts').notNull().default(0),
    lastAttemptAt: instant('last_attempt_at'),
    sentAt: instant('sent_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
  },
  (t) => [
    index('login_codes_phone').on(t.phoneIndex, t.sentAt),
    index('login_codes_address').on(t.addressHash, t.sentAt),
  ],
);

/** A login of a borrower: a short-lived access token and a refresh token that changes with each use. Hashes only. */
export const borrowerSessions = pgTable(
  'borrower_sessions',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => borrowerAccounts.id),
    accessHash: text('access_hash').notNull().unique(),
    accessUntil: instant('access_until').notNull(),
    refreshHash: text('refresh_hash').notNull().unique(),
    refreshUntil: instant('refresh_until').notNull(),
    /** The refresh token before this one: seen again after its grace, it was stolen. */
    formerRefreshHash: text('former_refresh_hash').unique(),
    refreshedAt: instant('refreshed_at').notNull(),
    createdAt: instant('created_at').notNull(),
    endedAt: instant('ended_at'),
    endedBecause: text('ended_because', { enum: ['signed_out', 'refresh_reused'] }),
  },
  (t) => [index('borrower_sessions_account').on(t.accountId)],
);

/** A text that an account agreed to outside any application: terms of use, use of a card. Evidence is sealed. */
export const accountConsents = pgTable(
  'account_consents',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => borrowerAccounts.id),
    code: text('code').notNull(),
    textVersion: integer('text_version').notNull(),
    textHash: text('text_hash').notNull(),
    locale: text('locale').notNull(),
    sealedEvidence: bytea('sealed_evidence').notNull(),
    grantedAt: instant('granted_at').notNull(),
  },
  (t) => [unique('account_consents_once').on(t.accountId, t.code, t.textVersion)],
);

/** A borrower's bank card: bound once the card network agrees on card, name, identity number and phone (四要素). */
export const bankCards = pgTable(
  'bank_cards',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => borrowerAccounts.id),
    sealed: bytea('sealed').notNull(),
    cardIndex: text('card_index').notNull(),
    maskedCard: text('masked_card').notNull(),
    bankCode: text('bank_code'),
    status: text('status', { enum: ['checking', 'bound', 'refused', 'removed'] }).notNull(),
    /** Why the network refused, in our words. */
    refusal: text('refusal'),
    isDefault: boolean('is_default').notNull().default(false),
    consentId: text('consent_id').notNull(),
    askedAt: instant('asked_at').notNull(),
    boundAt: instant('bound_at'),
    removedAt: instant('removed_at'),
  },
  (t) => [
    index('bank_cards_account').on(t.accountId),
    uniqueIndex('bank_cards_default').on(t.accountId).where(sql`${t.isDefault}`),
    uniqueIndex('bank_cards_once')
      .on(t.accountId, t.cardIndex)
      .where(sql`${t.status} in ('checking', 'bound')`),
  ],
);

/** By which channel a borrower wants a kind of message; what is not here goes the usual way. */
export const notificationChoices = pgTable(
  'notification_choices',
  {
    accountId: text('account_id')
      .notNull()
      .references(() => borrowerAccounts.id),
    topic: text('topic').notNull(),
    channel: text('channel', { enum: ['sms', 'mail', 'inapp'] }).notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.topic] })],
);
