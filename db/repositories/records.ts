import type { Tx } from '../client';
import { sendForRows } from '../direct';
import type { OutboxTopic } from '../schema/messaging';
import { UNAWAITED } from '../together';
import { type AuditEventInput, type ChainEnd, chained } from './audit-chain';
import type { NewEvent } from './new-event';

/** A message as it waits for the relay. */
export interface QueuedMessage {
  id: string;
  /** Business key; the same key is written once. */
  key: string;
  /** Of a customer, or of an account that is no customer yet, or of nobody known. */
  customerId?: string | null;
  accountId?: string | null;
  applicationId?: string | null;
  template: string;
  channel: 'sms' | 'mail' | 'inapp';
  locale: 'zh-CN' | 'en';
  sealedParams: Buffer;
  /** Where to, when it is not what the customer's file says. */
  sealedTo: Buffer | null;
  createdAt: Date;
  clockId: string | null;
}

/** Something that the relay is to do after the commit; at once, unless said otherwise. */
export interface OutboxOrder {
  topic: OutboxTopic;
  ref: string;
  clockId: string | null;
  availableAt?: Date;
}

/** What a transaction writes beside its own rows: its traces, its promises, and its result. */
export interface Records {
  audits: AuditEventInput[];
  events: NewEvent[];
  messages: QueuedMessage[];
  orders: OutboxOrder[];
  /** Results of steps by the key that their workflow gave them. */
  results: { key: string; result: unknown }[];
}

/** Nothing yet; a transaction collects and writes once, at its end. */
export const noRecords = (): Records => ({ audits: [], events: [], messages: [], orders: [], results: [] });

/**
 * Writes all that was collected with one statement (and one more that takes its place in the audit chain, unless the
 * caller read its end), since each statement on its own would cost a round trip. Nobody waits for it before the commit.
 * A message whose key is known is left out, and so is what follows from it; an event is handed to the relay only where
 * somebody has an endpoint.
 */
export async function writeRecords(tx: Tx, collected: Partial<Records>, ends?: ChainEnd): Promise<void> {
  const { audits = [], events = [], messages = [], orders = [], results = [] } = collected;
  const values: string[] = [];
  /** Rows as one parameter. */
  const put: Put = (rows) => `$${values.push(JSON.stringify(rows))}::jsonb`;
  const parts: string[] = [];
  const orderings: string[] = [];
  if (audits.length > 0) {
    const { rows, salts } = await chained(tx, audits, ends);
    parts.push(auditsPart(put(rows)));
    if (salts.length > 0) parts.push(saltsPart(put(salts)));
  }
  if (events.length > 0) {
    parts.push(eventsPart(put(events)));
    orderings.push(eventOrders(put(events.map(({ id, clockId }) => ({ id, clockId })))));
  }
  if (messages.length > 0) {
    parts.push(messagesPart(put(messages.map(messageRow))));
    orderings.push("select 'message.send', id, clock_id, now() from told");
  }
  if (orders.length > 0) orderings.push(plainOrders(put(orders)));
  if (orderings.length > 0) parts.push(ordersPart(orderings));
  if (results.length > 0) parts.push(resultsPart(put(results.map(resultRow))));
  if (parts.length > 0) await sendForRows(tx, `${UNAWAITED}with ${parts.join(', ')} select 1`, values);
}

type Put = (rows: readonly object[]) => string;

const auditsPart = (rows: string) => `audited as (
  insert into audit_events (id, subject, seq, prev_hash, hash, at, actor_id, action, data, personal, clock_id)
  select "id", "subject", "seq", "prevHash", "hash", "at", "actorId", "action", "data", "personal", "clockId"
  from jsonb_to_recordset(${rows}) as a("id" text, "subject" text, "seq" int, "prevHash" text, "hash" text,
    "at" timestamptz, "actorId" text, "action" text, "data" jsonb, "personal" jsonb, "clockId" text)
  order by "subject", "seq")`;

const saltsPart = (rows: string) => `salted as (
  insert into audit_salts (event_id, salt)
  select "eventId", "salt" from jsonb_to_recordset(${rows}) as s("eventId" text, "salt" text))`;

const eventsPart = (rows: string) => `happened as (
  insert into events (id, type, subject_id, application_id, customer_id, partner_id, data, occurred_at, clock_id)
  select "id", "type", "subjectId", "applicationId", "customerId", "partnerId", "data", "occurredAt", "clockId"
  from jsonb_to_recordset(${rows}) as e("id" text, "type" text, "subjectId" text, "applicationId" text,
    "customerId" text, "partnerId" text, "data" jsonb, "occurredAt" timestamptz, "clockId" text))`;

const eventOrders = (rows: string) => `select 'event.publish', "id", "clockId", now()
  from jsonb_to_recordset(${rows}) as p("id" text, "clockId" text)
  where exists (select 1 from webhook_endpoints where enabled and deleted_at is null)`;

const messageRow = ({ sealedParams, sealedTo, ...row }: QueuedMessage) => ({
  ...row,
  params: sealedParams.toString('base64'),
  to: sealedTo?.toString('base64'),
});

const messagesPart = (rows: string) => `told as (
  insert into messages (id, key, customer_id, account_id, application_id, template, channel, locale, sealed_params,
    sealed_to, status, created_at, clock_id)
  select "id", "key", "customerId", "accountId", "applicationId", "template", "channel", "locale",
    decode("params", 'base64'), decode("to", 'base64'), 'queued', "createdAt", "clockId"
  from jsonb_to_recordset(${rows}) as m("id" text, "key" text, "customerId" text, "accountId" text,
    "applicationId" text, "template" text, "channel" text, "locale" text, "params" text, "to" text,
    "createdAt" timestamptz, "clockId" text)
  on conflict (key) do nothing returning id, clock_id)`;

const plainOrders = (rows: string) => `select "topic", "ref", "clockId", coalesce("availableAt", now())
  from jsonb_to_recordset(${rows}) as o("topic" text, "ref" text, "clockId" text, "availableAt" timestamptz)`;

const ordersPart = (selects: readonly string[]) => `ordered as (
  insert into outbox (topic, ref, clock_id, available_at) ${selects.join(' union all ')})`;

const resultRow = ({ key, result }: Records['results'][number]) => ({ key, result: result ?? null });

const resultsPart = (rows: string) => `answered as (
  insert into step_results (key, result, done_at)
  select "key", "result", now()
  from jsonb_to_recordset(${rows}) as r("key" text, "result" jsonb))`;
