import { and, eq, isNull, sql } from 'drizzle-orm';
import type { EventType } from '../../contracts/http/webhook-events';
import { newId } from '../../contracts/ids';
import type { Db, Tx } from '../client';
import { events, webhookAttempts, webhookDeliveries, webhookEndpoints } from '../schema/webhooks';
import { type EventInput, newEvent } from './new-event';
import { writeRecords } from './records';

/** Owner of the lender's own endpoints; a partner's have its id. */
export const LENDER = 'lender';

const PING: EventType = 'webhook.ping';

/** Records what happened in the caller's transaction and has the relay tell it to all endpoints that asked for it. */
export async function recordEvent(tx: Tx, input: EventInput): Promise<string> {
  const event = newEvent(input);
  await writeRecords(tx, { events: [event] });
  return event.id;
}

/** Makes the deliveries of an event, one per endpoint that wants it; a repeat makes none twice. Returns those to start. */
export async function fanOutEvent(db: Db, eventId: string): Promise<string[]> {
  const wanted = await db
    .select({
      endpointId: webhookEndpoints.id,
      event: { id: events.id, clockId: events.clockId },
    })
    .from(events)
    .innerJoin(webhookEndpoints, wants)
    .where(eq(events.id, eventId));
  if (wanted.length > 0)
    await db.transaction(async (tx) => {
      for (const { endpointId, event } of wanted) await addDelivery(tx, endpointId, event, 0);
    });
  const open = await db
    .select({ id: webhookDeliveries.id })
    .from(webhookDeliveries)
    .where(and(eq(webhookDeliveries.eventId, eventId), eq(webhookDeliveries.status, 'pending')));
  return open.map((row) => row.id);
}

/** Whether an endpoint wants an event: its owner may see it, and asked for its type; a ping goes to the one it names. */
const wants = and(
  eq(webhookEndpoints.enabled, true),
  isNull(webhookEndpoints.deletedAt),
  sql`${webhookEndpoints.ownerId} in (${LENDER}, ${events.partnerId})`,
  sql`case when ${events.type} = ${PING} then ${webhookEndpoints.id} = ${events.subjectId}
    else ${events.type} = any(${webhookEndpoints.eventTypes}) or '*' = any(${webhookEndpoints.eventTypes}) end`,
);

/** One delivery of an event to an endpoint; `round` counts resends. */
export async function addDelivery(
  tx: Tx,
  endpointId: string,
  event: { id: string; clockId: string | null },
  round: number,
): Promise<void> {
  await tx
    .insert(webhookDeliveries)
    .values({
      id: newId('whd'),
      endpointId,
      eventId: event.id,
      round,
      status: 'pending',
      clockId: event.clockId,
    })
    .onConflictDoNothing();
}

/** Everything that one try of a delivery needs. */
export async function loadDelivery(db: Db, deliveryId: string) {
  const [found] = await db
    .select({ delivery: webhookDeliveries, endpoint: webhookEndpoints, event: events })
    .from(webhookDeliveries)
    .innerJoin(webhookEndpoints, eq(webhookEndpoints.id, webhookDeliveries.endpointId))
    .innerJoin(events, eq(events.id, webhookDeliveries.eventId))
    .where(eq(webhookDeliveries.id, deliveryId));
  return found;
}

/** What a try of a delivery showed. */
export interface AttemptRecord {
  at: Date;
  status: number | null;
  failure: string | null;
  body: string;
  latencyMs: number;
}

/** Notes a try; a success settles the delivery and clears the endpoint's failing mark. Returns the number of the try. */
export async function recordAttempt(db: Db, deliveryId: string, record: AttemptRecord): Promise<number> {
  const delivered = record.failure === null;
  return db.transaction(async (tx) => {
    const [row] = await tx
      .update(webhookDeliveries)
      .set({
        attempts: sql`${webhookDeliveries.attempts} + 1`,
        ...(delivered && { status: 'delivered' as const, settledAt: record.at }),
      })
      .where(eq(webhookDeliveries.id, deliveryId))
      .returning({ attempts: webhookDeliveries.attempts, endpointId: webhookDeliveries.endpointId });
    if (row === undefined) return 0;
    await tx.insert(webhookAttempts).values({ deliveryId, attempt: row.attempts, ...record });
    await tx
      .update(webhookEndpoints)
      .set({
        failingSince: delivered
          ? null
          : sql`coalesce(${webhookEndpoints.failingSince}, ${record.at.toISOString()})`,
      })
      .where(eq(webhookEndpoints.id, row.endpointId));
    return row.attempts;
  });
}

/** Ends a delivery that will not be tried again: given up, or dropped because its endpoint is gone or off. */
export async function settleDelivery(
  db: Db,
  deliveryId: string,
  status: 'failed' | 'dropped',
  at: Date,
): Promise<void> {
  await db
    .update(webhookDeliveries)
    .set({ status, settledAt: at })
    .where(and(eq(webhookDeliveries.id, deliveryId), eq(webhookDeliveries.status, 'pending')));
}

/** Switches an endpoint off, saying why; undefined where it was off already, so that its owner is told once. */
export async function disableEndpoint(
  tx: Tx,
  endpointId: string,
  { reason, at }: { reason: string; at: Date },
): Promise<typeof webhookEndpoints.$inferSelect | undefined> {
  const [row] = await tx
    .update(webhookEndpoints)
    .set({
      ...{ enabled: false, disabledReason: reason, disabledAt: at },
      version: sql`${webhookEndpoints.version} + 1`,
    })
    .where(and(eq(webhookEndpoints.id, endpointId), eq(webhookEndpoints.enabled, true)))
    .returning();
  return row;
}
