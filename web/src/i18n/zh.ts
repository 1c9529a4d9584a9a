import { casesZh } from './cases.zh';
import type { houseZh } from './house.zh';
import { listsZh } from './lists.zh';
import { myZh } from './my.zh';
import { phrasesZh } from './phrases.zh';
import { policyZh } from './policy.zh';
import type { studioZh } from './studio.zh';
import { wordsZh } from './words.zh';

/** The words in Chinese that every first view brings; their keys are the keys there are, but for those of the shelves. */
export const zh = { ...casesZh, ...listsZh, ...myZh, ...phrasesZh, ...policyZh, ...wordsZh };
export type FirstKey = keyof typeof zh;
/** Words of what watches and runs the house come with its pages, the studio's with its own. */
export type HouseKey = keyof typeof houseZh;
export type StudioKey = keyof typeof studioZh;
export type TextKey = FirstKey | HouseKey | StudioKey;
