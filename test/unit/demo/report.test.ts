import { checkPortfolio } from '../../../demo/checks/portfolio';
import type { Ending } from '../../../demo/ending';
import { figure } from '../../../demo/report/layout';
import { portfolioTable } from '../../../demo/report/report';

type Applied = Parameters<typeof portfolioTable>[0][number];

/** Somebody who borrowed and repaid a part; what the sums do not read is left out. */
const borrowed = (currency: string, outMinor: string, backMinor: string): Applied => ({
  application: { currency },
  loan: {
    currency,
    status: 'active',
    disbursedMinor: outMinor,
    paid: { principal: backMinor, interest: '120', penalty: '0', compound: '0', fee: '0' },
    balances: {
      principalMinor: String(BigInt(outMinor) - BigInt(backMinor)),
      overdueMinor: '0',
      suspenseMinor: '0',
    },
  } as Partial<Ending['loan']> as Ending['loan'],
});
const cast = [
  borrowed('CNY', '100000', '40000'),
  borrowed('USD', '70000', '30000'),
  borrowed('JPY', '5000', '0'),
];
const lineOf = (name: string) =>
  portfolioTable(cast)
    .split('\n')
    .find((line) => line.startsWith(name))
    ?.slice(name.length)
    .trim()
    .split(/ {2,}/);

describe("the demo's report", () => {
  it('says amounts with the decimals of their currency', () => {
    expect(figure('123456789', 'CNY')).toBe('1,234,567.89');
    expect(figure(-5n, 'USD')).toBe('-0.05');
    expect(figure('1234567', 'JPY')).toBe('1,234,567');
  });

  it('sums each currency by itself', () => {
    expect(lineOf('portfolio')).toEqual(['CNY', 'USD', 'JPY']);
    expect(lineOf('applications')).toEqual(['1', '1', '1']);
    expect(lineOf('principal paid out')).toEqual(['1,000.00', '700.00', '5,000']);
    expect(lineOf('principal outstanding')).toEqual(['600.00', '400.00', '5,000']);
  });

  it('holds each currency against its own books', () => {
    const books = (currency: string, balanceMinor: string) => ({
      currency,
      accounts: [
        { code: '130301', balanceMinor },
        { code: '1002', balanceMinor: '7' },
      ],
    });
    const even = [books('CNY', '60000'), books('USD', '40000'), books('JPY', '5000')];
    expect(checkPortfolio(cast, even).wrong).toEqual([]);
    const mixed = [books('CNY', '100000'), books('USD', '0'), books('JPY', '5000')];
    expect(checkPortfolio(cast, mixed).wrong).toEqual([
      'CNY: owed 60000, in the books 100000',
      'USD: owed 40000, in the books 0',
    ]);
  });
});
