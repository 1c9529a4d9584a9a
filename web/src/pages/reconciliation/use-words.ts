import { type PageWords, usePageCode, usePageSay } from '../../i18n/page-words';
import { reconciliationEn } from './words.en';
import { type ReconciliationKey, reconciliationZh } from './words.zh';

const WORDS: PageWords<ReconciliationKey> = { 'zh-CN': reconciliationZh, en: reconciliationEn };

/** Words of the reconciliation in the reader's language. */
export const useSay = () => usePageSay(WORDS);

/** Words for a code of the API. */
export const useCode = () => usePageCode(WORDS);
