import { type Language, useLanguage } from '../../i18n/language';
import { reconciliationEn } from './words.en';
import { type ReconciliationKey, reconciliationZh } from './words.zh';

const WORDS: Readonly<Record<Language, Readonly<Record<ReconciliationKey, string>>>> = {
  'zh-CN': reconciliationZh,
  en: reconciliationEn,
};
const isKey = (key: string): key is ReconciliationKey => Object.hasOwn(reconciliationZh, key);
type Values = Record<string, string | number>;

/** Words of the reconciliation in the reader's language. */
export const useSay = () => {
  const words = WORDS[useLanguage()];
  return (key: ReconciliationKey, values: Values = {}): string =>
    words[key].replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
};

/** Words for a code of the API. */
export const useCode = () => {
  const words = WORDS[useLanguage()];
  return (group: string, code: string | null): string => {
    const key = `${group}.${code ?? ''}`;
    return isKey(key) ? words[key] : (code ?? '—').replaceAll(/[_-]+/g, ' ');
  };
};
