import { type Language, useLanguage } from '../../../i18n/language';
import { parkedEn } from './words.en';
import { type ParkedKey, parkedZh } from './words.zh';

const WORDS: Readonly<Record<Language, Readonly<Record<ParkedKey, string>>>> = {
  'zh-CN': parkedZh,
  en: parkedEn,
};
const isKey = (key: string): key is ParkedKey => Object.hasOwn(parkedZh, key);
type Values = Record<string, string | number>;

/** Words of parked loans in the reader's language. */
export const useSay = () => {
  const words = WORDS[useLanguage()];
  return (key: ParkedKey, values: Values = {}): string =>
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
