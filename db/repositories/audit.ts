import { createHash, randomBytes } from 'node:crypto';
import { asc, eq, sql } from 'drizzle-orm';
import { newId } from '../../contracts/ids';
import type { AuditValue } from '../../domain/audit/canonical-json';
import { type AuditEntry, entryHash, GENESIS_HASH, personalHash } from '../../domain/audit/chain';
import type { Queryable, Tx } from '../client';
import { auditChains, auditEvents, auditSalts } from '../schema/audit';

/** SHA-256 as the audit domain takes it. */
export const sha256 = (data: Uint8Array): Uint8Array => createHash('sha256').update(data).digest();

/** What a caller states about an event; place and hashes are added here. */
export interface AuditEventInput {
  /** The chain: the application's id for all that concerns a loan, else the id of the thing changed. */
  subject: string;
  /** Business time of the event (the test clock's, where there is one). */
  at: Date;
  /** `usr_…`, `cus_…`, `ptn_…`, or `system` for the machine. */
  actorId: string;
  /** Dotted verb, e.g. `application.created`, `task.decided`, `customer.revealed`. */
  action: string;
  /** Codes, ids, dates and amounts (as strings); never personal data or free text. */
  data?: { readonly [key: string]: AuditValue | undefined };
  /** Personal values to bind without keeping them: only their salted hashes are stored. */
  personal?: { readonly [field: string]: string };
  clockId?: string | null;
}

/** Appends one event to its subject's chain in the caller's transaction; concurrent appends queue on the chain's head. */
export async function appendAudit(
  tx: Tx,
  input: AuditEventInput,
): Promise<{ id: string; seq: number; hash: string }> {
  const { subject } = input;
  await tx.insert(auditChains).values({ subject, seq: 0, headHash: GENESIS_HASH }).onConflictDoNothing();
  const [head] = await tx.select().from(auditChains).where(eq(auditChains.subject, subject)).for('update');
  const seq = (head?.seq ?? 0) + 1;
  const prevHash = head?.headHash ?? GENESIS_HASH;
  const salt = randomBytes(16);
  const fact = {
    id: newId('aud'),
    subject,
    at: input.at.toISOString(),
    actorId: input.actorId,
    action: input.action,
    data: input.data ?? {},
    personal: Object.fromEntries(
      Object.entries(input.personal ?? {}).map(([field, value]) => [
        field,
        personalHash(salt, field, value, sha256),
      ]),
    ),
    clockId: input.clockId ?? null,
  };
  const hash = entryHash(fact, seq, prevHash, sha256);
  await tx.insert(auditEvents).values({ ...fact, at: input.at, seq, prevHash, hash });
  if (input.personal !== undefined) {
    await tx.insert(auditSalts).values({ eventId: fact.id, salt: salt.toString('hex') });
  }
  await tx.update(auditChains).set({ seq, headHash: hash }).where(eq(auditChains.subject, subject));
  return { id: fact.id, seq, hash };
}

/** A subject's whole chain in order, as it was hashed. */
export async function auditChainOf(db: Queryable, subject: string): Promise<AuditEntry[]> {
  const rows = await db
    .select()
    .from(auditEvents)
    .where(eq(auditEvents.subject, subject))
    .orderBy(asc(auditEvents.seq));
  return rows.map(entryOf);
}

/** The head as stored beside the chain; shorter chains than this have lost their tail. */
export async function auditHeadOf(
  db: Queryable,
  subject: string,
): Promise<{ seq: number; headHash: string } | null> {
  const [head] = await db
    .select({ seq: auditChains.seq, headHash: auditChains.headHash })
    .from(auditChains)
    .where(eq(auditChains.subject, subject));
  return head ?? null;
}

/** Removes the salts of a subject's personal hashes: the values can no longer be guessed, the chain stays valid. */
export async function eraseAuditSalts(tx: Tx, subject: string): Promise<number> {
  const gone = await tx.execute(sql`
    delete from ${auditSalts} where ${auditSalts.eventId} in
      (select ${auditEvents.id} from ${auditEvents} where ${auditEvents.subject} = ${subject})`);
  return gone.rowCount ?? 0;
}

/** A stored event as it was hashed. */
export function entryOf(row: typeof auditEvents.$inferSelect): AuditEntry {
  const { recordedAt: _, data, personal, at, ...rest } = row;
  return {
    ...rest,
    at: at.toISOString(),
    data: data as AuditEntry['data'],
    personal: personal as AuditEntry['personal'],
  };
}
