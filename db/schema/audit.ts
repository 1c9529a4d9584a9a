import { sql } from 'drizzle-orm';
import { check, date, index, integer, jsonb, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import { instant } from './columns';

/** The head of each subject's chain; its row lock orders the appends of that subject. */
export const auditChains = pgTable('audit_chains', {
  subject: text('subject').primaryKey(),
  seq: integer('seq').notNull(),
  headHash: text('head_hash').notNull(),
});

/** Who did what, when, to which subject. Append-only: 0002_audit_rules.sql refuses change and removal. */
export const auditEvents = pgTable(
  'audit_events',
  {
    id: text('id').primaryKey(),
    subject: text('subject').notNull(),
    seq: integer('seq').notNull(),
    prevHash: text('prev_hash').notNull(),
    hash: text('hash').notNull(),
    at: instant('at').notNull(),
    actorId: text('actor_id').notNull(),
    action: text('action').notNull(),
    data: jsonb('data').notNull(),
    personal: jsonb('personal').notNull(),
    clockId: text('clock_id'),
    recordedAt: instant('recorded_at').notNull().default(sql`now()`),
  },
  (t) => [
    unique('audit_events_place').on(t.subject, t.seq),
    index('audit_events_actor').on(t.actorId, t.recordedAt),
    index('audit_events_action').on(t.action, t.recordedAt),
    index('audit_events_at').on(t.at, t.id),
    index('audit_events_recorded').on(t.recordedAt, t.id),
    check('audit_events_seq_positive', sql`${t.seq} > 0`),
  ],
);

/** Salts of personal hashes, apart from the chain so that erasure can remove them (PIPL 47). */
export const auditSalts = pgTable('audit_salts', {
  eventId: text('event_id').primaryKey(),
  salt: text('salt').notNull(),
});

/** One signed Merkle root per day over all events not yet under a root; each root names the one before it. */
export const auditRoots = pgTable(
  'audit_roots',
  {
    seq: integer('seq').primaryKey(),
    day: date('day', { mode: 'string' }).notNull(),
    size: integer('size').notNull(),
    rootHash: text('root_hash').notNull(),
    prevRootHash: text('prev_root_hash').notNull(),
    keyId: text('key_id').notNull(),
    signature: text('signature').notNull(),
    sealedAt: instant('sealed_at').notNull(),
  },
  (t) => [unique('audit_roots_day').on(t.day)],
);

/** Which event is which leaf of which root; an event is anchored once. */
export const auditRootLeaves = pgTable(
  'audit_root_leaves',
  {
    rootSeq: integer('root_seq')
      .notNull()
      .references(() => auditRoots.seq),
    leafIndex: integer('leaf_index').notNull(),
    eventId: text('event_id')
      .notNull()
      .references(() => auditEvents.id),
  },
  (t) => [primaryKey({ columns: [t.rootSeq, t.leafIndex] }), unique('audit_root_leaves_event').on(t.eventId)],
);
