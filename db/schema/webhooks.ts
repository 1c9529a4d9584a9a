import { sql } from 'drizzle-orm';
import { bigserial, boolean, index, integer, jsonb, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { bytea, instant } from './columns';

/** Something that happened, as told to the outside: thin, ids and codes only. Also what `/v1/events` lists. */
export const events = pgTable(
  'events',
  {
    /** Commit-safe order is not promised by a sequence; readers page by it and webhooks carry the id. */
    seq: bigserial('seq', { mode: 'number' }).primaryKey(),
    id: text('id').notNull().unique(),
    type: text('type').notNull(),
    subjectId: text('subject_id').notNull(),
    applicationId: text('application_id'),
    customerId: text('customer_id'),
    partnerId: text('partner_id'),
    data: jsonb('data').notNull(),
    occurredAt: instant('occurred_at').notNull(),
    recordedAt: instant('recorded_at').notNull().default(sql`now()`),
    clockId: text('clock_id'),
  },
  (t) => [
    index('events_subject').on(t.subjectId, t.seq),
    index('events_partner').on(t.partnerId, t.seq),
    index('events_application').on(t.applicationId, t.seq),
    index('events_type').on(t.type, t.seq),
  ],
);

/** Where a partner or the lender's own systems want to be told. */
export const webhookEndpoints = pgTable(
  'webhook_endpoints',
  {
    id: text('id').primaryKey(),
    /** `ptn_…`, or `lender` for the lender's own. */
    ownerId: text('owner_id').notNull(),
    url: text('url').notNull(),
    description: text('description').notNull().default(''),
    /** Event types, or `*` for all. */
    eventTypes: text('event_types').array().notNull(),
    sealedSecret: bytea('sealed_secret').notNull(),
    /** The secret before the last rotation; signs beside the new one until it expires. */
    sealedFormerSecret: bytea('sealed_former_secret'),
    /** The request that made the present secret: run again after a crash, it makes no other. */
    rotatedBy: text('rotated_by'),
    formerSecretExpiresAt: instant('former_secret_expires_at'),
    enabled: boolean('enabled').notNull().default(true),
    disabledReason: text('disabled_reason'),
    /** When it was switched off by itself; null while it is on, and when a person switched it off. */
    disabledAt: instant('disabled_at'),
    /** Whom to tell of that: mail address and language. */
    sealedContact: bytea('sealed_contact'),
    failingSince: instant('failing_since'),
    version: integer('version').notNull().default(1),
    createdAt: instant('created_at').notNull().default(sql`now()`),
    deletedAt: instant('deleted_at'),
  },
  (t) => [index('webhook_endpoints_owner').on(t.ownerId)],
);

/** One event for one endpoint. Its workflow tries until it is delivered or given up. */
export const webhookDeliveries = pgTable(
  'webhook_deliveries',
  {
    id: text('id').primaryKey(),
    endpointId: text('endpoint_id')
      .notNull()
      .references(() => webhookEndpoints.id),
    eventId: text('event_id')
      .notNull()
      .references(() => events.id),
    /** Counts resends: the same event may be delivered again on request. */
    round: integer('round').notNull().default(0),
    status: text('status', { enum: ['pending', 'delivered', 'failed', 'dropped'] }).notNull(),
    attempts: integer('attempts').notNull().default(0),
    createdAt: instant('created_at').notNull().default(sql`now()`),
    settledAt: instant('settled_at'),
    clockId: text('clock_id'),
  },
  (t) => [
    unique('webhook_deliveries_once').on(t.endpointId, t.eventId, t.round),
    index('webhook_deliveries_endpoint').on(t.endpointId, t.id),
    index('webhook_deliveries_open').on(t.clockId).where(sql`${t.status} = 'pending'`),
  ],
);

/** One try of a delivery: what the receiver answered and how long it took. */
export const webhookAttempts = pgTable(
  'webhook_attempts',
  {
    deliveryId: text('delivery_id')
      .notNull()
      .references(() => webhookDeliveries.id),
    attempt: integer('attempt').notNull(),
    at: instant('at').notNull(),
    /** HTTP status; null when no answer came. */
    status: integer('status'),
    failure: text('failure'),
    /** The first part of the answer. */
    body: text('body').notNull().default(''),
    latencyMs: integer('latency_ms').notNull(),
  },
  (t) => [unique('webhook_attempts_once').on(t.deliveryId, t.attempt)],
);
