/** What one magic mark makes the outside world do; the mark sits in digits that no check digit depends on being free. */
export type MagicEntry = {
  readonly mark: string;
  readonly party: string;
  readonly zh: string;
  readonly en: string;
};

/** A table of magic marks whose keys are its scenarios. */
export const table = <K extends string>(entries: Record<K, MagicEntry>): Readonly<Record<K, MagicEntry>> =>
  entries;

/** The scenario whose mark this is, if any. */
export function scenarioAt<K extends string>(
  entries: Readonly<Record<K, MagicEntry>>,
  mark: string,
): K | undefined {
  for (const key in entries) if (entries[key].mark === mark) return key;
  return undefined;
}
