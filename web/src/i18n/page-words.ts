import { type Language, useLanguage } from './language';

type Values = Record<string, string | number>;

/** Words that one lazily loaded group of pages brings itself; keys are checked by the compiler, in both languages. */
export type PageWords<Key extends string> = Readonly<Record<Language, Readonly<Record<Key, string>>>>;

const isIn = <Key extends string>(words: Readonly<Record<Key, string>>, key: string): key is Key =>
  Object.hasOwn(words, key);

/** Says such words in the reader's language. */
export function usePageSay<Key extends string>(all: PageWords<Key>) {
  const words = all[useLanguage()];
  return (key: Key, values: Values = {}): string =>
    words[key].replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
}

/** Words for a code of the API, if these pages have any. */
export function useKnownCode<Key extends string>(all: PageWords<Key>) {
  const words = all[useLanguage()];
  return (group: string, code: string): string | undefined => {
    const key = `${group}.${code}`;
    return isIn(words, key) ? words[key] : undefined;
  };
}

/** Words for a code of the API, or the code itself made readable. */
export function usePageCode<Key extends string>(all: PageWords<Key>) {
  const known = useKnownCode(all);
  return (group: string, code: string | null): string =>
    known(group, code ?? '') ?? (code ?? '—').replaceAll(/[_-]+/g, ' ');
}
