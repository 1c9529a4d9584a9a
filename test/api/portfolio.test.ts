import { closeDay } from '../../activities/close/close-day';
import { databaseClock } from '../../api/clock';
import { fromDay, toDay } from '../../domain/calendar/civil-day';
import { terms } from '../unit/account/sample';
import { bookOn, clockedLoan } from './support/loan-desk';
import { bearer, startTestApi, type TestApi } from './support/test-api';

/** Goal: what the close of business finds out about a portfolio and each loan can be read by those who keep the books. */
let api: TestApi;
let auditor: string;
let officer: string;
let late: { loanId: string; applicationId: string; clockId: string };
const until = '2026-04-30';

beforeAll(async () => {
  api = await startTestApi({ clock: { now: (clockId) => databaseClock(api.db).now(clockId) } });
  auditor = await api.token('auditor', 'auditor1');
  officer = await api.token('officer', 'officer1');
  const me = await api.token('applicant', 'me');
  late = await clockedLoan(api, me, { terms: terms(), serial: 950, now: new Date(`${until}T02:00:00Z`) });
  const out = { payoutId: 'out_late', amountMinor: '10000000', withheldMinor: '0' };
  await bookOn(api, late, '2026-01-10', { type: 'disbursed', ...out });
  await bookOn(api, late, '2026-02-10', { type: 'repaid', paymentId: 'pay_1', amountMinor: '888488' });
  const scope = { clockId: late.clockId };
  for (let day = toDay('2026-02-09'); day <= toDay(until); day++)
    await closeDay(api.db, { on: fromDay(day), ...scope }, new Date(`${fromDay(day)}T16:10:00Z`), {
      parallel: 2,
      alive: () => undefined,
    });
});
afterAll(() => api.close());

const get = async (url: string, token = auditor) => {
  const answer = await api.app.inject({ url: `/v1${url}`, headers: bearer(token) });
  return { status: answer.statusCode, body: answer.json() };
};

describe('the portfolio', () => {
  it('is cut by product, branch, bucket, class and stage, on any closed date', async () => {
    const on = (asOf: string) => get(`/portfolio/snapshot?clockId=${late.clockId}&asOf=${asOf}`);
    const { body } = await on(until);
    expect(body.closedOn).toBe(until);
    expect(body.rows).toMatchObject([
      { currency: 'CNY', bucket: 'M2', fiveClass: 'special_mention', stage: 2, loans: 1 },
    ]);
    expect(BigInt(body.rows[0].lossMinor)).toBeGreaterThan(0n);
    expect(body.rows[0].principalMinor).toBe('9211512');
    expect((await on('2026-03-01')).body.rows).toMatchObject([{ bucket: 'M0', fiveClass: 'pass', stage: 1 }]);
    expect((await on('2025-12-31')).body).toMatchObject({ closedOn: null, rows: [] });
  });

  it('tells what moved between buckets in a month, as shares of what was there', async () => {
    const { body } = await get(`/portfolio/rolls?clockId=${late.clockId}`);
    expect(body.monthEnd).toBe(until);
    expect(body.rows).toMatchObject([
      { fromBucket: 'M1', toBucket: 'M2', loans: 1, ratePercent: '100.0000' },
    ]);
    const before = await get(`/portfolio/rolls?clockId=${late.clockId}&monthEnd=2026-03-31`);
    expect(before.body.rows).toMatchObject([{ fromBucket: 'M0', toBucket: 'M1' }]);
  });

  it('is for those who may read the books, and never mixes clocks', async () => {
    expect((await get('/portfolio/snapshot', officer)).status).toBe(403);
    expect((await get(`/loans/${late.loanId}/standing`, officer)).status).toBe(403);
    expect((await get('/portfolio/snapshot')).body).toMatchObject({ clockId: null, rows: [] });
  });
});

describe('the standing of a loan', () => {
  it('has class, stage, expected loss and the last 24 months', async () => {
    const { body } = await get(`/loans/${late.loanId}/standing`);
    expect(body).toMatchObject({
      closedOn: until,
      daysOverdue: 51,
      bucket: 'M2',
      ownClass: 'special_mention',
      fiveClass: 'special_mention',
      stage: 2,
      months24: `${'/'.repeat(21)}N12`,
      months24Until: until,
    });
    const early = await get(`/loans/${late.loanId}/standing?asOf=2026-03-15`);
    expect(early.body).toMatchObject({ closedOn: '2026-03-15', daysOverdue: 5, fiveClass: 'pass' });
    expect(early.body.months24).toBe(`${'/'.repeat(23)}N`);
    expect((await get(`/loans/${late.loanId}/standing?asOf=2025-01-01`)).status).toBe(404);
  });
});
