import { phrasesZh } from './phrases.zh';
import { wordsZh } from './words.zh';

/** All words in Chinese; their keys are the keys there are. */
export const zh = { ...phrasesZh, ...wordsZh };
export type TextKey = keyof typeof zh;
