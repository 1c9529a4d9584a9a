import { casesZh } from './cases.zh';
import { houseZh } from './house.zh';
import { listsZh } from './lists.zh';
import { myZh } from './my.zh';
import { phrasesZh } from './phrases.zh';
import { policyZh } from './policy.zh';
import type { studioZh } from './studio.zh';
import { wordsZh } from './words.zh';

/** The words in Chinese that every first view brings; their keys are the keys there are, but for the studio's. */
export const zh = { ...casesZh, ...houseZh, ...listsZh, ...myZh, ...phrasesZh, ...policyZh, ...wordsZh };
export type FirstKey = keyof typeof zh;
/** The studio's words come with its pages. */
export type StudioKey = keyof typeof studioZh;
export type TextKey = FirstKey | StudioKey;
