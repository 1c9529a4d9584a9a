import i18next from 'i18next';
import { en } from './en';
import { type Language, useLanguage } from './language';
import { type TextKey, zh } from './zh';

await i18next.init({
  lng: 'zh-CN',
  fallbackLng: false,
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  resources: { 'zh-CN': { translation: zh }, en: { translation: en } },
});

type Values = Record<string, string | number>;
export type Say = (key: TextKey, values?: Values) => string;

const sayIn = (language: Language): Say => {
  const translate = i18next.getFixedT(language);
  return (key, values) => translate(key, values ?? {});
};
const SAY: Record<Language, Say> = { 'zh-CN': sayIn('zh-CN'), en: sayIn('en') };

/** Words of the console in the reader's language; keys are checked by the compiler, in both languages. */
export const useText = (): Say => SAY[useLanguage()];

/** Words for a code of the API, or the code itself made readable where this console has no words for it. */
export const useWord = () => {
  const say = useText();
  return (group: string, code: string | null | undefined): string => {
    if (code === null || code === undefined || code === '') return '—';
    const key = `${group}.${code}`;
    return isKey(key) ? say(key) : code.replaceAll(/[_.-]+/g, ' ').toLowerCase();
  };
};

const isKey = (key: string): key is TextKey => Object.hasOwn(zh, key);
