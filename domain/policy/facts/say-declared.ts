import type { Bilingual } from '../../../contracts/policy/body-parts';
import { CHOICES, type Choices } from './choices';

/** Declared facts that are codes of a published list: 行政区划 (GB/T 2260) and 国民经济行业分类 (GB/T 4754), by their first part. */
const CODED: Readonly<Record<string, { readonly words: Choices; readonly length: number }>> = {
  residenceProvince: { words: CHOICES.province, length: 2 },
  industryCode: { words: CHOICES.industry, length: 1 },
};

/** What a declared code stands for; null where the fact is no code, or one that the list lacks. */
export function sayDeclared(field: string, value: unknown): Bilingual | null {
  const coded = CODED[field];
  if (coded === undefined || typeof value !== 'string') return null;
  return coded.words[value.slice(0, coded.length)] ?? null;
}
