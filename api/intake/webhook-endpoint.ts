import { randomBytes } from 'node:crypto';
import { and, count, eq, isNull, sql } from 'drizzle-orm';
import type { Db, Tx } from '../../db/client';
import type { Vault } from '../../db/crypto/vault';
import { writeRecords } from '../../db/repositories/records';
import { sealContact, type WebhookContact } from '../../db/repositories/webhook-contact';
import { LENDER } from '../../db/repositories/webhooks';
import { events, webhookEndpoints as table } from '../../db/schema/webhooks';
import { isReceiverAllowed } from '../../domain/webhooks/receiver-url';
import type { Actor } from '../auth/actor';
import { fieldProblem, ProblemError } from '../problem';

export type EndpointRow = typeof table.$inferSelect;

const MOST_ENDPOINTS = 20;

/** Whose endpoints an actor manages: a partner its own, staff the lender's. */
export function ownerOf(actor: Actor): string {
  return actor.partnerId ?? LENDER;
}

/** Refuses addresses that lead into private networks. */
export function checkReceiver(url: string, privateAllowed: boolean): void {
  if (!isReceiverAllowed(new URL(url), privateAllowed)) throw fieldProblem('WEBHOOK_URL_REFUSED', ['url']);
}

/** A living endpoint of this owner. */
export async function endpointOf(db: Db | Tx, ownerId: string, id: string): Promise<EndpointRow> {
  const mine = and(eq(table.id, id), eq(table.ownerId, ownerId), isNull(table.deletedAt));
  const [row] = await db.select().from(table).where(mine);
  if (row === undefined) throw new ProblemError('NOT_FOUND');
  return row;
}

interface NewEndpoint {
  id: string;
  ownerId: string;
  url: string;
  eventTypes: string[];
  description: string;
  contact?: WebhookContact | undefined;
}

/** A new endpoint with a fresh secret; made again under the same id, the secret is the stored one. */
export async function createEndpoint(
  db: Db,
  vault: Vault,
  { contact, ...input }: NewEndpoint,
): Promise<{ row: EndpointRow; secret: string }> {
  const mine = and(eq(table.ownerId, input.ownerId), isNull(table.deletedAt));
  const [held] = await db.select({ n: count() }).from(table).where(mine);
  if (Number(held?.n ?? 0) >= MOST_ENDPOINTS) throw new ProblemError('WEBHOOK_LIMIT_REACHED');
  const sealedSecret = vault.seal(placeOf(input.id, 'sealed_secret'), newSecret());
  await db
    .insert(table)
    .values({
      ...input,
      ...{ sealedSecret, sealedContact: contact ? sealContact(vault, input.id, contact) : null },
    })
    .onConflictDoNothing();
  const row = await endpointOf(db, input.ownerId, input.id);
  return { row, secret: vault.openText(placeOf(row.id, 'sealed_secret'), row.sealedSecret) };
}

type Change = Partial<Omit<NewEndpoint, 'id' | 'ownerId' | 'contact'>> & {
  enabled?: boolean | undefined;
  contact?: WebhookContact | null | undefined;
};

/** The endpoint as changed. Switched on again it starts anew, as if it had never failed. */
export async function changeEndpoint(
  db: Db,
  vault: Vault,
  row: EndpointRow,
  { contact, ...plain }: Change,
): Promise<EndpointRow> {
  const revived = { disabledReason: null, disabledAt: null, failingSince: null };
  await db
    .update(table)
    .set({
      ...plain,
      ...(plain.enabled === true && revived),
      ...(contact !== undefined && {
        sealedContact: contact === null ? null : sealContact(vault, row.id, contact),
      }),
      version: sql`${table.version} + 1`,
    })
    .where(eq(table.id, row.id));
  return endpointOf(db, row.ownerId, row.id);
}

/**
 * A new secret; the former one signs beside it until its grace is over, so that receivers can change without a gap. The
 * same rotation again gives the secret that it made.
 */
export async function rotateSecret(
  db: Db,
  vault: Vault,
  row: EndpointRow,
  { graceHours, rotation }: { graceHours: number; rotation: string },
): Promise<{ row: EndpointRow; secret: string }> {
  const former = vault.openText(placeOf(row.id, 'sealed_secret'), row.sealedSecret);
  if (row.rotatedBy === rotation) return { row, secret: former };
  const secret = newSecret();
  const [changed] = await db
    .update(table)
    .set({
      sealedSecret: vault.seal(placeOf(row.id, 'sealed_secret'), secret),
      sealedFormerSecret: vault.seal(placeOf(row.id, 'sealed_former_secret'), former),
      rotatedBy: rotation,
      formerSecretExpiresAt: sql`now() + make_interval(hours => ${graceHours})`,
      version: sql`${table.version} + 1`,
    })
    .where(and(eq(table.id, row.id), eq(table.version, row.version)))
    .returning();
  if (changed === undefined) throw new ProblemError('VERSION_MISMATCH');
  return { row: changed, secret };
}

/** A test event for one endpoint; the same ping again is the event that was. */
export async function pingEndpoint(
  db: Db,
  row: EndpointRow,
  { id, at }: { id: string; at: Date },
): Promise<{ id: string; occurredAt: Date }> {
  return db.transaction(async (tx) => {
    const [known] = await tx.select().from(events).where(eq(events.id, id));
    if (known !== undefined) return known;
    const about = { type: 'webhook.ping', subjectId: row.id, data: { endpointId: row.id } } as const;
    const partnerId = row.ownerId === LENDER ? null : row.ownerId;
    await writeRecords(tx, { events: [{ ...about, id, partnerId, occurredAt: at, clockId: null }] });
    return { id, occurredAt: at };
  });
}

function placeOf(rowId: string, column: 'sealed_secret' | 'sealed_former_secret') {
  return { table: 'webhook_endpoints', column, rowId };
}

/** 32 random bytes in the form of Standard Webhooks. */
function newSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`;
}
