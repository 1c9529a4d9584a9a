import type { Bilingual } from '../../../contracts/policy/body-parts';
import { CHOICES, type Choices } from './choices';

const AUDIT_OPINIONS: Choices = {
  clean: { zh: '标准无保留意见', en: 'Unqualified' },
  qualified: { zh: '保留意见', en: 'Qualified' },
  adverse: { zh: '否定意见', en: 'Adverse' },
  disclaimer: { zh: '无法表示意见', en: 'Disclaimer' },
  unaudited: { zh: '未经审计', en: 'Not audited' },
};

/** Declared facts that are codes of a list; of 行政区划 (GB/T 2260) and 国民经济行业分类 (GB/T 4754) the first part. */
const CODED: Readonly<Record<string, { readonly words: Choices; readonly length?: number }>> = {
  residenceProvince: { words: CHOICES.province, length: 2 },
  industryCode: { words: CHOICES.industry, length: 1 },
  collateral: { words: CHOICES.collateral },
  ownerRecord: { words: CHOICES.ownerRecord },
  auditOpinion: { words: AUDIT_OPINIONS },
};

/** What a declared code stands for; null where the fact is no code, or one that the list lacks. */
export function sayDeclared(field: string, value: unknown): Bilingual | null {
  const coded = CODED[field];
  if (coded === undefined || typeof value !== 'string') return null;
  return coded.words[value.slice(0, coded.length)] ?? null;
}
