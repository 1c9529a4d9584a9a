import { asCurrency } from '../../domain/money/as-currency';
import { plainAmount } from '../../domain/money/format-minor';

/** Columns that a Chinese character takes in a terminal: two. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (/[\u1100-\uffdc]/.test(character) ? 2 : 1), 0);

const padded = (text: string, width: number, right: boolean): string => {
  const gap = ' '.repeat(Math.max(0, width - widthOf(text)));
  return right ? gap + text : text + gap;
};

/** A table with aligned columns; figures to the right. */
export function table(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  figures: readonly number[],
): string {
  const all = [heads, ...rows];
  const widths = heads.map((_, column) => Math.max(...all.map((row) => widthOf(row[column] ?? ''))));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => padded(cell, widths[column] ?? 0, figures.includes(column)))
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  return [line(heads), rule, ...rows.map(line)].join('\n');
}

/** Minor units with separators and the decimals of their currency, which the table names. */
export function figure(amountMinor: bigint | string, currency: string): string {
  const [whole = '', fraction] = plainAmount(BigInt(amountMinor), asCurrency(currency)).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
