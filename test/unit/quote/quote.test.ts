import { spawnSync } from 'node:child_process';
import { QuoteRequest, QuoteResult } from '../../../contracts/quote';
import { quoteOf } from '../../../domain/quote/quote-of';

const loan: QuoteRequest = {
  principalMinor: '10000000',
  disbursedOn: '2026-01-15',
  annualRatePercent: '12',
  periods: 12,
};

const ask = (over: Partial<QuoteRequest> = {}) => quoteOf(QuoteRequest.parse({ ...loan, ...over }));

function answer(over: Partial<QuoteRequest> = {}) {
  const result = ask(over);
  if (!result.ok) throw new Error(result.code);
  return result;
}

describe('quote', () => {
  it('answers in the form of the contract', () => {
    const result = answer({ cap: { annualPercent: '12', basis: 'simple' } });
    expect(QuoteResult.parse(result)).toEqual(result);
    expect(result.instalmentMinor).toBe('888488');
    expect(result.totals).toMatchObject({ principalMinor: '10000000', interestMinor: '661853' });
    expect(result.cost).toMatchObject({ simpleAnnualPercent: '11.999974', cap: { passes: true } });
  });

  it('replays payments, charges and rate changes by their dates, whatever their order', () => {
    const events: NonNullable<QuoteRequest['events']> = [
      { kind: 'payment', on: '2026-02-20', amountMinor: '500000' },
      { kind: 'charge', on: '2026-02-10', amountMinor: '2000', as: 'penalty' },
      { kind: 'rate', on: '2026-03-15', annualRatePercent: '10' },
      { kind: 'payment', on: '2026-02-15', amountMinor: '400000' },
      { kind: 'payout', on: '2026-03-01', amountMinor: '1000000' },
    ];
    const forward = answer({ events, asOf: '2026-04-01', recalculation: { kind: 'by-payment-day' } });
    const backward = answer({
      events: events.toReversed(),
      asOf: '2026-04-01',
      recalculation: { kind: 'by-payment-day' },
    });
    expect(backward).toEqual(forward);
    expect(forward.rows[0]).toMatchObject({
      penaltyMinor: '2000',
      outstandingMinor: '0',
      paidOn: '2026-02-20',
    });
    expect(forward.totals.paidMinor).toBe('900000');
    expect(forward.totals.principalMinor).toBe('11000000');
  });

  it('keeps what nobody owes apart', () => {
    const result = answer({ events: [{ kind: 'payment', on: '2026-02-15', amountMinor: '99999999' }] });
    expect(result.totals.outstandingMinor).toBe('0');
    expect(BigInt(result.overpaidMinor) + BigInt(result.totals.paidMinor)).toBe(99_999_999n);
  });

  it('can settle the last row first', () => {
    const payment = { kind: 'payment' as const, on: '2026-01-20', amountMinor: '888485' };
    const { rows } = answer({ events: [payment], allocation: { future: 'last-row' } });
    expect(rows[11]).toMatchObject({ outstandingMinor: '0', paidInAdvanceMinor: '888485' });
    expect(rows[0]).toMatchObject({ paidMinor: '0' });
  });

  const calendar = {
    publishedFrom: '2026-01-01',
    publishedThrough: '2026-12-31',
    holidays: [],
    makeUpWorkdays: [],
  };
  it.each<[string, string, Partial<QuoteRequest>]>([
    ['CALENDAR_NOT_PUBLISHED', '/holiday/calendar/publishedThrough', { holiday: { rule: 'next', calendar } }],
    [
      'QUESTION_TOO_LARGE',
      '/events',
      {
        periods: 360,
        recalculation: { kind: 'by-payment-day' },
        events: Array.from({ length: 420 }, () => ({
          kind: 'payment' as const,
          on: '2026-02-15',
          amountMinor: '1',
        })),
      },
    ],
    ['ROUNDING_TOO_FINE', '/rounding/decimals', { rounding: { mode: 'half-up', decimals: 3 } }],
    ['FIRST_DUE_TOO_EARLY', '/firstDueOn', { firstDueOn: '2026-01-15' }],
    ['BALLOON_TOO_LARGE', '/method/balloonMinor', { method: { kind: 'balloon', balloonMinor: '10000001' } }],
    ['NO_ROWS_FOR_PRINCIPAL', '/grace/principalPeriods', { grace: { principalPeriods: 12 } }],
    [
      'EVENT_BEFORE_DISBURSEMENT',
      '/events/0/on',
      { events: [{ kind: 'payment', on: '2026-01-14', amountMinor: '1' }] },
    ],
    [
      'PAYOUT_AFTER_MATURITY',
      '/events/0/on',
      { events: [{ kind: 'payout', on: '2027-01-15', amountMinor: '1' }] },
    ],
    [
      'CUSTOM_PRINCIPAL_MISMATCH',
      '/method/rows',
      { method: { kind: 'custom', rows: [{ dueOn: '2026-02-15', principalMinor: '1' }] } },
    ],
    [
      'FIRST_DUE_RULE_NOT_ALLOWED',
      '/dueDay/first',
      { dueDay: { mode: 'fixed-day', dayOfMonth: 20, first: 'after-whole-period' } },
    ],
  ])('refuses with %s', (code, pointer, over) => {
    expect(ask(over)).toMatchObject({ ok: false, code, pointer });
  });

  it('flags dates beyond the calendar when asked to', () => {
    const holiday = { rule: 'next' as const, calendar, beyondPublished: 'flag' as const };
    expect(answer({ holiday }).unpublishedDueDates).toEqual(['2027-01-15']);
  });
});

describe('npm run quote', () => {
  const run = (input: string) =>
    spawnSync('npx', ['tsx', 'tools/quote.ts'], { input, encoding: 'utf8' })
      .stdout.trim()
      .split('\n')
      .map((line) => JSON.parse(line));

  it('gives one answer per line, an error in the place of a bad one', () => {
    const answers = run(
      `${JSON.stringify(loan)}\nnot json\n{"principalMinor":5,"rate":1}\n\n${JSON.stringify(loan)}\n`,
    );
    expect(answers.map((line) => line.ok)).toEqual([true, false, false, true]);
    expect(answers[1].code).toBe('INVALID_JSON');
    expect(answers[2].errors[0]).toMatchObject({ pointer: '/principalMinor' });
    expect(answers[2].errors).toContainEqual({ pointer: '/rate', message: 'unknown field' });
  });

  it('reads one object that spans lines', () => {
    expect(run(JSON.stringify(loan, null, 2))).toMatchObject([{ ok: true, instalmentMinor: '888488' }]);
  });
});
