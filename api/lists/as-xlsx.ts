import { PassThrough, type Readable } from 'node:stream';
import { type Style, stream, type Worksheet } from 'exceljs';
import { localTime } from './as-csv';
import { type Cell, type Column, named, type Reader } from './column';

/** One object for each: the writer knows a style again by its identity, and works out any other anew for each cell. */
const STYLES = {
  text: {},
  number: {},
  amount: { numFmt: '#,##0.00' },
  day: { numFmt: 'yyyy-mm-dd' },
  instant: { numFmt: 'yyyy-mm-dd hh:mm:ss' },
} as const;
const WIDTHS = { narrow: 14, wide: 30 };
const ID_KEY = 'id';

/** Rows of a worksheet at most, its headings left out. */
const SHEET_ROWS = 1_048_575;

/**
 * Rows as an Excel workbook, written while it is sent: numbers and dates are real ones, headings stay in view. What a
 * worksheet cannot hold goes on in the next one.
 */
export function asXlsx<Row>(
  columns: readonly Column<Row>[],
  reader: Reader,
  rows: AsyncIterable<Row>,
  { sheetName, sheetRows = SHEET_ROWS }: { sheetName: string; sheetRows?: number },
): Readable {
  const out = new PassThrough();
  const book = new stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false });
  let sheets = 0;
  const begin = () => {
    sheets += 1;
    return newSheet(book, columns, reader, sheets === 1 ? sheetName : `${sheetName} ${sheets}`);
  };
  const write = async () => {
    let sheet = begin();
    let left = sheetRows;
    for await (const row of rows) {
      if (left === 0) {
        sheet.commit();
        sheet = begin();
        left = sheetRows;
      }
      left -= 1;
      const line = sheet.addRow([]);
      columns.forEach(({ cell }, index) => {
        fill(line.getCell(index + 1), cell(row, reader));
      });
      line.commit();
      if (out.writableNeedDrain) await new Promise((resolve) => out.once('drain', resolve));
    }
    sheet.commit();
    await book.commit();
  };
  write().catch((error: unknown) => out.destroy(error instanceof Error ? error : new Error(String(error))));
  return out;
}

function newSheet<Row>(
  book: stream.xlsx.WorkbookWriter,
  columns: readonly Column<Row>[],
  reader: Reader,
  name: string,
): Worksheet {
  const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map(({ key, names }) => ({
    key,
    header: named(reader, names),
    width: key === ID_KEY ? WIDTHS.wide : WIDTHS.narrow,
  }));
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } };
  sheet.getRow(1).font = { bold: true };
  return sheet;
}

interface Target {
  value: unknown;
  style: Partial<Style>;
}

/** An amount is shown, not calculated with, where it becomes a spreadsheet's number; up to 2^53 cents it is exact. */
function fill(target: Target, cell: Cell): void {
  if (cell === null) return;
  switch (cell.kind) {
    case 'text':
      target.value = cell.text;
      break;
    case 'number':
      target.value = cell.value;
      break;
    case 'amount':
      target.value = Number(cell.minor) / 100;
      break;
    case 'day':
      target.value = new Date(`${cell.on}T00:00:00Z`);
      break;
    case 'instant':
      target.value = localTime(cell.at);
      break;
  }
  target.style = STYLES[cell.kind];
}
