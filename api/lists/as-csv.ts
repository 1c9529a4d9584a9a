import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import { shanghaiOffsetMinutes } from '../../domain/calendar/business-date';
import { type Cell, type Column, named, type Reader } from './column';

/** Rows as CSV: UTF-8 with a mark that spreadsheets need for Chinese; what looks like a formula is made text. */
export function asCsv<Row>(
  columns: readonly Column<Row>[],
  reader: Reader,
  rows: AsyncIterable<Row>,
): Readable {
  const lines = async function* () {
    yield columns.map(({ names }) => named(reader, names));
    for await (const row of rows) yield columns.map(({ cell }) => plain(cell(row, reader)));
  };
  const csv = stringify({ bom: true, escape_formulas: true, record_delimiter: 'windows' });
  const source = Readable.from(lines());
  source.on('error', (error) => csv.destroy(error));
  csv.on('close', () => source.destroy());
  return source.pipe(csv);
}

function plain(cell: Cell): string {
  if (cell === null) return '';
  switch (cell.kind) {
    case 'text':
      return cell.text;
    case 'amount':
      return decimal(cell.minor);
    case 'number':
      return String(cell.value);
    case 'day':
      return cell.on;
    case 'instant':
      return localTime(cell.at).toISOString().slice(0, 19).replace('T', ' ');
  }
}

/** Minor units as a decimal number, exactly. */
function decimal(minor: bigint): string {
  const digits = (minor < 0n ? -minor : minor).toString().padStart(3, '0');
  return `${minor < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** An instant whose UTC parts are the lender's local time, as spreadsheets know no zones. */
export const localTime = (at: Date): Date => new Date(at.getTime() + shanghaiOffsetMinutes * 60_000);
