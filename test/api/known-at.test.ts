import { loanDays } from '../../db/schema/close';
import { terms } from '../unit/account/sample';
import { bookOn, clockedLoan } from './support/loan-desk';
import { bearer, startTestApi, type TestApi } from './support/test-api';

/** Goal: a past day can be shown with all that is known today, and as it was known then. */
let api: TestApi;
let officer: string;
let loan: { loanId: string; applicationId: string; clockId: string };

beforeAll(async () => {
  api = await startTestApi({ clock: { now: async () => new Date('2026-04-02T02:00:00Z') } });
  officer = await api.token('officer', 'officer1');
  const me = await api.token('applicant', 'me');
  loan = await clockedLoan(api, me, { terms: terms(), serial: 961, now: new Date('2026-04-02T02:00:00Z') });
  const out = { payoutId: 'out_known', amountMinor: '10000000', withheldMinor: '0' };
  await bookOn(api, loan, '2026-01-10', { type: 'disbursed', ...out });
  // The first instalment was paid in time at the counter; the books learn of it in April.
  const paid = { type: 'repaid', paymentId: 'pay_late_news', amountMinor: '888488' } as const;
  await bookOn(api, loan, '2026-04-01', paid, '2026-02-10');
});
afterAll(() => api.close());

const read = async (path: string) => {
  const answer = await api.app.inject({ url: `/v1/loans/${loan.loanId}${path}`, headers: bearer(officer) });
  return { status: answer.statusCode, ...answer.json() };
};

describe('a day before a backdated payment was booked', () => {
  it('shows the payment by what is known today', async () => {
    expect(await read('?asOf=2026-03-05')).toMatchObject({
      ...{ asOf: '2026-03-05', knownAt: '2026-04-02', daysOverdue: 0, status: 'active' },
      balances: { principalMinor: '9211512', overdueMinor: '0', penaltyMinor: '0' },
    });
  });

  it('does not by what was known then', async () => {
    const then = await read('?asOf=2026-03-05&knownAt=2026-03-05');
    expect(then).toMatchObject({
      ...{ asOf: '2026-03-05', knownAt: '2026-03-05', daysOverdue: 23, status: 'overdue' },
      balances: { principalMinor: '10000000' },
    });
    expect(BigInt(then.balances.penaltyMinor)).toBeGreaterThan(0n);
    expect(await read('?asOf=2026-03-05&knownAt=2026-03-31')).toMatchObject({ daysOverdue: 23 });
    expect(await read('?asOf=2026-03-05&knownAt=2026-04-01')).toMatchObject({ daysOverdue: 0 });
  });

  it('has bucket and class of that day, not of today', async () => {
    const { rows } = await api.pool.query('select bucket, five_class from loans where id = $1', [
      loan.loanId,
    ]);
    const [today] = rows;
    expect(await read('')).toMatchObject({ bucket: today.bucket, fiveClass: today.five_class });
    expect(await read('?asOf=2026-03-05')).toMatchObject({ bucket: 'M0', fiveClass: 'pass' });
    const known = '?asOf=2026-03-05&knownAt=2026-03-05';
    expect(await read(known)).toMatchObject({ bucket: 'M1', fiveClass: 'special_mention' });
    const closed = (fiveClass: number) => ({
      ...{ closedOn: '2026-03-04', loanId: loan.loanId, clockId: loan.clockId, bookId: 1, status: 'overdue' },
      ...{ principalMinor: 10_000_000n, exposureMinor: 10_000_000n, overdueMinor: 888_488n, lossMinor: 0n },
      ...{ daysOverdue: 22, bucket: 'M1', ownClass: 1, fiveClass, onTimePeriods: 0, stage: 1 },
      ...{ dueInMonth: true, lateInMonth: true },
    });
    await api.db.insert(loanDays).values(closed(2));
    expect(await read('?asOf=2026-03-04')).toMatchObject({ fiveClass: 'substandard' });
    expect(await read(known)).toMatchObject({ bucket: 'M1', fiveClass: 'substandard' });
    expect(await read('?asOf=2026-03-03')).toMatchObject({ fiveClass: 'pass' });
    expect(await read('?asOf=2027-03-03')).toMatchObject({ bucket: 'M6+', fiveClass: 'doubtful' });
  });

  it('has its plan in both ways, and refuses what is no day', async () => {
    const first = async (query: string) => (await read(`/schedule${query}`)).rows[0].standing;
    expect(await first('?asOf=2026-03-05')).toBe('cleared');
    expect(await first('?asOf=2026-03-05&knownAt=2026-03-05')).toBe('overdue');
    expect((await read('?knownAt=yesterday')).status).toBe(400);
  });
});
