import { type Language, useLanguage } from '../../../i18n/language';
import { useWord } from '../../../i18n/use-text';
import { auditEn } from './words.en';
import { type AuditKey, auditZh } from './words.zh';

const WORDS: Readonly<Record<Language, Readonly<Record<AuditKey, string>>>> = {
  'zh-CN': auditZh,
  en: auditEn,
};
const isKey = (key: string): key is AuditKey => Object.hasOwn(auditZh, key);
type Values = Record<string, string | number>;

/** Words of the audit search in the reader's language. */
export const useSay = () => {
  const words = WORDS[useLanguage()];
  return (key: AuditKey, values: Values = {}): string =>
    words[key].replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
};

/** Words for a code of the record: those of the audit search, else those that the whole console has. */
export const useCode = () => {
  const words = WORDS[useLanguage()];
  const word = useWord();
  return (group: string, code: string): string => {
    const key = `${group}.${code}`;
    return isKey(key) ? words[key] : word(group, code);
  };
};
