import { type PageWords, usePageCode, usePageSay } from '../../../i18n/page-words';
import { hooksEn } from './words.en';
import { type HookKey, hooksZh } from './words.zh';

const WORDS: PageWords<HookKey> = { 'zh-CN': hooksZh, en: hooksEn };

/** Words of webhooks and keys in the reader's language. */
export const useSay = () => usePageSay(WORDS);

/** Words for a code of a delivery. */
export const useCode = () => usePageCode(WORDS);
