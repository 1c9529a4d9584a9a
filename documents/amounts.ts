import { type Currency, minorDigits } from '../domain/money/currency';
import { formatMinor } from '../domain/money/format-minor';
import { inChineseWords } from '../domain/money/in-chinese-words';

/** An amount in minor units as papers show it: ¥1,234.50, US$1,234.50. */
export function yuan(minor: string, currency: Currency = 'CNY'): string {
  return formatMinor(BigInt(minor), currency, 'zh-CN');
}

/** An amount in figures without currency sign, for columns that state the currency in their head. */
export function figures(minor: string, currency: Currency = 'CNY'): string {
  return yuan(minor, currency).replace(/[^\d.,-]/g, '');
}

const CURRENCY_WORDS: Readonly<Record<Currency, string>> = {
  ...{ CNY: '人民币', HKD: '港元', USD: '美元', EUR: '欧元', JPY: '日元' },
};

/** A label or column head that names the unit as （元）, in the unit of a currency. */
export function inUnitOf(label: string, currency: Currency = 'CNY'): string {
  return currency === 'CNY' ? label : label.replace('（元）', `（${CURRENCY_WORDS[currency]}）`);
}

/** An amount in words: 人民币壹拾万元整. */
export function inWords(minor: string, currency: Currency = 'CNY'): string {
  const hundredths = BigInt(minor) * 10n ** BigInt(2 - minorDigits[currency]);
  return `${CURRENCY_WORDS[currency]}${inChineseWords(hundredths)}`;
}

/** A civil date as papers show it: 2026年3月20日. */
export function chineseDate(date: string): string {
  const [year, month, day] = date.split('-');
  return `${year}年${Number(month)}月${Number(day)}日`;
}
