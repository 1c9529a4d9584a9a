import { QuoteRequest, type QuoteResult } from '../../../contracts/quote';
import { quoteOf } from '../../../domain/quote/quote-of';

const terms = {
  convention: 'unequal-annuity',
  currency: 'EUR',
  principalMinor: '10000',
  disbursedOn: '2024-01-01',
  annualRatePercent: '9.4822',
  periods: 6,
  dayCount: '30/360',
  rounding: { mode: 'half-even', decimals: 2 },
  trancheTerm: 'full',
} satisfies QuoteRequest;
const followed = { recalculation: { kind: 'by-payment-day' } } satisfies Partial<QuoteRequest>;
const china = { ...terms, convention: 'china', rounding: undefined } satisfies QuoteRequest;

function ask(request: Partial<QuoteRequest>): QuoteResult {
  const answer = quoteOf(QuoteRequest.parse({ ...terms, ...request }));
  if (!answer.ok) throw new Error(answer.code);
  return answer;
}
const plan = (request: Partial<QuoteRequest>) =>
  ask(request).rows.map((row) => [row.dueOn.slice(5), row.principalMinor, row.interestMinor, row.totalMinor]);
const second = (on: string) => ({ kind: 'payout', on, amountMinor: '10000' }) as const;

describe('payouts with a full term each, as published tables have them', () => {
  it('adds the rows of a payout on a due date and one more row at the end', () => {
    const expected = [
      ['02-01', '1634', '79', '1713'],
      ['03-01', '3281', '145', '3426'],
      ['04-01', '3307', '119', '3426'],
      ['05-01', '3333', '93', '3426'],
      ['06-01', '3359', '67', '3426'],
      ['07-01', '3386', '40', '3426'],
      ['08-01', '1700', '13', '1713'],
    ];
    expect(plan({ events: [second('2024-02-01')] })).toEqual(expected);
    expect(plan({ ...followed, asOf: '2024-02-01', events: [second('2024-02-01')] })).toEqual(expected);
  });

  it('charges a payout inside a period from its day, beside interest on what is overdue', () => {
    expect(plan({ ...followed, asOf: '2024-02-15', events: [second('2024-02-15')] })).toEqual([
      ['02-01', '1634', '79', '1713'],
      ['03-01', '3307', '113', '3420'],
      ['04-01', '3301', '119', '3420'],
      ['05-01', '3327', '93', '3420'],
      ['06-01', '3353', '67', '3420'],
      ['07-01', '3386', '40', '3426'],
      ['08-01', '1692', '13', '1705'],
    ]);
  });

  it('keeps both instalments when the first row was paid in time', () => {
    const events = [
      { kind: 'payment', on: '2024-02-01', amountMinor: '1713' } as const,
      second('2024-02-15'),
    ];
    expect(plan({ ...followed, asOf: '2024-02-15', events })).toEqual([
      ['02-01', '1634', '79', '1713'],
      ['03-01', '3313', '107', '3420'],
      ['04-01', '3301', '119', '3420'],
      ['05-01', '3327', '93', '3420'],
      ['06-01', '3353', '67', '3420'],
      ['07-01', '3380', '40', '3420'],
      ['08-01', '1692', '13', '1705'],
    ]);
  });

  it('moves no maturity when both are paid out in the first period', () => {
    const totals = plan({ events: [second('2024-01-15')] }).map((row) => row[3]);
    expect(totals).toEqual(Array(6).fill('3420'));
  });
});

describe('payouts with a full term each, by any method that shares rows', () => {
  it.each(['equal-principal', 'interest-only'] as const)('repays each over six rows: %s', (kind) => {
    const later = [second('2024-02-15'), second('2024-05-01')];
    const principal = plan({ ...china, method: { kind }, events: later }).map((row) => BigInt(row[1] ?? 0));
    const each = kind === 'interest-only' ? [0, 0, 0, 0, 0, 10000] : [1667, 1667, 1667, 1667, 1667, 1665];
    const expected = [0, 1, 4].reduce(
      (sum, start) => sum.map((have, at) => have + (each[at - start] ?? 0)),
      Array<number>(10).fill(0),
    );
    expect(principal).toEqual(expected.map(BigInt));
  });

  it('gives each payout its own new instalment when the rate changes', () => {
    const rate = { kind: 'rate', on: '2024-03-01', annualRatePercent: '12' } as const;
    const rows = plan({ events: [second('2024-02-01'), rate] });
    const alone = (on: string, events: QuoteRequest['events']) =>
      plan({ disbursedOn: on, events, trancheTerm: 'remaining' }).map((row) => BigInt(row[3] ?? 0));
    const [one, two] = [alone('2024-01-01', [rate]), alone('2024-02-01', [rate])];
    const sums = Array.from({ length: 7 }, (_, at) => (one[at] ?? 0n) + (two[at - 1] ?? 0n));
    rows.forEach((row, at) => {
      expect(Math.abs(Number(BigInt(row[3] ?? 0) - (sums[at] ?? 0n)))).toBeLessThanOrEqual(1);
    });
  });

  it.each([
    ['/method', { method: { kind: 'bullet' } }],
    ['/convention', { convention: 'constant-rate' }],
    ['/grace', { grace: { principalPeriods: 1 } }],
    ['/recalculation', { ...followed, method: { kind: 'equal-principal' } }],
  ] as const)('refuses what it does not suit: %s', (pointer, request) => {
    const answer = quoteOf(QuoteRequest.parse({ ...terms, ...request }));
    expect(answer).toMatchObject({ ok: false, code: 'FULL_TERM_NOT_ALLOWED', pointer });
  });
});

describe('a payment in advance in equal parts for every row', () => {
  const free = { annualRatePercent: '0', trancheTerm: 'remaining', principalMinor: '60000' } as const;
  const paid = (amountMinor: string, future: 'every-row' | 'next-row') =>
    ask({
      ...free,
      allocation: { future },
      events: [{ kind: 'payment', on: '2024-02-01', amountMinor }],
    }).rows.map((row) => row.paidMinor);

  it('settles what is due first, and leaves the odd cents with the last row', () => {
    expect(paid('20003', 'next-row')).toEqual(['10000', '10000', '3', '0', '0', '0']);
    expect(paid('20003', 'every-row')).toEqual(['10000', '2000', '2000', '2000', '2000', '2003']);
  });

  it('says what nobody can take', () => {
    const events = [{ kind: 'payment', on: '2024-02-01', amountMinor: '60001' } as const];
    const answer = ask({ ...free, allocation: { future: 'every-row' }, events });
    expect(answer.rows.map((row) => row.outstandingMinor)).toEqual(Array(6).fill('0'));
    expect(answer.overpaidMinor).toBe('1');
  });

  it('lowers the interest of the rows to come when interest follows what is paid', () => {
    const interest = (future: 'every-row' | 'next-row') =>
      Number(
        ask({
          ...followed,
          trancheTerm: 'remaining',
          asOf: '2024-02-01',
          allocation: { due: ['principal', 'interest', 'fee', 'penalty'], future },
          events: [{ kind: 'payment', on: '2024-02-01', amountMinor: '4713' }],
        }).totals.interestMinor,
      );
    expect(interest('every-row')).toBeLessThan(278);
  });
});
