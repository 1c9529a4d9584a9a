import { type PageWords, usePageSay } from '../i18n/page-words';
import { viewsEn } from './view-words.en';
import { type ViewsKey, viewsZh } from './view-words.zh';

const WORDS: PageWords<ViewsKey> = { 'zh-CN': viewsZh, en: viewsEn };

/** Words of views in the reader's language. */
export const useViewWords = () => usePageSay(WORDS);
