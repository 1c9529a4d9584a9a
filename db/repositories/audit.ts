import { asc, eq, sql } from 'drizzle-orm';
import type { AuditEntry } from '../../domain/audit/chain';
import type { Queryable, Tx } from '../client';
import { auditChains, auditEvents, auditSalts } from '../schema/audit';
import type { AuditEventInput } from './audit-chain';
import { writeRecords } from './records';

/** Appends one event to its subject's chain in the caller's transaction. */
export const appendAudit = (tx: Tx, audit: AuditEventInput): Promise<void> =>
  writeRecords(tx, { audits: [audit] });

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
