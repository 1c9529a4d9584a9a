import { invariant } from '../invariant';

/** Splits an amount by weights without losing a unit: the largest remainders take what is left, earlier shares first. */
export function allocate(totalMinor: bigint, weights: readonly bigint[]): bigint[] {
  const sum = weights.reduce((total, weight) => total + weight, 0n);
  invariant(
    weights.every((weight) => weight >= 0n) && sum > 0n,
    'weights must be non-negative and not all zero',
  );
  const sign = totalMinor < 0n ? -1n : 1n;
  const total = totalMinor * sign;
  const shares = weights.map((weight, index) => {
    const exact = total * weight;
    return { index, share: exact / sum, rest: exact % sum };
  });
  let left = total - shares.reduce((given, { share }) => given + share, 0n);
  const byRest = [...shares].sort((a, b) =>
    a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1,
  );
  for (const entry of byRest) {
    if (left === 0n) break;
    entry.share += 1n;
    left -= 1n;
  }
  return shares.map(({ share }) => share * sign);
}
