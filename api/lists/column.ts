import type { Locale } from '../locale';

/** A name in both languages. */
export interface Names {
  zh: string;
  en: string;
}

/** What a cell holds: text, an amount in minor units, a number, a date, or an instant. */
export type Cell =
  | { kind: 'text'; text: string }
  | { kind: 'amount'; minor: bigint }
  | { kind: 'number'; value: number }
  | { kind: 'day'; on: string }
  | { kind: 'instant'; at: Date }
  | null;

/** One column of a list as a file: its heading, and what a row shows in it to this reader. */
export interface Column<Row> {
  key: string;
  names: Names;
  cell: (row: Row, reader: Reader) => Cell;
}

/** For whom a file is made, and how codes of the house are called in that language. */
export interface Reader {
  locale: Locale;
  product: (code: string) => string;
}

/** A name in the reader's language. */
export const named = ({ locale }: Pick<Reader, 'locale'>, names: Names): string =>
  locale === 'en' ? names.en : names.zh;

/** The name of a code in the reader's language, or the code made readable where it has none. */
export function nameOfCode(
  reader: Reader,
  names: Readonly<Partial<Record<string, Names>>>,
  code: string | null,
): Cell {
  if (code === null) return null;
  const known = names[code];
  return { kind: 'text', text: known ? named(reader, known) : code.replaceAll('_', ' ').toLowerCase() };
}

export const text = (value: string | null): Cell => (value === null ? null : { kind: 'text', text: value });
export const amount = (minor: bigint | null): Cell => (minor === null ? null : { kind: 'amount', minor });
export const count = (value: number | null): Cell => (value === null ? null : { kind: 'number', value });
export const day = (on: string | null): Cell => (on === null ? null : { kind: 'day', on });
export const instant = (at: Date | null): Cell => (at === null ? null : { kind: 'instant', at });
