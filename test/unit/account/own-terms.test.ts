import { decodeAccountTerms, encodeAccountTerms } from '../../../contracts/account-terms';
import { QuoteRequest } from '../../../contracts/quote';
import type { LoanEvent } from '../../../domain/account/events';
import { sumOf } from '../../../domain/account/item';
import { fromDay } from '../../../domain/calendar/civil-day';
import { fromPercent } from '../../../domain/money/decimal';
import { quoteOf } from '../../../domain/quote/quote-of';
import { early, event, instalment, on, out, paid, planned, terms } from './sample';

/** 50,000.00 over six months from 10 January 2026 at 12%; a second payout of 20,000.00 is repaid over six months of its own. */
const byTerm = (schedule = {}, over = {}) =>
  terms({ schedule: { periods: 6, trancheTerm: 'full', ...schedule }, ...over });
const first = out('2026-01-10', 5_000_000n);
const second = (day: string) => out(day, 2_000_000n);
const rowsOf = (account: ReturnType<typeof on>) =>
  account.rows.map((row) => [fromDay(row.dueOn), row.charged.principal, row.charged.interest]);

function quoted(day: string, over: Partial<QuoteRequest> = {}) {
  const answer = quoteOf(
    QuoteRequest.parse({
      ...{ principalMinor: '5000000', disbursedOn: '2026-01-10', annualRatePercent: '12', periods: 6 },
      trancheTerm: 'full',
      events: [{ kind: 'payout', on: day, amountMinor: '2000000' }],
      ...over,
    }),
  );
  if (!answer.ok) throw new Error(answer.code);
  return answer.rows.map((row) => [row.dueOn, BigInt(row.principalMinor), BigInt(row.interestMinor)]);
}

describe('payouts with a term of their own', () => {
  it.each([
    ['equal-instalment', '2026-03-10'],
    ['equal-principal', '2026-03-10'],
    ['interest-only', '2026-03-10'],
    ['equal-principal', '2026-03-20'],
    ['interest-only', '2026-02-28'],
    ['equal-instalment', '2026-01-10'],
  ] as const)('stand in the account as in the quote: %s, paid out on %s', (kind, day) => {
    const account = on(day, byTerm({ method: { kind } }), [first, second(day)]);
    expect(rowsOf(account)).toEqual(quoted(day, { method: { kind } }));
  });

  it.each(['china', 'unequal-annuity'] as const)(
    'agree with the quote to the cent when paid out inside a period, by %s',
    (convention) => {
      const rounding = { mode: convention === 'china' ? 'half-up' : 'half-even', decimals: 2 } as const;
      const of = byTerm({ convention, dayCount: '30/360', interest: 'by-day', rounding });
      const account = rowsOf(on('2026-03-25', of, [first, second('2026-03-25')]));
      const quote = quoted('2026-03-25', { convention, dayCount: '30/360', interest: 'by-day' });
      expect(account.map(([dueOn]) => dueOn)).toEqual(quote.map(([dueOn]) => dueOn));
      account.forEach(([, principal, interest], index) => {
        const [, asked, borne] = quote[index] ?? [];
        expect(Math.abs(Number(principal) - Number(asked))).toBeLessThanOrEqual(2);
        expect(Math.abs(Number(interest) - Number(borne))).toBeLessThanOrEqual(2);
      });
    },
  );

  it('move maturity, and end with the youngest payout', () => {
    const late = paid('2026-12-31', 10_000_000n);
    const of = byTerm();
    const events = [first, second('2026-04-10')];
    expect(fromDay(on('2026-04-10', of, [first]).maturityOn!)).toBe('2026-07-10');
    const account = on('2026-04-10', of, events);
    expect(fromDay(account.maturityOn!)).toBe('2026-10-10');
    expect(planned(account).at(-1)?.charged.principal).toBeGreaterThan(300_000n);
    expect(on('2026-12-31', of, [...events, late]).status).toBe('settled');
  });

  it('begin anew when all that was lent before is repaid', () => {
    const all = early('2026-02-10', 6_000_000n, 'full');
    const account = on('2026-05-02', byTerm(), [first, all, second('2026-05-02')]);
    const rows = planned(account);
    expect(rows.map((row) => fromDay(row.dueOn))).toEqual([
      ...['2026-05-10', '2026-06-10', '2026-07-10', '2026-08-10', '2026-09-10', '2026-10-10'],
    ]);
    expect(rows.reduce((sum, row) => sum + row.charged.principal, 0n)).toBe(2_000_000n);
  });

  const inTime = [paid('2026-02-10', 862_742n), paid('2026-03-10', 862_742n), paid('2026-04-10', 1_207_838n)];
  const events = [first, second('2026-03-10'), ...inTime];
  const afterwards = (of: ReturnType<typeof terms>, more: readonly LoanEvent[], day = '2026-04-01') =>
    on(day, of, [...events, ...more]);

  it('each get a new instalment from a new rate', () => {
    const rate = event('2026-03-10', { type: 'rate_changed', annualRate: fromPercent('6'), reason: 'lpr' });
    const rows = planned(afterwards(byTerm(), [rate], '2026-03-10'));
    // 33,663.89 over four months and 20,000.00 over six, both at 0.5% a month.
    expect(instalment(rows[0])).toBe(852_143n + 339_191n);
    expect(instalment(rows[4])).toBe(339_191n);
    expect(rows).toHaveLength(6);
  });

  it('share an early repayment in proportion, by instalment or by term', () => {
    const lower = afterwards(byTerm(), [early('2026-04-10', 1_000_000n, 'lower-instalment')], '2026-04-10');
    const shorter = afterwards(byTerm(), [early('2026-04-10', 1_000_000n, 'shorter-term')], '2026-04-10');
    const plain = planned(afterwards(byTerm(), [], '2026-04-10'));
    expect(planned(lower)).toHaveLength(plain.length);
    expect(instalment(planned(lower)[0])).toBeLessThan(instalment(plain[0])!);
    expect(planned(shorter).length).toBeLessThan(plain.length);
    expect(instalment(planned(shorter)[0])).toBe(instalment(plain[0]));
  });

  it('are lengthened together, deferred together, and become one when the rest is repaid afresh', () => {
    const longer = planned(afterwards(byTerm(), [event('2026-03-20', { type: 'extended', periods: 3 })]));
    expect(longer).toHaveLength(9);
    const moved = event('2026-03-20', { type: 'deferred', periods: 1, interest: 'runs' });
    const deferred = planned(afterwards(byTerm(), [moved]));
    expect(deferred.map((row) => fromDay(row.dueOn)).slice(0, 2)).toEqual(['2026-05-10', '2026-06-10']);
    expect(deferred).toHaveLength(6);
    const one = planned(afterwards(byTerm(), [event('2026-03-20', { type: 'reamortised', periods: 4 })]));
    expect(one).toHaveLength(4);
    expect(instalment(one[1])).toBe(instalment(one[2]));
  });

  it('bear what really accrued where interest is computed by day', () => {
    const of = byTerm({ interest: 'by-day' }, { recalculation: 'daily' });
    const account = afterwards(of, [], '2026-07-01');
    expect(sumOf(account.totals.charged)).toBeGreaterThan(7_000_000n);
    expect(account.rows.reduce((sum, row) => sum + row.charged.principal, 0n)).toBe(7_000_000n);
  });

  it('are part of the terms that a loan is stored with', () => {
    const json = encodeAccountTerms(byTerm());
    expect(json.schedule.trancheTerm).toBe('full');
    expect(decodeAccountTerms(json)).toEqual(byTerm());
    const flat = { ...json, schedule: { ...json.schedule, method: { kind: 'flat' } } };
    expect(() => decodeAccountTerms(flat)).toThrow();
  });
});
