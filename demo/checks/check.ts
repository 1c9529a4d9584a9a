/** One thing that the demo checks: what, and every way in which it does not hold. */
export interface Check {
  what: string;
  wrong: readonly string[];
}

/** What is in one map and not the same in the other, both ways. */
export function differences(
  [ours, theirs]: readonly [string, string],
  left: ReadonlyMap<string, bigint>,
  right: ReadonlyMap<string, bigint>,
): string[] {
  const keys = new Set([...left.keys(), ...right.keys()]);
  return [...keys].flatMap((key) => {
    const [a, b] = [left.get(key), right.get(key)];
    return a === b ? [] : [`${key}: ${ours} ${a ?? 'nothing'}, ${theirs} ${b ?? 'nothing'}`];
  });
}
