import { concat, type Hash, toHex, utf8 } from './bytes';
import { type AuditValue, canonicalJson } from './canonical-json';

/** What happened to one subject (a loan's application, a product, a user …), without any personal data in clear. */
export interface AuditFact {
  readonly id: string;
  readonly subject: string;
  readonly at: string;
  readonly actorId: string;
  readonly action: string;
  /** Codes, ids, dates and amounts. */
  readonly data: { readonly [key: string]: AuditValue | undefined };
  /** Field name → salted hash. Erasing the salt makes the value unguessable and leaves the chain valid. */
  readonly personal: { readonly [field: string]: string };
  readonly clockId: string | null;
}

/** A fact in its chain: its place, the hash before it and its own hash over both. */
export interface AuditEntry extends AuditFact {
  readonly seq: number;
  readonly prevHash: string;
  readonly hash: string;
}

/** What the first entry of every chain points to. */
export const GENESIS_HASH = '0'.repeat(64);

/** The hash of an entry: over its place, its predecessor and the whole fact as canonical JSON. */
export function entryHash(fact: AuditFact, seq: number, prevHash: string, hash: Hash): string {
  const { id, subject, at, actorId, action, data, personal, clockId } = fact;
  const record = { v: 1, id, subject, seq, prevHash, at, actorId, action, data, personal, clockId };
  return toHex(hash(utf8(canonicalJson(record))));
}

/** A personal value as the chain keeps it: SHA-256 of salt, field name and value. */
export function personalHash(salt: Uint8Array, field: string, value: string, hash: Hash): string {
  return toHex(hash(concat(salt, utf8(`\u0000${field}\u0000${value}`))));
}

/** Why a chain is not what was written. */
export type ChainVerdict =
  | { ok: true; length: number; headHash: string }
  | { ok: false; code: 'GAP' | 'BROKEN_LINK' | 'ALTERED' | 'FOREIGN_SUBJECT'; seq: number };

/** Walks a whole chain from its first entry: places without gaps, links to the predecessor, hashes over the content. */
export function verifyChain(subject: string, entries: readonly AuditEntry[], hash: Hash): ChainVerdict {
  let prevHash = GENESIS_HASH;
  let expected = 1;
  for (const entry of entries) {
    if (entry.subject !== subject) return { ok: false, code: 'FOREIGN_SUBJECT', seq: entry.seq };
    if (entry.seq !== expected) return { ok: false, code: 'GAP', seq: expected };
    if (entry.prevHash !== prevHash) return { ok: false, code: 'BROKEN_LINK', seq: entry.seq };
    if (entry.hash !== entryHash(entry, entry.seq, prevHash, hash))
      return { ok: false, code: 'ALTERED', seq: entry.seq };
    prevHash = entry.hash;
    expected += 1;
  }
  return { ok: true, length: entries.length, headHash: prevHash };
}
