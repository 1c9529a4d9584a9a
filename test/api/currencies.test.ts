import { databaseClock } from '../../api/clock';
import { newId } from '../../contracts/ids';
import { terms } from '../unit/account/sample';
import { bookOn, clockedLoan } from './support/loan-desk';
import { bearer, startTestApi, type TestApi } from './support/test-api';

/** Goal: a lender of several currencies finds the books, figures and rows of each; one who lends in one alone need not ask for it. */
let api: TestApi;
const [mixed, yen] = [newId('clk'), newId('clk')];
const now = new Date('2026-02-20T02:00:00Z');
const loans: Record<string, string> = {};

beforeAll(async () => {
  api = await startTestApi({ clock: { now: (clockId) => databaseClock(api.db).now(clockId) } });
  const applicant = await api.token('applicant', 'me');
  const lend = async (serial: number, clockId: string, currency: 'CNY' | 'JPY' | 'HKD') => {
    const agreed = terms({ schedule: { currency, ...(currency === 'JPY' && { rounding: WHOLE }) } });
    const loan = await clockedLoan(api, applicant, { terms: agreed, serial, now, clockId });
    await api.pool.query('update applications set currency = $1 where id = $2', [
      currency,
      loan.applicationId,
    ]);
    const paidOut = { payoutId: `out_${serial}`, amountMinor: '10000000', withheldMinor: '0' };
    await bookOn(api, loan, '2026-01-10', { type: 'disbursed', ...paidOut });
    loans[`${serial}`] = loan.loanId;
  };
  await lend(801, mixed, 'JPY');
  await lend(802, mixed, 'CNY');
  await lend(803, mixed, 'HKD');
  await lend(804, yen, 'JPY');
});
afterAll(() => api.close());

const WHOLE = { mode: 'half-up', decimals: 0 } as const;
const read = async (url: string, role = 'risk_manager') =>
  (await api.app.inject({ url: `/v1${url}`, headers: bearer(await api.token(role)) })).json();

describe('the books', () => {
  it('name their accounts, and their currencies with the yuan first', async () => {
    const books = await read(`/ledger/books?clockId=${mixed}`);
    expect(books).toMatchObject({ clockId: mixed, currencies: ['CNY', 'HKD', 'JPY'] });
    expect(books.accounts).toContainEqual({
      ...{ code: '101201', kind: 'asset' },
      names: { zh: expect.stringMatching(/\p{Script=Han}/u), en: expect.stringMatching(/^[A-Z]/) },
    });
    expect(await read(`/ledger/books?clockId=${yen}`)).toMatchObject({ currencies: ['JPY'] });
    expect(await read('/ledger/books')).toMatchObject({ clockId: null, currencies: [] });
    expect(await read('/ledger/books', 'officer')).toMatchObject({ status: 403 });
  });

  it('are those of the currency asked for, else of their first', async () => {
    for (const [query, currency] of [
      [`clockId=${mixed}`, 'CNY'],
      [`clockId=${mixed}&currency=HKD`, 'HKD'],
      [`clockId=${yen}`, 'JPY'],
      ['asOf=2026-02-20', 'CNY'],
    ]) {
      const sum = query?.includes('clockId') ? '10000000' : '0';
      const balance = await read(`/ledger/trial-balance?${query}`);
      expect([query, balance.currency, balance.debitMinor]).toEqual([query, currency, sum]);
      const proof = await read(`/ledger/proof?${query}`);
      expect([query, proof.currency, proof.debitMinor, proof.ok]).toEqual([query, currency, sum, true]);
    }
  });
});

describe('rows of one currency', () => {
  it('are entries, loans and applications of that alone', async () => {
    const of = async (path: string) =>
      (await read(path)).data.map((row: { currency: string }) => row.currency).sort();
    const days = `clockId=${mixed}&from=2026-01-01&to=2026-01-31`;
    expect(await of(`/ledger/entries?${days}`)).toEqual(['CNY', 'HKD', 'JPY']);
    expect(await of(`/ledger/entries?${days}&currency=JPY`)).toEqual(['JPY']);
    for (const list of ['loans', 'applications']) {
      expect(await of(`/${list}?clockId=${mixed}&where=currency.is.JPY,HKD`)).toEqual(['HKD', 'JPY']);
      expect(await of(`/${list}?clockId=${mixed}&where=currency.not.CNY&where=currency.is.JPY`)).toEqual([
        'JPY',
      ]);
    }
    const [one] = (await read(`/loans?clockId=${mixed}&where=currency.is.JPY`)).data;
    expect(one.id).toBe(loans['801']);
  });
});

describe('what a close finds', () => {
  it('is in the currency of the loan that it is about', async () => {
    const run = newId('run');
    await api.pool.query(
      `insert into close_runs (id, closed_on, partitions, status, opened_at, finished_at)
       values ($1, '2026-02-19', 1, 'differs', now(), now())`,
      [run],
    );
    await api.pool.query(
      `insert into close_findings (id, run_id, "check", subject, figures, found_at)
       values ('rec_yen', $1, 'refold', $2, '{"130301": "7"}', now())`,
      [run, loans['801']],
    );
    expect((await read(`/operations/close-runs/${run}`, 'auditor')).differences).toMatchObject([
      { subject: loans['801'], currency: 'JPY', figures: { '130301': '7' } },
    ]);
  });
});

describe('the dashboard', () => {
  it('says which currencies it has, and begins with the first', async () => {
    expect(await read(`/dashboard?clockId=${mixed}`)).toMatchObject({
      ...{ currency: 'CNY', currencies: ['CNY', 'HKD', 'JPY'], balances: { loans: 1 } },
    });
    expect(await read(`/dashboard?clockId=${yen}`)).toMatchObject({
      ...{ currency: 'JPY', currencies: ['JPY'], balances: { loans: 1, principalMinor: '10000000' } },
    });
    expect(await read('/dashboard', 'committee')).toMatchObject({ currency: 'CNY', currencies: [] });
  });
});
