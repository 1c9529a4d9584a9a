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

/** Minor units as yuan with separators. */
export function yuan(amountMinor: bigint | string): string {
  const minor = BigInt(amountMinor);
  const digits = String(minor < 0n ? -minor : minor).padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${minor < 0n ? '-' : ''}${whole}.${digits.slice(-2)}`;
}
