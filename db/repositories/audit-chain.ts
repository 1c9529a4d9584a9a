import { createHash, randomBytes } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { newId } from '../../contracts/ids';
import type { AuditValue } from '../../domain/audit/canonical-json';
import {
  type AuditEntry,
  type AuditFact,
  entryHash,
  GENESIS_HASH,
  personalHash,
} from '../../domain/audit/chain';
import { InvariantError } from '../../domain/invariant';
import type { Tx } from '../client';
import { compiledSql, insertInto } from '../compiled';
import { auditChains } from '../schema/audit';

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

/**
 * Where a chain ended when it was last read. Postgres refuses events that do not join the end, so that a chain that was
 * read without holding it fails the transaction once somebody else appended meanwhile.
 */
export interface ChainEnd {
  subject: string;
  seq: number;
  headHash: string;
}

/** How Postgres says that an event does not join its chain's end (0002_audit_rules.sql). */
export const CHAIN_MOVED = 'LF001';

/**
 * Gives events their places at the ends of their chains, which stay held until the transaction ends, so that concurrent
 * appends queue. Nothing is written yet: Postgres moves a chain's head when its events come in (0002_audit_rules.sql).
 */
export async function chained(
  tx: Tx,
  inputs: readonly AuditEventInput[],
  known?: ChainEnd,
): Promise<{ rows: AuditEntry[]; salts: { eventId: string; salt: string }[] }> {
  const heads = new Map<string, Head>(known && [[known.subject, known]]);
  const rows: AuditEntry[] = [];
  const salts: { eventId: string; salt: string }[] = [];
  for (const input of inputs) {
    const { subject } = input;
    const head = heads.get(subject) ?? (await holdHead(tx, subject));
    const salt = randomBytes(16);
    const fact = factOf(input, salt);
    const seq = head.seq + 1;
    const hash = entryHash(fact, seq, head.headHash, sha256);
    rows.push({ ...fact, seq, prevHash: head.headHash, hash });
    if (input.personal !== undefined) salts.push({ eventId: fact.id, salt: salt.toString('hex') });
    heads.set(subject, { seq, headHash: hash });
  }
  return { rows, salts };
}

interface Head {
  seq: number;
  headHash: string;
}

const putChain = insertInto(auditChains);

/** Begins the chain of something that came into being in this transaction. */
export async function beginChain(tx: Tx, subject: string): Promise<ChainEnd> {
  const start = { subject, seq: 0, headHash: GENESIS_HASH };
  await putChain(tx, start);
  return start;
}

const beginOrHold = compiledSql<{ seq: number; head_hash: string }>(sql`
  with begun as (
    insert into audit_chains (subject, seq, head_hash) values (${sql.placeholder('subject')}, 0, ${GENESIS_HASH})
    on conflict do nothing returning seq, head_hash
  )
  select seq, head_hash from begun
  union all
  select seq, head_hash
  from (select seq, head_hash from audit_chains where subject = ${sql.placeholder('subject')} for update) held`);

/** The end of a chain, begun when it is new, held until the transaction ends. */
async function holdHead(tx: Tx, subject: string): Promise<Head> {
  const { rows } = await beginOrHold(tx, { subject });
  const [found] = rows;
  if (found) return { seq: found.seq, headHash: found.head_hash };
  // Somebody else began it at this very moment: that statement could not see it, the next one does.
  const [begun] = await tx.select().from(auditChains).where(eq(auditChains.subject, subject)).for('update');
  if (begun === undefined) throw new InvariantError(`the audit chain of ${subject} is gone`);
  return begun;
}

function factOf(input: AuditEventInput, salt: Buffer): AuditFact {
  return {
    id: newId('aud'),
    subject: input.subject,
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
}
