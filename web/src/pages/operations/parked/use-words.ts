import { type PageWords, usePageCode, usePageSay } from '../../../i18n/page-words';
import { parkedEn } from './words.en';
import { type ParkedKey, parkedZh } from './words.zh';

const WORDS: PageWords<ParkedKey> = { 'zh-CN': parkedZh, en: parkedEn };

/** Words of parked loans in the reader's language. */
export const useSay = () => usePageSay(WORDS);

/** Words for a code of the API. */
export const useCode = () => usePageCode(WORDS);
