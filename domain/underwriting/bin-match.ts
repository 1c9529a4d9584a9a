import type { ScoreBin } from '../../contracts/policy/scorecard';

/** Whether a value falls into a bin: ranges are closed below and open above, flags read as the words true and false. */
export function binMatches(when: ScoreBin['when'], value: string | number | boolean | null): boolean {
  switch (when.kind) {
    case 'missing':
      return value === null;
    case 'in':
      return value !== null && when.values.includes(String(value));
    case 'range':
      return (
        typeof value === 'number' &&
        (when.from === null || value >= when.from) &&
        (when.to === null || value < when.to)
      );
  }
}
