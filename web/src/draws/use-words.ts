import { type PageWords, usePageCode, usePageSay } from '../i18n/page-words';
import { drawsEn } from './words.en';
import { type DrawsKey, drawsZh } from './words.zh';

const WORDS: PageWords<DrawsKey> = { 'zh-CN': drawsZh, en: drawsEn };

/** Words of draws in the reader's language. */
export const useSay = () => usePageSay(WORDS);

/** Words for a code of a payout. */
export const useCode = () => usePageCode(WORDS);
