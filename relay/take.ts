import { sql } from 'drizzle-orm';
import { compiledSql } from '../db/compiled';
import type { messages, outbox } from '../db/schema/messaging';

/** A message that is to be sent, with what is known of whom it is for. */
export interface WaitingMessage
  extends Pick<
    typeof messages.$inferSelect,
    'id' | 'status' | 'channel' | 'template' | 'locale' | 'sealedParams' | 'sealedTo' | 'clockId'
  > {
  readonly customerId: string | null;
  /** The customer's sealed file. */
  readonly file: Buffer | null;
  /** Time of the message's test clock. */
  readonly clockNow: Date | null;
}

/** A promised delivery, as far as deliveries look at it; a message comes along, so that it need not be read by itself. */
export interface OutboxRow
  extends Pick<typeof outbox.$inferSelect, 'seq' | 'topic' | 'ref' | 'attempts' | 'clockId'> {
  readonly message: WaitingMessage | null;
}

const LEASE_SECONDS = 60;

type Columns = Omit<OutboxRow, 'message'> & {
  [K in keyof Omit<WaitingMessage, 'clockNow' | 'clockId'> as `message_${K}`]: WaitingMessage[K];
} & { message_clockNow: string | null; message_clockId: string | null };

/** One message at a time by its key, whatever the planner thinks of how many there are. */
const messageOfRow = sql`
  select m.id as "message_id", m.status as "message_status", m.channel as "message_channel",
    m.template as "message_template", m.locale as "message_locale", m.sealed_params as "message_sealedParams",
    m.sealed_to as "message_sealedTo", m.clock_id as "message_clockId", c.id as "message_customerId",
    c.sealed as "message_file", k.now as "message_clockNow"
  from messages m left join customers c on c.id = m.customer_id left join test_clocks k on k.id = m.clock_id
  where taken.topic = 'message.send' and m.id = taken.ref limit 1`;

const takeDue = compiledSql<Columns>(sql`
  with marked as (
    update outbox set dispatched_at = now() where seq = any(${sql.placeholder('done')}::bigint[]) returning topic, ref
  ), sent as (
    update messages m set status = 'sent',
      sent_at = coalesce((select c.now from test_clocks c where c.id = m.clock_id), now())
    from marked where marked.topic = 'message.send' and m.id = marked.ref
  ), taken as (
    update outbox set available_at = now() + interval '${sql.raw(String(LEASE_SECONDS))} seconds',
      attempts = attempts + 1
    where seq in (
      select seq from outbox where dispatched_at is null and available_at <= now()
      order by available_at, seq limit ${sql.placeholder('room')} for update skip locked)
    returning seq, topic, ref, attempts, clock_id
  )
  select taken.seq::float8 as seq, taken.topic, taken.ref, taken.attempts, taken.clock_id as "clockId", message.*
  from taken left join lateral (${messageOfRow}) message on true order by taken.seq`);

/** Marks what was delivered, messages as sent, and leases what is due. */
export async function takeRows(
  q: Parameters<typeof takeDue>[0],
  asked: { readonly done: readonly number[]; readonly room: number },
): Promise<OutboxRow[]> {
  const { rows } = await takeDue(q, asked);
  return rows.map(({ seq, topic, ref, attempts, clockId, ...row }) => ({
    ...{ seq, topic, ref, attempts, clockId },
    message: row.message_id === null ? null : messageOf(row),
  }));
}

function messageOf(row: Omit<Columns, keyof OutboxRow>): WaitingMessage {
  const { message_clockNow: clockNow } = row;
  return {
    id: row.message_id,
    status: row.message_status,
    channel: row.message_channel,
    template: row.message_template,
    locale: row.message_locale,
    sealedParams: row.message_sealedParams,
    sealedTo: row.message_sealedTo,
    clockId: row.message_clockId,
    customerId: row.message_customerId,
    file: row.message_file,
    clockNow: clockNow === null ? null : new Date(clockNow),
  };
}
