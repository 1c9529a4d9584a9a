import { type KeyObject, sign, verify } from 'node:crypto';
import { asc, desc, eq, inArray, lt, sql } from 'drizzle-orm';
import { fromHex, toHex } from '../../domain/audit/bytes';
import { inclusionProof, merkleRoot } from '../../domain/audit/merkle';
import type { AuditProof, EntryInclusion, SignedRoot, VerifySignature } from '../../domain/audit/proof';
import { GENESIS_ROOT_HASH, rootStatement } from '../../domain/audit/roots';
import type { Db, Queryable } from '../client';
import { auditEvents, auditRootLeaves, auditRoots } from '../schema/audit';
import { auditChainOf } from './audit';
import { sha256 } from './audit-chain';

/** The key that signs daily roots, with the id under which its public half is published. */
export interface RootSigner {
  keyId: string;
  key: KeyObject;
}

const LEAVES_MAX = 200_000;
const LOCK = 4_715_021;

/**
 * Seals everything recorded before a moment that lies under no root yet, as the root of that day. What was committed late
 * comes under the next root, so that no event is left out. A repeat for a sealed day does nothing.
 */
export async function sealAuditDay(
  db: Db,
  signer: RootSigner,
  { day, before }: { day: string; before: Date },
): Promise<SignedRoot | null> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${LOCK})`);
    const [last] = await tx.select().from(auditRoots).orderBy(desc(auditRoots.seq)).limit(1);
    if (last !== undefined && last.day >= day) return null;
    const open = await tx
      .select({ id: auditEvents.id, hash: auditEvents.hash })
      .from(auditEvents)
      .where(
        sql`${lt(auditEvents.recordedAt, before)} and not exists
          (select 1 from ${auditRootLeaves} where ${auditRootLeaves.eventId} = ${auditEvents.id})`,
      )
      .orderBy(asc(auditEvents.recordedAt), asc(auditEvents.id))
      .limit(LEAVES_MAX);
    const root = {
      seq: (last?.seq ?? 0) + 1,
      day,
      size: open.length,
      rootHash: toHex(
        merkleRoot(
          open.map(({ hash }) => fromHex(hash)),
          sha256,
        ),
      ),
      prevRootHash: last?.rootHash ?? GENESIS_ROOT_HASH,
    };
    const signature = sign(null, rootStatement(root), signer.key).toString('base64url');
    const signed = { ...root, keyId: signer.keyId, signature };
    await tx.insert(auditRoots).values({ ...signed, sealedAt: before });
    for (let from = 0; from < open.length; from += 5_000) {
      const leaves = open.slice(from, from + 5_000).map(({ id }, i) => ({
        rootSeq: root.seq,
        leafIndex: from + i,
        eventId: id,
      }));
      await tx.insert(auditRootLeaves).values(leaves);
    }
    return signed;
  });
}

/** All roots from the first, each naming the one before it. */
export async function auditRootsOf(db: Queryable): Promise<SignedRoot[]> {
  const rows = await db.select().from(auditRoots).orderBy(asc(auditRoots.seq));
  return rows.map(({ sealedAt: _, ...root }) => root);
}

/** The file that shows a subject's chain to somebody else, with its places under the signed roots. */
export async function auditProofOf(db: Queryable, subject: string): Promise<AuditProof> {
  const entries = await auditChainOf(db, subject);
  const ids = entries.map(({ id }) => id);
  const places =
    ids.length === 0
      ? []
      : await db.select().from(auditRootLeaves).where(inArray(auditRootLeaves.eventId, ids));
  const inclusions: EntryInclusion[] = [];
  for (const rootSeq of new Set(places.map((place) => place.rootSeq))) {
    const leaves = (await leafHashes(db, rootSeq)).map(fromHex);
    for (const { leafIndex, eventId } of places.filter((place) => place.rootSeq === rootSeq)) {
      // Leaves gone from a sealed day leave no path to its root; the empty one then fails verification.
      const path = leafIndex < leaves.length ? inclusionProof(leaves, leafIndex, sha256).map(toHex) : [];
      inclusions.push({ entryId: eventId, rootSeq, leafIndex, path });
    }
  }
  return { format: 'loanflow-audit-proof/1', subject, entries, inclusions, roots: await auditRootsOf(db) };
}

async function leafHashes(db: Queryable, rootSeq: number): Promise<string[]> {
  const rows = await db
    .select({ hash: auditEvents.hash })
    .from(auditRootLeaves)
    .innerJoin(auditEvents, eq(auditEvents.id, auditRootLeaves.eventId))
    .where(eq(auditRootLeaves.rootSeq, rootSeq))
    .orderBy(asc(auditRootLeaves.leafIndex));
  return rows.map(({ hash }) => hash);
}

/** Checks signatures with the given public keys by their ids. */
export function verifierOf(keys: ReadonlyMap<string, KeyObject>): VerifySignature {
  return (keyId, statement, signature) => {
    const key = keys.get(keyId);
    return key !== undefined && verify(null, statement, key, Buffer.from(signature, 'base64url'));
  };
}
