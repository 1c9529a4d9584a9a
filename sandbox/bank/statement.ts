import type { BankStatement, StatementLine } from '../../contracts/sources/bank-statement';
import { dateOf, type Moment } from '../moment';
import { type Books, openingMinor, signedMinor } from './books';
import type { BankEntry, StatementFlaw } from './records';

const total = (entries: readonly { side: 'credit' | 'debit'; amountMinor: string }[]) =>
  entries.reduce((sum, entry) => sum + signedMinor(entry), 0n);

type Line = Omit<StatementLine, 'lineNo'>;

function lineOf(entry: BankEntry): Line {
  return {
    bankRef: entry.bankRef,
    bookedOn: dateOf(entry.atMs),
    side: entry.side,
    kind: entry.kind,
    amountMinor: entry.amountMinor,
    currency: entry.currency,
    orderNo: entry.orderNo,
    reference: entry.reference,
  };
}

function flawed(lines: Line[], flaw: StatementFlaw): Line[] {
  const same = (line: Line) => line.bankRef === flaw.bankRef;
  const amountMinor = flaw.amountMinor ?? '1';
  switch (flaw.kind) {
    case 'missing':
      return lines.filter((line) => !same(line));
    case 'duplicate':
      return lines.flatMap((line) => (same(line) ? [line, line] : [line]));
    case 'amount':
      return lines.map((line) => (same(line) ? { ...line, amountMinor } : line));
    case 'extra':
      return lines.concat({
        bankRef: flaw.bankRef,
        bookedOn: flaw.statementOn,
        side: 'credit',
        kind: 'other',
        amountMinor,
        currency: flaw.currency,
        orderNo: null,
        reference: null,
      });
  }
}

/** A day of one of the lender's accounts; it has one for each currency. */
interface AccountDay {
  readonly statementOn: string;
  readonly currency: string;
}

function linesOf(books: Books, happened: BankEntry[], day: AccountDay, clockId: string | null): Line[] {
  const { statementOn, currency } = day;
  let lines = happened.filter((entry) => dateOf(entry.atMs) === statementOn).map(lineOf);
  for (const flaw of books.flaws) {
    const here = flaw.statementOn === statementOn && flaw.currency === currency;
    if (here && flaw.clockId === clockId) lines = flawed(lines, flaw);
  }
  return lines;
}

/** The lender's account in one currency for one day of one clock, with planted flaws if control set any; always consistent in itself. */
export function statementOf(books: Books, day: AccountDay, moment: Moment): BankStatement {
  const { statementOn, currency } = day;
  const all = books.happened(moment.clockId, moment.nowMs);
  const happened = all.filter((entry) => entry.currency === currency);
  const before = happened.filter((entry) => dateOf(entry.atMs) < statementOn);
  const opening = openingMinor + total(before);
  const lines = linesOf(books, happened, day, moment.clockId);
  return {
    statementOn,
    clockId: moment.clockId,
    currency,
    openingMinor: String(opening),
    closingMinor: String(opening + total(lines)),
    lineCount: lines.length,
    lines: lines.map((line, i) => ({ lineNo: i + 1, ...line })),
  };
}

const columns = [
  'lineNo',
  'bookedOn',
  'side',
  'kind',
  'amountMinor',
  'currency',
  'bankRef',
  'orderNo',
  'reference',
] as const;

const cell = (value: string | number | null) => `"${String(value ?? '').replaceAll('"', '""')}"`;

/** The same statement as the file a bank would put out, one line per entry. */
export function statementCsv(statement: BankStatement): string {
  const rows = statement.lines.map((line) => columns.map((column) => cell(line[column])).join(','));
  return `${[columns.join(','), ...rows].join('\r\n')}\r\n`;
}
