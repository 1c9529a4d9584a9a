import { type PageWords, usePageCode, usePageSay } from '../../i18n/page-words';
import { portfolioEn } from './words.en';
import { type PortfolioKey, portfolioZh } from './words.zh';

const WORDS: PageWords<PortfolioKey> = { 'zh-CN': portfolioZh, en: portfolioEn };

/** Words of the portfolio in the reader's language. */
export const useSay = () => usePageSay(WORDS);

/** Words for a code of the close of business. */
export const useCode = () => usePageCode(WORDS);
