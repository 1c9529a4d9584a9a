import { index, pgTable, text } from 'drizzle-orm/pg-core';
import { instant } from './columns';

/** A test clock: virtual time for the loans attached to it. Moves forward only. */
export const testClocks = pgTable('test_clocks', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  now: instant('now').notNull(),
  target: instant('target'),
  /** Whether it stops at the target only, or at the first event on the way to it. */
  until: text('until', { enum: ['target', 'next_event'] })
    .notNull()
    .default('target'),
  status: text('status', { enum: ['ready', 'advancing'] }).notNull(),
  createdBy: text('created_by').notNull(),
  createdAt: instant('created_at').notNull(),
});

/** Until when a clocked workflow sleeps; no `wait_until` means it is at work and the clock must not move. */
export const clockWaits = pgTable(
  'clock_waits',
  {
    workflowId: text('workflow_id').primaryKey(),
    clockId: text('clock_id')
      .notNull()
      .references(() => testClocks.id),
    waitUntil: instant('wait_until'),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [index('clock_waits_clock').on(t.clockId, t.waitUntil)],
);
