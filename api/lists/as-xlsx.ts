import { PassThrough, type Readable } from 'node:stream';
import { stream } from 'exceljs';
import { localTime } from './as-csv';
import { type Cell, type Column, named, type Reader } from './column';

const FORMATS = { amount: '#,##0.00', day: 'yyyy-mm-dd', instant: 'yyyy-mm-dd hh:mm:ss' } as const;
const WIDTHS = { narrow: 14, wide: 30 };
const ID_KEY = 'id';

/** Rows as an Excel workbook of one sheet, written while it is sent: numbers and dates are real ones, headings stay in view. */
export function asXlsx<Row>(
  columns: readonly Column<Row>[],
  reader: Reader,
  rows: AsyncIterable<Row>,
  sheetName: string,
): Readable {
  const out = new PassThrough();
  const book = new stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false });
  const sheet = book.addWorksheet(sheetName, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map(({ key, names }) => ({
    key,
    header: named(reader, names),
    width: key === ID_KEY ? WIDTHS.wide : WIDTHS.narrow,
  }));
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } };
  sheet.getRow(1).font = { bold: true };
  const write = async () => {
    for await (const row of rows) {
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

interface Target {
  value: unknown;
  numFmt: string;
}

/** An amount is shown, not calculated with, where it becomes a spreadsheet's number; up to 2^53 cents it is exact. */
function fill(target: Target, cell: Cell): void {
  if (cell === null) return;
  switch (cell.kind) {
    case 'text':
      target.value = cell.text;
      return;
    case 'number':
      target.value = cell.value;
      return;
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
  target.numFmt = FORMATS[cell.kind];
}
