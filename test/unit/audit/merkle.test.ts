import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { fromHex, toHex } from '../../../domain/audit/bytes';
import { inclusionProof, merkleRoot, verifyInclusion } from '../../../domain/audit/merkle';

const sha256 = (data: Uint8Array): Uint8Array => createHash('sha256').update(data).digest();

/** The published vectors of certificate transparency logs. */
const LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

describe('merkle tree', () => {
  it.each(ROOTS.map((root, i) => [i + 1, root]))('gives the published root of %i leaves', (size, root) => {
    expect(toHex(merkleRoot(LEAVES.slice(0, Number(size)).map(fromHex), sha256))).toBe(root);
  });

  it('gives the hash of nothing for no leaves', () => {
    expect(toHex(merkleRoot([], sha256))).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
  });

  it('proves each leaf at its place and at no other', () => {
    const proven = fc.property(
      fc.array(fc.uint8Array({ maxLength: 8 }), { minLength: 1, maxLength: 40 }),
      fc.nat(),
      (list, pick) => {
        const leaves = list.map((leaf, i) => Uint8Array.of(i, ...leaf));
        const index = pick % leaves.length;
        const root = merkleRoot(leaves, sha256);
        const proof = inclusionProof(leaves, index, sha256);
        const leaf = leaves[index]!;
        expect(verifyInclusion(leaf, index, leaves.length, proof, root, sha256)).toBe(true);
        expect(verifyInclusion(Uint8Array.of(...leaf, 1), index, leaves.length, proof, root, sha256)).toBe(
          false,
        );
        if (leaves.length > 1) {
          const other = (index + 1) % leaves.length;
          expect(verifyInclusion(leaf, other, leaves.length, proof, root, sha256)).toBe(false);
        }
      },
    );
    const verdict = fc.check(proven);
    expect(verdict).toMatchObject({ failed: false });
  });
});
