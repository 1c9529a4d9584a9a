import { type Currency, minorDigits } from './currency';

/** Languages of text for people. */
export type Locale = 'zh-CN' | 'en';

const symbols: Readonly<Record<Locale, Readonly<Record<Currency, string>>>> = {
  'zh-CN': { CNY: '¥', HKD: 'HK$', USD: 'US$', EUR: '€', JPY: 'JP¥' },
  en: { CNY: 'CN¥', HKD: 'HK$', USD: '$', EUR: '€', JPY: '¥' },
};

/** Plain decimal of an amount in major units, without grouping: `-1234.50`. */
export function plainAmount(minor: bigint, currency: Currency): string {
  const digits = minorDigits[currency];
  const sign = minor < 0n ? '-' : '';
  const text = (minor < 0n ? -minor : minor).toString().padStart(digits + 1, '0');
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** Amount for people, grouped by thousands with its currency sign: `¥1,234.50`. */
export function formatMinor(minor: bigint, currency: Currency, locale: Locale): string {
  const [whole = '', fraction] = plainAmount(minor < 0n ? -minor : minor, currency).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const amount = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  return `${minor < 0n ? '-' : ''}${symbols[locale][currency]}${amount}`;
}
