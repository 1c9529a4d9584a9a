import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { bytea, instant } from './columns';

/** One request that must act once: reserved before it acts, answered from here when it comes again. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    actorId: text('actor_id').notNull(),
    route: text('route').notNull(),
    key: text('key').notNull(),
    bodyHash: text('body_hash').notNull(),
    /** Drawn at the reservation: a run after a crash makes the same object ids and so finds what the first run made. */
    seed: text('seed').notNull(),
    /** Who holds the reservation and until when; past that another request may take it over. */
    lockedBy: text('locked_by').notNull(),
    lockedUntil: instant('locked_until').notNull(),
    status: integer('status'),
    headers: jsonb('headers'),
    /** Of answers stored before they were sealed; none is written here. */
    body: text('body'),
    /** The answer, sealed: it may hold a secret that is shown once, or personal data. */
    sealedBody: bytea('sealed_body'),
    createdAt: instant('created_at').notNull().default(sql`now()`),
    expiresAt: instant('expires_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.actorId, t.route, t.key] }),
    index('idempotency_keys_expiry').on(t.expiresAt),
  ],
);
