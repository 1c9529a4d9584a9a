import type { Db } from '../../db/client';
import { type JournalLine, journal } from '../../db/repositories/ledger-reports';

const ENTRIES_AT_ONCE = 1_000;
const COLUMNS = [
  'entryId',
  'lineNo',
  'bookedOn',
  'effectiveOn',
  'kind',
  'description',
  'eventKey',
  'loanId',
  'accountCode',
  'currency',
  'debitMinor',
  'creditMinor',
] as const;

/** Spreadsheets take a leading mark for UTF-8 and leave Chinese text alone. */
const BYTE_ORDER_MARK = '\uFEFF';

function cell(value: string | number | null): string {
  const text = String(value ?? '');
  const safe = /^[=+@\t\r-]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function lineOf(line: JournalLine): string {
  const { amountMinor } = line;
  const sides = {
    debitMinor: amountMinor > 0n ? amountMinor.toString() : '',
    creditMinor: amountMinor < 0n ? (-amountMinor).toString() : '',
  };
  const row = { ...line, ...sides };
  return `${COLUMNS.map((column) => cell(row[column])).join(',')}\r\n`;
}

/** The journal as CSV, read page by page, so that years of it need no more memory than a page. */
export async function* journalCsv(
  db: Db,
  scope: {
    readonly from: string;
    readonly to: string;
    readonly clockId: string | null;
    readonly loanId?: string;
  },
): AsyncGenerator<string> {
  yield `${BYTE_ORDER_MARK}${COLUMNS.join(',')}\r\n`;
  for (let after: string | undefined; ; ) {
    const lines = await journal(db, { ...scope, entries: ENTRIES_AT_ONCE, ...(after && { after }) });
    const last = lines.at(-1);
    if (last === undefined) return;
    yield lines.map(lineOf).join('');
    after = last.entryId;
  }
}
