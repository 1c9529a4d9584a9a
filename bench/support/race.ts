/** What one round of one contender took. */
export interface Round {
  perSecond: number;
  latenciesMs: number[];
  ids: string[];
}

/** Runs `count` jobs with a fixed number in flight. */
export async function race(
  count: number,
  inFlight: number,
  job: (n: number) => Promise<string>,
): Promise<Round> {
  const latenciesMs: number[] = [];
  const ids: string[] = [];
  let next = 0;
  const began = performance.now();
  const lane = async (): Promise<void> => {
    while (next < count) {
      const n = next;
      next += 1;
      const from = performance.now();
      ids.push(await job(n));
      latenciesMs.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, lane));
  return { perSecond: (count * 1000) / (performance.now() - began), latenciesMs, ids };
}

/** The value below which a share of all lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);
