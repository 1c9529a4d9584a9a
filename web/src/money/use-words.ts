import { type PageWords, useKnownCode, usePageSay } from '../i18n/page-words';
import { useText, useWord } from '../i18n/use-text';
import type { Key } from './key';
import { moneyEn } from './words.en';
import { moneyZh, type OrderKey } from './words.zh';

const WORDS: PageWords<OrderKey> = { 'zh-CN': moneyZh, en: moneyEn };
const isOrderKey = (key: string): key is OrderKey => Object.hasOwn(moneyZh, key);

/** Words of this part of the console; kept out of what every first view loads. */
export const useSay = () => {
  const own = usePageSay(WORDS);
  const say = useText();
  return (key: Key, values?: Readonly<Record<string, string | number>>): string =>
    isOrderKey(key) ? own(key, values) : say(key, values);
};

/** Words for a code of the API, as `useWord`, with the groups that only money operations have. */
export const useCode = () => {
  const known = useKnownCode(WORDS);
  const word = useWord();
  return (group: string, code: string | null | undefined): string =>
    known(group, code ?? '') ?? word(group, code);
};
