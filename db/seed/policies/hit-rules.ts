import { graphOf, type HandRow } from './graph';

/** A hit that declines. */
export const block = (code: string) => ({ code, severity: 'block' });

/** A hit that sends the case to a person. */
export const review = (code: string) => ({ code, severity: 'review' });

/** A table of independent conditions; every one that holds is a hit. */
export function rulesOf(name: string, rows: readonly HandRow[]) {
  return {
    graph: graphOf({ name, hit: 'collect', inputs: { when: null }, outputs: ['code', 'severity'], rows }),
  };
}
