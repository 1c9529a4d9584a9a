import { en } from '../../../web/src/i18n/en';
import { houseEn } from '../../../web/src/i18n/house.en';
import { houseZh } from '../../../web/src/i18n/house.zh';
import { studioEn } from '../../../web/src/i18n/studio.en';
import { studioZh } from '../../../web/src/i18n/studio.zh';
import { type TextKey, zh } from '../../../web/src/i18n/zh';
import { moneyEn } from '../../../web/src/money/words.en';
import { moneyZh, type OrderKey } from '../../../web/src/money/words.zh';

export type Language = 'zh-CN' | 'en';
export type WordKey = TextKey | OrderKey;

const WORDS: Readonly<Record<Language, Readonly<Record<WordKey, string>>>> = {
  'zh-CN': { ...zh, ...houseZh, ...studioZh, ...moneyZh },
  en: { ...en, ...houseEn, ...studioEn, ...moneyEn },
};
const HAN = '\\p{Script=Han}';

/** The console's own words for something, as what a page shows: values stand for anything, and short Chinese buttons are spaced. */
export function words(language: Language, key: WordKey): RegExp {
  const literal = WORDS[language][key]
    .replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&')
    .replaceAll(/\{\{\w+\}\}/g, '.*');
  const spaced = literal.replaceAll(new RegExp(`(${HAN})(?=${HAN})`, 'gu'), '$1\\s?');
  return new RegExp(`^\\s*${spaced}\\s*$`);
}
