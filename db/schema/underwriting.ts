import { bigint, index, integer, jsonb, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { READING_OUTCOMES } from '../../contracts/sources/document-reading';
import { documents } from './applications';
import { bytea, instant } from './columns';

/** Each call to an outside source: what was asked under which consent, what came back, how long it took, what it cost. */
export const sourceCalls = pgTable(
  'source_calls',
  {
    id: text('id').primaryKey(),
    /** Null for a check that belongs to no application: of a card to be bound. */
    applicationId: text('application_id'),
    source: text('source').notNull(),
    /** Business key of the call; the same step asked again gives the stored answer. */
    requestKey: text('request_key').notNull(),
    requestHash: text('request_hash').notNull(),
    consentId: text('consent_id'),
    outcome: text('outcome').notNull(),
    /** Normalised answer without personal data. */
    result: jsonb('result'),
    sealedRaw: bytea('sealed_raw'),
    latencyMs: integer('latency_ms').notNull(),
    costMinor: bigint('cost_minor', { mode: 'bigint' }).notNull(),
    calledAt: instant('called_at').notNull(),
    clockId: text('clock_id'),
  },
  (t) => [unique('source_calls_key').on(t.requestKey), index('source_calls_application').on(t.applicationId)],
);

/** Every decision on an application with all that explains it: policy versions, inputs hash, reasons, trace. */
export const decisions = pgTable(
  'decisions',
  {
    id: text('id').primaryKey(),
    applicationId: text('application_id').notNull(),
    /** Business key: 'automatic/<round>' or the approval task's id. */
    step: text('step').notNull(),
    kind: text('kind', { enum: ['automatic', 'human'] }).notNull(),
    result: text('result').notNull(),
    route: text('route'),
    grade: text('grade'),
    score: integer('score'),
    amountMinor: bigint('amount_minor', { mode: 'bigint' }),
    rateBps: integer('rate_bps'),
    termMonths: integer('term_months'),
    reasonCodes: text('reason_codes').array().notNull(),
    inputsHash: text('inputs_hash').notNull(),
    inputs: jsonb('inputs').notNull(),
    policyVersions: jsonb('policy_versions').notNull(),
    trace: jsonb('trace'),
    decidedBy: text('decided_by').notNull(),
    decidedAt: instant('decided_at').notNull(),
    clockId: text('clock_id'),
  },
  (t) => [unique('decisions_step').on(t.applicationId, t.step)],
);

/** What was read off an uploaded document: once per document, sealed, since it quotes the person. */
export const documentReadings = pgTable(
  'document_readings',
  {
    documentId: text('document_id')
      .primaryKey()
      .references(() => documents.id),
    applicationId: text('application_id').notNull(),
    /** Kind of the document. */
    kind: text('kind').notNull(),
    outcome: text('outcome', { enum: READING_OUTCOMES }).notNull(),
    consentId: text('consent_id'),
    /** Fields with confidence and region; null where nothing could be read. */
    sealed: bytea('sealed'),
    latencyMs: integer('latency_ms').notNull(),
    costMinor: bigint('cost_minor', { mode: 'bigint' }).notNull(),
    readAt: instant('read_at').notNull(),
    clockId: text('clock_id'),
  },
  (t) => [index('document_readings_application').on(t.applicationId)],
);
