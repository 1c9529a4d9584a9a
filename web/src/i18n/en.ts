import { casesEn } from './cases.en';
import { listsEn } from './lists.en';
import { myEn } from './my.en';
import { phrasesEn } from './phrases.en';
import { policyEn } from './policy.en';
import { wordsEn } from './words.en';
import type { FirstKey } from './zh';

type Complete = Record<FirstKey, string>;
type Known<T> = { [K in keyof T]: K extends FirstKey ? T[K] : never };

/** All words of the first views in English. A key that is missing here, or that Chinese does not have, does not compile. */
const all = { ...casesEn, ...listsEn, ...myEn, ...phrasesEn, ...policyEn, ...wordsEn };
export const en: Complete & Known<typeof all> = all;
