import { InvariantError } from '../invariant';
import { concat, type Hash, toHex } from './bytes';

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

/** Hash of a leaf, prefixed so that no inner node can pass for one (RFC 6962, 2.1). */
export function leafHash(data: Uint8Array, hash: Hash): Uint8Array {
  return hash(concat(LEAF, data));
}

/** Root over leaves in order; the root of nothing is the hash of nothing (RFC 6962, 2.1). */
export function merkleRoot(leaves: readonly Uint8Array[], hash: Hash): Uint8Array {
  if (leaves.length === 0) return hash(new Uint8Array(0));
  return subtree(
    leaves.map((leaf) => leafHash(leaf, hash)),
    hash,
  );
}

/** The sibling hashes from a leaf up to the root: what another party needs to check that the leaf is under it. */
export function inclusionProof(leaves: readonly Uint8Array[], index: number, hash: Hash): Uint8Array[] {
  if (index < 0 || index >= leaves.length) throw new InvariantError('no such leaf');
  return pathTo(
    leaves.map((leaf) => leafHash(leaf, hash)),
    index,
    hash,
  );
}

/** Whether a leaf lies at this place under this root (RFC 9162, 2.1.3.2). */
export function verifyInclusion(
  leaf: Uint8Array,
  index: number,
  size: number,
  proof: readonly Uint8Array[],
  root: Uint8Array,
  hash: Hash,
): boolean {
  if (index < 0 || index >= size) return false;
  let node = leafHash(leaf, hash);
  let place = index;
  let last = size - 1;
  for (const sibling of proof) {
    if (last === 0) return false;
    if (place % 2 === 1 || place === last) {
      node = hash(concat(NODE, sibling, node));
      while (place % 2 === 0 && place !== 0) {
        place = Math.floor(place / 2);
        last = Math.floor(last / 2);
      }
    } else {
      node = hash(concat(NODE, node, sibling));
    }
    place = Math.floor(place / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && toHex(node) === toHex(root);
}

function subtree(nodes: readonly Uint8Array[], hash: Hash): Uint8Array {
  const [only] = nodes;
  if (only === undefined) throw new InvariantError('a subtree has leaves');
  if (nodes.length === 1) return only;
  const split = splitOf(nodes.length);
  return hash(concat(NODE, subtree(nodes.slice(0, split), hash), subtree(nodes.slice(split), hash)));
}

function pathTo(nodes: readonly Uint8Array[], index: number, hash: Hash): Uint8Array[] {
  if (nodes.length === 1) return [];
  const split = splitOf(nodes.length);
  const [left, right] = [nodes.slice(0, split), nodes.slice(split)];
  return index < split
    ? [...pathTo(left, index, hash), subtree(right, hash)]
    : [...pathTo(right, index - split, hash), subtree(left, hash)];
}

/** The largest power of two smaller than the size: where RFC 6962 divides a tree. */
function splitOf(size: number): number {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
}
