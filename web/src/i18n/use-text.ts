import { type Pack, usePack } from './language';
import type { TextKey } from './zh';

type Values = Record<string, string | number>;
export type Say = (key: TextKey, values?: Values) => string;

const says = new WeakMap<Pack, Say>();

function sayIn(pack: Pack): Say {
  const known = says.get(pack);
  if (known !== undefined) return known;
  const say: Say = (key, values = {}) =>
    (pack.words[key] ?? key).replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
  says.set(pack, say);
  return say;
}

/** Words of the console in the reader's language; keys are checked by the compiler, in both languages. */
export const useText = (): Say => sayIn(usePack());

/** Words for a code of the API, or the code itself made readable where this console has no words for it. */
export const useWord = () => {
  const pack = usePack();
  const say = sayIn(pack);
  const isKey = (key: string): key is TextKey => Object.hasOwn(pack.words, key);
  return (group: string, code: string | null | undefined): string => {
    if (code === null || code === undefined || code === '') return '—';
    const key = `${group}.${code}`;
    return isKey(key) ? say(key) : code.replaceAll(/[_.-]+/g, ' ').toLowerCase();
  };
};
