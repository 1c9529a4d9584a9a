import { QuoteRequest, type QuoteResult } from '../../../contracts/quote';
import { quoteOf } from '../../../domain/quote/quote-of';

const terms = {
  principalMinor: '10000000',
  disbursedOn: '2026-01-15',
  annualRatePercent: '12',
  periods: 12,
  dueAt: 'period-start',
} satisfies QuoteRequest;

function ask(over: Partial<QuoteRequest> = {}): QuoteResult {
  const answer = quoteOf(QuoteRequest.parse({ ...terms, ...over }));
  if (!answer.ok) throw new Error(answer.code);
  return answer;
}
const sum = (answer: QuoteResult, of: 'principalMinor' | 'interestMinor') =>
  answer.rows.reduce((total, row) => total + BigInt(row[of]), 0n);

describe('instalments at the start of each period (期初付)', () => {
  it('asks P·r ÷ (1 − (1+r)^−n) ÷ (1+r), the first of them with the payout and without interest', () => {
    const { rows, instalmentMinor, cost } = ask();
    // 8,884.878868 ÷ 1.01
    expect(instalmentMinor).toBe('879691');
    expect(rows).toHaveLength(12);
    expect(rows.map(({ dueOn }) => dueOn).slice(0, 3)).toEqual(['2026-01-15', '2026-02-15', '2026-03-15']);
    expect(rows.at(-1)?.dueOn).toBe('2026-12-15');
    expect(rows[0]).toMatchObject({
      days: 0,
      principalMinor: '879691',
      interestMinor: '0',
      balanceMinor: '9120309',
    });
    expect(rows[1]).toMatchObject({ interestMinor: '91203', principalMinor: '788488', totalMinor: '879691' });
    expect(rows.slice(0, 11).every(({ totalMinor }) => totalMinor === '879691')).toBe(true);
    expect(Math.abs(Number(rows[11]?.totalMinor) - 879_691)).toBeLessThan(12);
    expect(sum({ ...ask() }, 'principalMinor')).toBe(10_000_000n);
    // Fewer days of use cost less money, at the very same rate.
    expect(Number(cost?.simpleAnnualPercent)).toBeCloseTo(12, 3);
    expect(sum(ask(), 'interestMinor')).toBeLessThan(661_853n);
  });

  it.each(['china', 'unequal-annuity', 'constant-rate'] as const)(
    'repays all with equal amounts by the convention %s',
    (convention) => {
      const answer = ask({ convention, dayCount: '30/360', interest: 'by-day' });
      expect(sum(answer, 'principalMinor')).toBe(10_000_000n);
      expect(answer.rows[0]?.interestMinor).toBe('0');
      const totals = answer.rows.map(({ totalMinor }) => Number(totalMinor));
      expect(Math.max(...totals) - Math.min(...totals)).toBeLessThan(12);
      expect(Math.abs((totals[0] ?? 0) - 879_691)).toBeLessThan(2);
    },
  );

  it('asks equal parts of principal, the first of them alone', () => {
    const { rows } = ask({ method: { kind: 'equal-principal' }, periods: 4 });
    expect(rows.map(({ principalMinor }) => principalMinor)).toEqual(Array(4).fill('2500000'));
    expect(rows.map(({ interestMinor }) => interestMinor)).toEqual(['0', '75000', '50000', '25000']);
  });

  it('counts fixed due days from the payout on, odd days on top', () => {
    const { rows } = ask({
      dueDay: { mode: 'fixed-day', dayOfMonth: 20, first: 'next-month' },
      periods: 3,
      annualRatePercent: '0',
    });
    expect(rows.map(({ dueOn }) => dueOn)).toEqual(['2026-01-15', '2026-02-20', '2026-03-20']);
  });

  it('lays the rest again when the rate changes, and takes what is paid on the first day', () => {
    const { rows } = ask({
      events: [
        { kind: 'payment', on: '2026-01-15', amountMinor: '879691' },
        { kind: 'rate', on: '2026-04-15', annualRatePercent: '6' },
      ],
    });
    expect(rows[0]).toMatchObject({ paidMinor: '879691', outstandingMinor: '0', paidLateMinor: '0' });
    expect(rows[3]?.totalMinor).toBe('879691');
    expect(Number(rows[4]?.totalMinor)).toBeLessThan(879_691);
    expect(sum(ask(), 'principalMinor')).toBe(10_000_000n);
  });

  it('bears nothing where nothing is charged', () => {
    const { rows } = ask({ annualRatePercent: '0', periods: 4 });
    expect(rows.map(({ totalMinor }) => totalMinor)).toEqual(Array(4).fill('2500000'));
  });

  it.each([
    ['/method', { method: { kind: 'interest-only' } }],
    ['/method', { method: { kind: 'balloon', balloonMinor: '100' } }],
    ['/periods', { periods: 1 }],
    ['/grace', { grace: { principalPeriods: 1 } }],
    ['/trancheTerm', { trancheTerm: 'full' }],
  ] as const)('refuses what would take interest in advance or nothing at all: %s', (pointer, over) => {
    const answer = quoteOf(QuoteRequest.parse({ ...terms, ...over }));
    expect(answer).toMatchObject({ ok: false, code: 'PERIOD_START_NOT_ALLOWED', pointer });
  });
});
