import { casesZh } from './cases.zh';
import { houseZh } from './house.zh';
import { listsZh } from './lists.zh';
import { myZh } from './my.zh';
import { phrasesZh } from './phrases.zh';
import { studioZh } from './studio.zh';
import { wordsZh } from './words.zh';

/** All words in Chinese; their keys are the keys there are. */
export const zh = { ...casesZh, ...houseZh, ...listsZh, ...myZh, ...phrasesZh, ...studioZh, ...wordsZh };
export type TextKey = keyof typeof zh;
