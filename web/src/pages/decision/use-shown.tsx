import type { ReactNode } from 'react';
import { useText } from '../../i18n/use-text';
import { Money } from '../../ui/money';
import { Day } from '../../ui/when';
import { useAnswerWord } from './use-answer-word';

/** What a fact may be. */
type Value = string | number | boolean | null;
/** Facts whose values are no codes: names and numbers. */
const AS_PRINTED = new Set([
  ...['name', 'idNo', 'companyName', 'uscc', 'representativeName', 'industryCode'],
  ...['reportNo', 'bankCode', 'creditGrade'],
]);
const DATE = /^\d{4}-\d\d-\d\d$/;

/** A fact's value as people read it: money, days, words in place of codes. */
export function useShown() {
  const say = useText();
  const word = useAnswerWord();
  return (field: string, value: Value): ReactNode => {
    if (value === null) return '—';
    if (typeof value === 'boolean') return say(value ? 'yes' : 'no');
    // Amounts come as text; a number is how many there are.
    if (typeof value === 'number') return value;
    if (field.endsWith('Minor')) return <Money minor={value} />;
    if (DATE.test(value)) return <Day on={value} />;
    return AS_PRINTED.has(field) ? value : word('value', value);
  };
}
