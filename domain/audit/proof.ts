import { fromHex, type Hash } from './bytes';
import { type AuditEntry, verifyChain } from './chain';
import { verifyInclusion } from './merkle';
import { type DailyRoot, GENESIS_ROOT_HASH, rootStatement } from './roots';

/** Where an entry lies under a daily root, with the sibling hashes that lead there. */
export interface EntryInclusion {
  readonly entryId: string;
  readonly rootSeq: number;
  readonly leafIndex: number;
  readonly path: readonly string[];
}

/** A daily root with the lender's signature over its statement. */
export interface SignedRoot extends DailyRoot {
  readonly keyId: string;
  readonly signature: string;
}

/** The file given to another lender or a court: a chain, its places under daily roots, and those roots from the first. */
export interface AuditProof {
  readonly format: 'loanflow-audit-proof/1';
  readonly subject: string;
  readonly entries: readonly AuditEntry[];
  readonly inclusions: readonly EntryInclusion[];
  readonly roots: readonly SignedRoot[];
}

/** Checks an Ed25519 signature; handed in, since the domain touches no crypto library. */
export type VerifySignature = (keyId: string, statement: Uint8Array, signature: string) => boolean;

/** What is wrong with a proof; `anchored` counts the entries that lie under a signed root. */
export type ProofVerdict =
  | { ok: true; length: number; anchored: number }
  | { ok: false; code: string; at: string };

/** Verifies a proof with nothing but the file and the lender's public keys. */
export function verifyProof(proof: AuditProof, hash: Hash, verify: VerifySignature): ProofVerdict {
  const chain = verifyChain(proof.subject, proof.entries, hash);
  if (!chain.ok) return { ok: false, code: chain.code, at: `entry ${chain.seq}` };
  let prevRootHash = GENESIS_ROOT_HASH;
  let seq = 1;
  for (const root of proof.roots) {
    if (root.seq !== seq || root.prevRootHash !== prevRootHash)
      return { ok: false, code: 'ROOT_GAP', at: `root ${root.seq}` };
    if (!verify(root.keyId, rootStatement(root), root.signature))
      return { ok: false, code: 'BAD_SIGNATURE', at: `root ${root.seq}` };
    prevRootHash = root.rootHash;
    seq += 1;
  }
  for (const place of proof.inclusions) {
    const entry = proof.entries.find((candidate) => candidate.id === place.entryId);
    const root = proof.roots.find((candidate) => candidate.seq === place.rootSeq);
    const under =
      entry !== undefined &&
      root !== undefined &&
      verifyInclusion(
        fromHex(entry.hash),
        place.leafIndex,
        root.size,
        place.path.map(fromHex),
        fromHex(root.rootHash),
        hash,
      );
    if (!under) return { ok: false, code: 'NOT_UNDER_ROOT', at: `entry ${place.entryId}` };
  }
  return {
    ok: true,
    length: proof.entries.length,
    anchored: new Set(proof.inclusions.map((p) => p.entryId)).size,
  };
}
