import { buffer } from 'node:stream/consumers';
import { Workbook } from 'exceljs';
import { asXlsx } from '../../../api/lists/as-xlsx';
import { amount, type Column, text } from '../../../api/lists/column';

interface Line {
  name: string;
  minor: bigint;
}
const COLUMNS: readonly Column<Line>[] = [
  { key: 'name', names: { zh: '客户', en: 'Customer' }, cell: ({ name }) => text(name) },
  { key: 'amount', names: { zh: '金额', en: 'Amount' }, cell: ({ minor }) => amount(minor) },
];

async function* lines(count: number): AsyncGenerator<Line> {
  for (let n = 1; n <= count; n++) yield { name: `王${n}`, minor: BigInt(n * 100) };
}

/** The sheets of a workbook of so many rows, three to a sheet: name, and what each row holds. */
async function sheetsOf(count: number): Promise<[string, unknown[]][]> {
  const reader = { locale: 'zh-CN', product: (code: string) => code } as const;
  const file = await buffer(asXlsx(COLUMNS, reader, lines(count), { sheetName: '贷款', sheetRows: 3 }));
  const book = new Workbook();
  await book.xlsx.load(new Uint8Array(file).buffer);
  return book.worksheets.map((sheet) => [
    sheet.name,
    Array.from({ length: sheet.actualRowCount }, (_, row) =>
      [1, 2].map((column) => sheet.getRow(row + 1).getCell(column).value),
    ),
  ]);
}

const HEAD = ['客户', '金额'];

describe('a list as a workbook', () => {
  it('is one sheet while that holds all its rows', async () => {
    expect(await sheetsOf(3)).toEqual([['贷款', [HEAD, ['王1', 1], ['王2', 2], ['王3', 3]]]]);
    expect(await sheetsOf(0)).toEqual([['贷款', [HEAD]]]);
  });

  it('goes on in a further sheet with its own headings where one is full', async () => {
    expect(await sheetsOf(7)).toEqual([
      ['贷款', [HEAD, ['王1', 1], ['王2', 2], ['王3', 3]]],
      ['贷款 2', [HEAD, ['王4', 4], ['王5', 5], ['王6', 6]]],
      ['贷款 3', [HEAD, ['王7', 7]]],
    ]);
  });
});
