import { bigserial, index, pgTable, text } from 'drizzle-orm/pg-core';
import { instant } from './columns';

/**
 * Every move of an application from stage to stage, written by the database itself (0010_stage_moves.sql), so that funnel
 * and turnaround are counted from what happened and not from where things stand. Append-only.
 */
export const stageMoves = pgTable(
  'stage_moves',
  {
    seq: bigserial('seq', { mode: 'number' }).primaryKey(),
    applicationId: text('application_id').notNull(),
    stage: text('stage').notNull(),
    enteredAt: instant('entered_at').notNull(),
    /** Where it came from and since when it had been there; null for the first stage. */
    fromStage: text('from_stage'),
    fromAt: instant('from_at'),
    clockId: text('clock_id'),
  },
  (t) => [
    index('stage_moves_application').on(t.applicationId, t.stage),
    index('stage_moves_entered').on(t.clockId, t.enteredAt),
  ],
);
