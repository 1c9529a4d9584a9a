import { type PageWords, useKnownCode, usePageSay } from '../i18n/page-words';
import { useText, useWord } from '../i18n/use-text';
import type { TextKey } from '../i18n/zh';
import { moneyEn } from './words.en';
import { moneyZh, type OrderKey } from './words.zh';

/** A word of money operations, or one that the whole console knows. */
export type Key = OrderKey | TextKey;

const WORDS: PageWords<OrderKey> = { 'zh-CN': moneyZh, en: moneyEn };
const isOrderKey = (key: string): key is OrderKey => Object.hasOwn(moneyZh, key);

/** Words of this part of the console; kept out of what every first view loads. */
export const useSay = () => {
  const own = usePageSay(WORDS);
  const say = useText();
  return (key: Key): string => (isOrderKey(key) ? own(key) : say(key));
};

/** Words for a code of the API, as `useWord`, with the groups that only money operations have. */
export const useCode = () => {
  const known = useKnownCode(WORDS);
  const word = useWord();
  return (group: string, code: string | null | undefined): string =>
    known(group, code ?? '') ?? word(group, code);
};
