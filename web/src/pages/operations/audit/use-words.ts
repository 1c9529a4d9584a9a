import { type PageWords, useKnownCode, usePageSay } from '../../../i18n/page-words';
import { useWord } from '../../../i18n/use-text';
import { auditEn } from './words.en';
import { type AuditKey, auditZh } from './words.zh';

const WORDS: PageWords<AuditKey> = { 'zh-CN': auditZh, en: auditEn };

/** Words of the audit search in the reader's language. */
export const useSay = () => usePageSay(WORDS);

/** Words for a code of the record: those of the audit search, else those that the whole console has. */
export const useCode = () => {
  const known = useKnownCode(WORDS);
  const word = useWord();
  return (group: string, code: string): string => known(group, code) ?? word(group, code);
};
