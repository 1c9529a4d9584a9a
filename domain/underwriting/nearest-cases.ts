/** What makes one request like another. */
export interface CaseKey {
  score: number;
  amountMinor: bigint;
}

/** So many points of score count as much as an amount e times as large. */
const POINTS_PER_FOLD = 60;

const distance = (a: CaseKey, b: CaseKey): number =>
  Math.abs(a.score - b.score) / POINTS_PER_FOLD +
  Math.abs(Math.log(Number(a.amountMinor) / Number(b.amountMinor)));

/** Those of the past cases that are most like the one at hand, the most alike first. */
export function nearestCases<T extends CaseKey>(of: CaseKey, among: readonly T[], most: number): T[] {
  return among.toSorted((a, b) => distance(of, a) - distance(of, b)).slice(0, most);
}
