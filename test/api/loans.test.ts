import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodeAccountTerms } from '../../contracts/account-terms';
import type { LoanEventBodyJson } from '../../contracts/loan-events';
import { bookTo } from '../../db/repositories/book';
import { createLoan } from '../../db/repositories/loans';
import { checkPages } from '../support/pyhanko';
import { terms } from '../unit/account/sample';
import { applicationBody } from './support/applicants';
import { forgetAnswer } from './support/forget-answer';
import { bearer, startTestApi, type TestApi } from './support/test-api';

/** 100,000.00 at 12% over twelve months, paid out on 10 January; the worked example of the reference. */
let api: TestApi;
let mine: string;
let officer: string;
let auditor: string;
let loanId: string;
let applicationId: string;
let now = new Date('2026-03-20T02:00:00Z');
beforeAll(async () => {
  api = await startTestApi({ clock: { now: async () => now } });
  [mine, officer, auditor] = (await Promise.all([
    api.token('applicant', 'me'),
    api.token('officer'),
    api.token('auditor'),
  ])) as [string, string, string];
  const made = (
    await api.app.inject({
      method: 'POST',
      url: '/v1/applications',
      payload: applicationBody(1),
      headers: { ...bearer(mine), 'idempotency-key': 'a' },
    })
  ).json();
  applicationId = made.id;
  const product = { productCode: 'consumer_instalment', productVersion: 1, clockId: null };
  const loan = await api.db.transaction((tx) =>
    createLoan(tx, {
      applicationId,
      customerId: made.customerId,
      ...product,
      terms: encodeAccountTerms(terms()),
    }),
  );
  loanId = loan.id;
  await api.pool.query('update applications set loan_id = $1 where id = $2', [loanId, applicationId]);
  const out = { payoutId: 'out_1', amountMinor: '10000000', withheldMinor: '0' };
  await book('2026-01-10', { type: 'disbursed', ...out });
  await book('2026-02-10', { type: 'repaid', paymentId: 'pay_1', amountMinor: '888488' });
  await book('2026-03-20');
});
afterAll(() => api.close());

async function book(on: string, body?: LoanEventBodyJson): Promise<void> {
  const newEvents = body
    ? [{ body, effectiveOn: on, idempotencyKey: `${body.type}/${on}`, actor: 'system' }]
    : [];
  const outcome = await api.db.transaction((tx) => bookTo(tx, { loanId, on, clockId: null, newEvents }));
  expect(outcome.ok).toBe(true);
}

const get = (path: string, token = mine) =>
  api.app.inject({ url: `/v1/loans/${loanId}${path}`, headers: bearer(token) });
let keys = 0;
const post = (path: string, payload: object, token = mine) =>
  api.app.inject({
    method: 'POST',
    url: `/v1/loans/${loanId}${path}`,
    payload,
    headers: { ...bearer(token), 'idempotency-key': `l${++keys}` },
  });

describe('a loan', () => {
  it('shows its balances on the day, to the cent', async () => {
    const answer = await get('');
    expect(answer.statusCode).toBe(200);
    // Second instalment unpaid for ten days at 18%/360: 39.82 on principal 7,963.73 and 4.61 on interest 921.15.
    expect(answer.json()).toMatchObject({
      status: 'overdue',
      asOf: '2026-03-20',
      daysOverdue: 10,
      balances: {
        principalMinor: '9211512',
        principalOverdueMinor: '796373',
        interestDueMinor: '92115',
        penaltyMinor: '3982',
        compoundMinor: '461',
      },
      paid: { principal: '788488', interest: '100000' },
      nextDue: { on: '2026-04-10', amountMinor: '888488' },
    });
    expect(answer.headers.etag).toMatch(/^"v\d+"$/);
    const before = (await get('?asOf=2026-02-10')).json();
    expect(before).toMatchObject({
      daysOverdue: 0,
      balances: { principalMinor: '9211512', penaltyMinor: '0' },
    });
  });

  it('does not exist for another applicant', async () => {
    const other = await api.token('applicant', 'other');
    for (const path of [
      '',
      '/schedule',
      '/transactions',
      '/timeline',
      '/payments',
      '/statement?from=2026-01-01&to=2026-03-20',
      '/statement/document.pdf?from=2026-01-01&to=2026-03-20',
    ])
      expect((await get(path, other)).statusCode).toBe(404);
    expect((await post('/payoff-quotes', {}, other)).statusCode).toBe(404);
  });

  it('gives its statement as a paper that holds the figures', async () => {
    const period = 'from=2026-01-01&to=2026-03-20';
    const answer = await get(`/statement/document.pdf?${period}`);
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/pdf']);
    const folder = await mkdtemp(join(tmpdir(), 'statement-'));
    const textOf = async (pdf: Buffer) => {
      await writeFile(join(folder, 'statement.pdf'), pdf);
      const pages = await checkPages(join(folder, 'statement.pdf'));
      return pages
        .map(({ text }) => text)
        .join('')
        .replace(/\s/g, '');
    };
    const text = await textOf(answer.rawPayload);
    // Interest of the first month charged and paid, penalty and compound interest of the second, all owed at the end.
    for (const words of [
      '借款账户对账单',
      '王小明',
      '期初应还¥0.00',
      '2026-01-10放款100,000.00100,000.00',
      '2026-02-10利息及罚息1,000.00101,000.00',
      '2026-02-10还款8,884.8892,115.12',
      '剩余本金¥92,115.12',
      '应还罚息¥44.43',
      '逾期天数：10天',
      '未加盖印章',
    ])
      expect(text).toContain(words);
    const officers = await textOf((await get(`/statement/document.pdf?${period}`, officer)).rawPayload);
    expect(officers).toContain('王*');
    expect(officers).not.toContain('王小明');
    await rm(folder, { recursive: true });
    for (const wrong of [
      'from=2026-03-01&to=2026-02-01',
      'from=2024-01-01&to=2026-03-01',
      'from=2026-03-01&to=2026-03-21',
    ]) {
      const refused = await get(`/statement/document.pdf?${wrong}`);
      expect([refused.statusCode, refused.json().code]).toEqual([400, 'VALIDATION_FAILED']);
    }
  }, 240_000);
  it('gives plan, transactions with what they cleared, statement and one timeline', async () => {
    const { rows } = (await get('/schedule')).json();
    expect(rows).toHaveLength(12);
    expect(rows.map((row: { standing: string }) => row.standing).slice(0, 4)).toEqual([
      'cleared',
      'overdue',
      'running',
      'planned',
    ]);
    const first = (await get('/transactions?limit=1')).json();
    expect(first.data).toMatchObject([{ type: 'disbursed', seq: 1, data: { amountMinor: '10000000' } }]);
    const second = (await get(`/transactions?limit=1&cursor=${first.nextCursor}`)).json();
    expect(second).toMatchObject({
      data: [{ type: 'repaid', allocated: { interest: '100000', principal: '788488' } }],
      nextCursor: null,
    });
    const statement = (await get('/statement?from=2026-02-01&to=2026-02-28')).json();
    expect(statement).toMatchObject({
      openingPrincipalMinor: '10000000',
      closingPrincipalMinor: '9211512',
      entries: [{ type: 'repaid' }],
    });
    expect((await get('/statement?from=2026-03-01&to=2026-02-01')).json().errors[0].pointer).toBe('#/to');
    const kinds = (await get('/timeline'))
      .json()
      .data.map((entry: { kind: string; what: string }) => `${entry.kind} ${entry.what}`);
    expect(kinds).toEqual(
      expect.arrayContaining(['audit application.created', 'money disbursed', 'money repaid']),
    );
  });

  it('can be quoted to its end, not in the past', async () => {
    const quote = (await post('/payoff-quotes', { on: '2026-03-20' })).json();
    // Principal not due 84,151.39, ten days of interest on it 280.50, and the arrears with penalty.
    expect(quote).toMatchObject({
      arrears: { principal: '796373', interest: '92115', penalty: '3982', compound: '461' },
      principalMinor: '8415139',
      interestMinor: '28050',
      totalMinor: String(796373 + 92115 + 3982 + 461 + 8415139 + 28050),
    });
    expect((await post('/payoff-quotes', { on: '2026-03-19' })).statusCode).toBe(400);
    expect((await post('/payoff-quotes', { on: '2026-02-30' })).json().errors[0].pointer).toBe('#/on');
  });

  it('stores a payment once by its reference and tells the loan', async () => {
    const paid = { amountMinor: '888488', payerRef: 'TRANSFER-1' };
    const first = await post('/payments', paid);
    const again = await post('/payments', paid);
    expect([first.statusCode, again.json().id]).toEqual([202, first.json().id]);
    expect((await post('/payments', { ...paid, amountMinor: '5' })).json().code).toBe('PAYMENT_REF_REUSED');
    expect(
      (await post('/payments', { ...paid, payerRef: 'X-22', valueOn: '2026-03-21' })).json().errors[0]
        .pointer,
    ).toBe('#/valueOn');
    const news = await api.pool.query(`select ref from inbox where workflow_id = $1 and kind = 'payment'`, [
      `loan/${applicationId}`,
    ]);
    expect(news.rows).toEqual([{ ref: first.json().id }]);
    const early = await post('/prepayments', {
      amountMinor: '1000000',
      payerRef: 'EARLY-1',
      way: 'shorter_term',
    });
    expect(early.json()).toMatchObject({ way: 'shorter_term', source: 'prepayment', status: 'received' });
    expect((await get('/payments')).json().data).toHaveLength(2);
  });

  it('is changed by commands of those permitted only', async () => {
    const body = {
      terms: { kind: 'extension', months: '6' },
      reasonCodes: ['HARDSHIP'],
      comment: 'agreed by phone',
    };
    expect((await post('/restructurings', body)).statusCode).toBe(403);
    expect((await post('/restructurings', body, officer)).statusCode).toBe(403);
    const senior = await api.token('senior_officer');
    expect((await post('/restructurings', { ...body, terms: {} }, senior)).statusCode).toBe(400);
    expect((await post('/restructurings', body, senior)).json().code).toBe('DEPENDENCY_UNAVAILABLE');
  });
});

describe('the books', () => {
  it('balance, and the journal of a loan adds up', async () => {
    const books = (
      await api.app.inject({ url: '/v1/ledger/trial-balance', headers: bearer(auditor) })
    ).json();
    expect(books.balanced).toBe(true);
    expect(books.debitMinor).toBe(books.creditMinor);
    expect(BigInt(books.debitMinor)).toBeGreaterThan(10_000_000n);
    const early = (
      await api.app.inject({ url: '/v1/ledger/trial-balance?asOf=2026-01-09', headers: bearer(auditor) })
    ).json();
    expect(early.accounts).toEqual([]);
    const entries = (await get('/journal', auditor)).json().data as { lines: { amountMinor: string }[] }[];
    for (const { lines } of entries)
      expect(lines.reduce((sum, line) => sum + BigInt(line.amountMinor), 0n)).toBe(0n);
  });

  it('list loans by what is asked of them', async () => {
    const list = async (query: string) =>
      (await api.app.inject({ url: `/v1/loans?${query}`, headers: bearer(officer) })).json().data;
    expect(await list('minDaysOverdue=10')).toMatchObject([{ id: loanId, daysOverdue: 10 }]);
    expect(await list('minDaysOverdue=11')).toEqual([]);
    now = new Date(now.getTime() + 86_400_000);
    expect((await get('')).json().daysOverdue).toBe(11);
  });
});

describe('paying from the card', () => {
  const at = (path: string, payload: object, token = mine, key = `n${++keys}`) =>
    api.app.inject({
      method: 'POST',
      url: `/v1/my/loans/${loanId}${path}`,
      payload,
      headers: { ...bearer(token), 'idempotency-key': key },
    });

  it('shows what a payment would clear, to the cent, and books nothing', async () => {
    const before = (await get('')).json();
    const { overdueMinor } = before.balances;
    const seen = (await at('/payment-previews', { amountMinor: overdueMinor })).json();
    expect(seen).toMatchObject({ overdueAfterMinor: '0', keptMinor: '0', settles: false });
    const cleared = Object.values(seen.clears as Record<string, string>);
    expect(cleared.reduce((sum, one) => sum + BigInt(one), 0n)).toBe(BigInt(overdueMinor));
    expect(seen.instalments).toMatchObject([{ no: 2, openAfterMinor: '0' }]);
    expect((await get('')).json()).toEqual(before);
    const part = (await at('/payment-previews', { amountMinor: '100000' })).json();
    expect(BigInt(part.overdueAfterMinor)).toBe(BigInt(overdueMinor) - 100000n);
  });

  it('asks the bank once, one payment at a time, for no more than is owed and only for its borrower', async () => {
    const tooMuch = await at('/payments', { amountMinor: '99999999' });
    expect([tooMuch.statusCode, tooMuch.json().code]).toEqual([409, 'LOAN_NOT_PAYABLE']);
    const stranger = await api.token('applicant', 'stranger');
    expect((await at('/payments', { amountMinor: '100' }, stranger)).statusCode).toBe(404);
    expect((await at('/payments', { amountMinor: '100' }, officer)).statusCode).toBe(403);
    const asked = await at('/payments', { amountMinor: '892931' }, mine, 'pay-once');
    expect([asked.statusCode, asked.json().status]).toEqual([202, 'intent']);
    const again = await at('/payments', { amountMinor: '892931' }, mine, 'pay-once');
    expect(again.json().id).toBe(asked.json().id);
    const second = await at('/payments', { amountMinor: '100' });
    expect([second.statusCode, second.json().code]).toEqual([409, 'PAYMENT_IN_PROGRESS']);
    const { rows } = await api.pool.query(`select ref from outbox where topic = 'debit.send'`);
    expect(rows).toEqual([{ ref: asked.json().id }]);
    // The process died before it stored the answer; meanwhile the loan was paid off.
    await forgetAnswer(api, 'pay-once');
    await book('2026-04-20', { type: 'repaid', paymentId: 'pay_all', amountMinor: '20000000' });
    now = new Date('2027-02-20T02:00:00Z');
    const rerun = await at('/payments', { amountMinor: '892931' }, mine, 'pay-once');
    expect([rerun.statusCode, rerun.json().id]).toEqual([202, asked.json().id]);
    expect((await at('/payments', { amountMinor: '100' })).json().code).toBe('LOAN_NOT_PAYABLE');
  });
});
