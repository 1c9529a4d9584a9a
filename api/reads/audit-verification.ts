import { asc, gt } from 'drizzle-orm';
import type { z } from 'zod';
import type { AuditVerification } from '../../contracts/http/audit';
import type { Queryable } from '../../db/client';
import { auditHeadOf } from '../../db/repositories/audit';
import { sha256 } from '../../db/repositories/audit-chain';
import { auditProofOf } from '../../db/repositories/audit-roots';
import { auditChains } from '../../db/schema/audit';
import { GENESIS_HASH } from '../../domain/audit/chain';
import { type VerifySignature, verifyProof } from '../../domain/audit/proof';

type Verdict = z.output<typeof AuditVerification>;

/** Recomputes a chain and the roots above it; null where there is no such chain. */
export async function verifiedChain(
  db: Queryable,
  subject: string,
  verify: VerifySignature,
): Promise<Verdict | null> {
  const head = await auditHeadOf(db, subject);
  const proof = await auditProofOf(db, subject);
  if (head === null && proof.entries.length === 0) return null;
  const told = { subject, length: proof.entries.length, headHash: head?.headHash ?? null };
  const wrong = (code: string, at: string) => ({ ...told, ok: false, code, at, anchored: 0 });
  const last = proof.entries.at(-1);
  if (head?.seq !== (last?.seq ?? 0) || head.headHash !== (last?.hash ?? GENESIS_HASH))
    return wrong('TAIL_CUT_OFF', `entry ${(last?.seq ?? 0) + 1}`);
  const verdict = verifyProof(proof, sha256, verify);
  if (!verdict.ok) return wrong(verdict.code, verdict.at);
  return { ...told, ok: true, code: null, at: null, anchored: verdict.anchored };
}

/** Verifies so many chains after a subject, and says which do not hold. */
export async function verifiedChains(
  db: Queryable,
  after: string | undefined,
  limit: number,
  verify: VerifySignature,
) {
  const rows = await db
    .select({ subject: auditChains.subject })
    .from(auditChains)
    .where(after === undefined ? undefined : gt(auditChains.subject, after))
    .orderBy(asc(auditChains.subject))
    .limit(limit + 1);
  const subjects = rows.slice(0, limit).map(({ subject }) => subject);
  const once = remembered(verify);
  const verdicts: Verdict[] = [];
  for (const subject of subjects) {
    const verdict = await verifiedChain(db, subject, once);
    if (verdict !== null) verdicts.push(verdict);
  }
  const sum = (pick: (verdict: Verdict) => number) =>
    verdicts.reduce((whole, verdict) => whole + pick(verdict), 0);
  return {
    chains: verdicts.length,
    entries: sum(({ length }) => length),
    anchored: sum(({ anchored }) => anchored),
    broken: verdicts.filter(({ ok }) => !ok),
    next: rows.length > limit ? (subjects.at(-1) ?? null) : null,
  };
}

/** All chains lie under the same roots: each signature is checked once. */
function remembered(verify: VerifySignature): VerifySignature {
  const known = new Map<string, boolean>();
  return (keyId, statement, signature) => {
    const key = `${keyId}/${signature}/${Buffer.from(statement).toString('base64')}`;
    const answer = known.get(key) ?? verify(keyId, statement, signature);
    known.set(key, answer);
    return answer;
  };
}
