import { index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant } from './columns';

/** Calls to an outside party, summed per minute of real time over all workers. */
export const sourceMinutes = pgTable(
  'source_minutes',
  {
    party: text('party').notNull(),
    minute: instant('minute').notNull(),
    calls: integer('calls').notNull(),
    failures: integer('failures').notNull(),
    timeouts: integer('timeouts').notNull(),
    /** Calls that were not made because the breaker was open. */
    withheld: integer('withheld').notNull(),
    latencySumMs: integer('latency_sum_ms').notNull(),
    latencyMaxMs: integer('latency_max_ms').notNull(),
    /** How many answered within so many milliseconds; the rest took longer. */
    within100: integer('within_100').notNull(),
    within300: integer('within_300').notNull(),
    within1000: integer('within_1000').notNull(),
    within3000: integer('within_3000').notNull(),
  },
  (t) => [primaryKey({ columns: [t.party, t.minute] }), index('source_minutes_minute').on(t.minute)],
);

/** How a worker's breaker towards a party stands; rows of workers that are gone grow old and are not shown. */
export const sourceBreakers = pgTable(
  'source_breakers',
  {
    party: text('party').notNull(),
    workerId: text('worker_id').notNull(),
    state: text('state', { enum: ['closed', 'half_open', 'open'] }).notNull(),
    openedAt: instant('opened_at'),
    lastFailure: text('last_failure'),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.party, t.workerId] })],
);
