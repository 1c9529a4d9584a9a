import { utf8 } from './bytes';
import { canonicalJson } from './canonical-json';

/** The signed statement of one day: how many events there were, their Merkle root, and the root before it. */
export interface DailyRoot {
  readonly seq: number;
  readonly day: string;
  readonly size: number;
  readonly rootHash: string;
  readonly prevRootHash: string;
}

/** What the first daily root points to. */
export const GENESIS_ROOT_HASH = '0'.repeat(64);

/** The bytes that are signed. The predecessor is inside, so that no day can be left out or cut off unseen. */
export function rootStatement(root: DailyRoot): Uint8Array {
  const { seq, day, size, rootHash, prevRootHash } = root;
  return utf8(canonicalJson({ v: 1, seq, day, size, rootHash, prevRootHash }));
}
