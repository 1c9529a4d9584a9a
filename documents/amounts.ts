import { formatMinor } from '../domain/money/format-minor';
import { inChineseWords } from '../domain/money/in-chinese-words';

/** An amount in 分 as papers show it: ¥1,234.50. */
export function yuan(minor: string): string {
  return formatMinor(BigInt(minor), 'CNY', 'zh-CN');
}

/** An amount in figures without currency sign, for columns that state the currency in their head. */
export function figures(minor: string): string {
  return yuan(minor).replace('¥', '');
}

/** An amount in words: 人民币壹拾万元整. */
export function inWords(minor: string): string {
  return `人民币${inChineseWords(BigInt(minor))}`;
}

/** A civil date as papers show it: 2026年3月20日. */
export function chineseDate(date: string): string {
  const [year, month, day] = date.split('-');
  return `${year}年${Number(month)}月${Number(day)}日`;
}
