import { type Facts, stateOf } from './facts';

/** What the process does without a source's answer; from the source's policy row. */
export interface SourceNeed {
  readonly source: string;
  readonly fallback: 'continue' | 'refer' | 'wait';
}

/** Sources that stayed silent and whose silence a person has to judge, as reason codes. */
export function sourceGaps(needs: readonly SourceNeed[], facts: Facts): string[] {
  return needs
    .filter(({ source, fallback }) => {
      const state = stateOf(facts, source);
      return (
        fallback !== 'continue' && (state === 'unavailable' || state === 'refused' || state === 'not_asked')
      );
    })
    .map(({ source }) => `SOURCE_DOWN_${source.toUpperCase()}`);
}
