import { casesEn } from './cases.en';
import { houseEn } from './house.en';
import { listsEn } from './lists.en';
import { myEn } from './my.en';
import { phrasesEn } from './phrases.en';
import { studioEn } from './studio.en';
import { wordsEn } from './words.en';
import type { TextKey } from './zh';

type Complete = Record<TextKey, string>;
type Known<T> = { [K in keyof T]: K extends TextKey ? T[K] : never };

/** All words in English. A key that is missing here, or that Chinese does not have, does not compile. */
const all = { ...casesEn, ...houseEn, ...listsEn, ...myEn, ...phrasesEn, ...studioEn, ...wordsEn };
export const en: Complete & Known<typeof all> = all;
