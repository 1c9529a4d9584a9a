import { useKnownCode } from '../../i18n/page-words';
import { useWord } from '../../i18n/use-text';
import { answersEn } from './answers.en';
import { answersZh } from './answers.zh';

const WORDS = { 'zh-CN': answersZh, en: answersEn };

/** Words for what outside sources answer, beside those that the whole console knows. */
export const useAnswerWord = () => {
  const known = useKnownCode(WORDS);
  const word = useWord();
  return (group: 'field' | 'value', code: string): string => known(group, code) ?? word(group, code);
};
