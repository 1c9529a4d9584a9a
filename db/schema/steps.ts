import { index, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { instant } from './columns';

/**
 * Results of database steps by the key that the workflow gave them. A step whose answer was lost with its worker runs
 * again under the same key and gets the stored answer. Kept for days, which is longer than any workflow task.
 */
export const stepResults = pgTable(
  'step_results',
  {
    key: text('key').primaryKey(),
    result: jsonb('result'),
    doneAt: instant('done_at').notNull(),
  },
  (t) => [index('step_results_done').on(t.doneAt)],
);
