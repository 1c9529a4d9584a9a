import type { Bilingual } from '../../../contracts/policy/body-parts';
import type { RuleValue } from '../../../contracts/policy/rule-table';
import { asCurrency } from '../../money/as-currency';
import { minorDigits } from '../../money/currency';
import type { FactKind } from './catalogue';
import { CHOICES, type Choices } from './choices';

const both = (text: string): Bilingual => ({ zh: text, en: text });

const SUFFIX: Readonly<Partial<Record<FactKind['unit'], Bilingual>>> = {
  months: { zh: ' 个月', en: ' months' },
  years: { zh: ' 岁(年)', en: ' years' },
  days: { zh: ' 天', en: ' days' },
};

/** What amounts of a policy count in: the currency of the products that go by it, or null where those differ. */
export type CountedIn = string | null;

/** A value as people write it: amounts with what they count in, percent, words. */
export function sayValue(kind: FactKind, value: RuleValue, countedIn: CountedIn): Bilingual {
  if (typeof value === 'boolean') return value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' };
  if (typeof value === 'string') return wordsOf(kind)?.[value] ?? both(value);
  switch (kind.unit) {
    case 'money':
      return both(money(value, countedIn));
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

/** Signs as the console has them; an amount that counts in several currencies has none. */
function money(minor: number, countedIn: CountedIn): string {
  const digits = countedIn === null ? 2 : minorDigits[asCurrency(countedIn)];
  const [whole = '0', fraction] = (minor / 10 ** digits).toFixed(digits).split('.');
  const parted = whole.replaceAll(/\B(?=(\d{3})+$)/g, ',');
  const sign = countedIn === null ? '' : countedIn === 'CNY' ? '¥' : `${countedIn} `;
  return `${sign}${parted}${fraction === undefined || fraction === '00' ? '' : `.${fraction}`}`;
}
