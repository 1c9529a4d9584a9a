const DIGITS = '零一二三四五六七八九';

/** A small counting number in Chinese, as clauses are numbered: 十二. */
export function chineseNumber(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  const head = tens === 0 ? '' : `${tens === 1 ? '' : DIGITS.charAt(tens)}十`;
  return `${head}${ones === 0 && tens > 0 ? '' : DIGITS.charAt(ones)}`;
}
