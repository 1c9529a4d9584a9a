/** The smaller of two amounts; Math.min does not take bigint. */
export function least(a: bigint, b: bigint): bigint {
  if (a < b) return a;
  return b;
}
