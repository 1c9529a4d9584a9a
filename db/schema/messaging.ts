import { sql } from 'drizzle-orm';
import { bigserial, index, integer, jsonb, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { bytea, instant } from './columns';

/** What arrived for a workflow, in order. The row is the message; the signal `wake` only says "look". */
export const inbox = pgTable(
  'inbox',
  {
    seq: bigserial('seq', { mode: 'number' }).primaryKey(),
    workflowId: text('workflow_id').notNull(),
    kind: text('kind').notNull(),
    ref: text('ref').notNull(),
    /** Codes, ids, dates and amounts only. */
    body: jsonb('body').notNull().default({}),
    receivedAt: instant('received_at').notNull(),
    processedAt: instant('processed_at'),
    clockId: text('clock_id'),
  },
  (t) => [
    unique('inbox_once').on(t.workflowId, t.kind, t.ref),
    index('inbox_open').on(t.workflowId, t.seq).where(sql`${t.processedAt} is null`),
  ],
);

/** A person's command on a workflow and its stored result; a repeat of the id returns the result. */
export const commands = pgTable(
  'commands',
  {
    id: text('id').primaryKey(),
    workflowId: text('workflow_id').notNull(),
    kind: text('kind').notNull(),
    actorId: text('actor_id').notNull(),
    channel: text('channel', { enum: ['api', 'signal'] }).notNull(),
    payload: jsonb('payload').notNull(),
    status: text('status', { enum: ['pending', 'proposed', 'applied', 'refused'] }).notNull(),
    result: jsonb('result'),
    createdAt: instant('created_at').notNull(),
    appliedAt: instant('applied_at'),
    clockId: text('clock_id'),
  },
  (t) => [
    index('commands_workflow').on(t.workflowId),
    index('commands_pending').on(t.clockId).where(sql`${t.status} = 'pending'`),
  ],
);

/** Effects that must follow a commit: signals, workflow starts, messages, webhooks. Relay delivers at least once. */
export const outbox = pgTable(
  'outbox',
  {
    seq: bigserial('seq', { mode: 'number' }).primaryKey(),
    topic: text('topic', {
      enum: [
        'workflow.start',
        'workflow.wake',
        'message.send',
        'event.publish',
        'history.archive',
        'card.check',
        'document.read',
        'debit.send',
      ],
    }).notNull(),
    ref: text('ref').notNull(),
    body: jsonb('body').notNull().default({}),
    /** Real time, also for loans on a test clock: it orders deliveries, nothing else. */
    createdAt: instant('created_at').notNull().default(sql`now()`),
    availableAt: instant('available_at').notNull().default(sql`now()`),
    attempts: integer('attempts').notNull().default(0),
    lastError: text('last_error'),
    dispatchedAt: instant('dispatched_at'),
    clockId: text('clock_id'),
  },
  (t) => [
    index('outbox_open').on(t.availableAt, t.seq).where(sql`${t.dispatchedAt} is null`),
    index('outbox_open_clock').on(t.clockId).where(sql`${t.dispatchedAt} is null`),
  ],
);

/** A message to a customer: template and sealed parameters; the text itself is rendered when sent. */
export const messages = pgTable(
  'messages',
  {
    id: text('id').primaryKey(),
    /** Business key: the same notice is written once however often its step runs. */
    key: text('key').notNull(),
    /** Of a customer, or of an account that is no customer yet, or — a code to prove a phone — of nobody known. */
    customerId: text('customer_id'),
    accountId: text('account_id'),
    applicationId: text('application_id'),
    /** Where to, when it is not the phone on the customer's file. */
    sealedTo: bytea('sealed_to'),
    template: text('template').notNull(),
    channel: text('channel', { enum: ['sms', 'mail', 'inapp'] }).notNull(),
    locale: text('locale').notNull(),
    sealedParams: bytea('sealed_params').notNull(),
    status: text('status', { enum: ['queued', 'sent', 'failed'] }).notNull(),
    createdAt: instant('created_at').notNull(),
    sentAt: instant('sent_at'),
    clockId: text('clock_id'),
  },
  (t) => [
    unique('messages_key').on(t.key),
    index('messages_customer').on(t.customerId, t.createdAt),
    index('messages_application').on(t.applicationId, t.id),
    index('messages_account').on(t.accountId, t.createdAt).where(sql`${t.accountId} is not null`),
  ],
);

/** Histories of closed runs, kept for the years that Temporal does not keep them. */
export const historyArchives = pgTable(
  'history_archives',
  {
    workflowId: text('workflow_id').notNull(),
    runId: text('run_id').notNull(),
    events: integer('events').notNull(),
    gzip: bytea('gzip').notNull(),
    archivedAt: instant('archived_at').notNull(),
  },
  (t) => [unique('history_archives_run').on(t.workflowId, t.runId)],
);

/** What the relay can be asked to do. */
export type OutboxTopic = typeof outbox.$inferSelect.topic;
