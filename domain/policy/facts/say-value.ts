import type { Bilingual } from '../../../contracts/policy/body-parts';
import type { RuleValue } from '../../../contracts/policy/rule-table';
import type { FactKind } from './catalogue';
import { CHOICES, type Choices } from './choices';

const both = (text: string): Bilingual => ({ zh: text, en: text });

const SUFFIX: Readonly<Partial<Record<FactKind['unit'], Bilingual>>> = {
  months: { zh: ' 个月', en: ' months' },
  years: { zh: ' 岁(年)', en: ' years' },
  days: { zh: ' 天', en: ' days' },
};

/** A value as people write it: yuan, percent, words. */
export function sayValue(kind: FactKind, value: RuleValue): Bilingual {
  if (typeof value === 'boolean') return value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' };
  if (typeof value === 'string') return wordsOf(kind)?.[value] ?? both(value);
  switch (kind.unit) {
    case 'money':
      return both(`¥${grouped(value / 100)}`);
    case 'bps':
      return both(`${value / 100}%`);
    case 'ppm':
      return both(`${value / 10_000}%`);
    case 'percent':
      return both(`${value}%`);
    default: {
      const suffix = SUFFIX[kind.unit] ?? both('');
      return { zh: `${value}${suffix.zh}`, en: `${value}${suffix.en}` };
    }
  }
}

/** Words that the fact may hold, where the list is closed. */
export function wordsOf({ choices }: FactKind): Choices | undefined {
  return choices === undefined || choices === 'product' || choices === 'grade' ? undefined : CHOICES[choices];
}

function grouped(yuan: number): string {
  const [whole = '0', fraction] = yuan.toFixed(2).split('.');
  const parted = whole.replaceAll(/\B(?=(\d{3})+$)/g, ',');
  return fraction === '00' ? parted : `${parted}.${fraction}`;
}
