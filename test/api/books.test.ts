import { databaseClock } from '../../api/clock';
import { reconcileStatement } from '../../db/repositories/reconciliation';
import { payments } from '../../db/schema';
import { terms } from '../unit/account/sample';
import { at as clockAt, type RunningSandbox, startSandbox } from '../unit/sandbox/running-sandbox';
import { bookOn, clockedLoan, type LoanDesk, loanDesk } from './support/loan-desk';
import { bearer, startTestApi, type TestApi } from './support/test-api';

/** Goal: what an auditor asks of the books can be asked over the API: balances at any date, the journal, the bank. */
let api: TestApi;
let sandbox: RunningSandbox;
let desk: LoanDesk;
let loan: { loanId: string; applicationId: string; clockId: string };
const tokens: Record<string, string> = {};
const now = new Date('2026-04-20T02:00:00Z');
const card = '6222020000000000002';

beforeAll(async () => {
  api = await startTestApi({ clock: { now: (clockId) => databaseClock(api.db).now(clockId) } });
  sandbox = await startSandbox();
  desk = loanDesk(api, sandbox.url);
  for (const [role, user] of [
    ['applicant', 'me'],
    ['auditor', 'auditor1'],
    ['operator', 'operator1'],
    ['risk_manager', 'risk1'],
    ['officer', 'officer1'],
  ] as const)
    tokens[role] = await api.token(role, user);
  loan = await clockedLoan(api, tokens.applicant!, { terms: terms(), serial: 700, now });
  const out = { payoutId: 'out_1', amountMinor: '10000000', withheldMinor: '0' };
  await bookOn(api, loan, '2026-01-10', { type: 'disbursed', ...out });
  await bookOn(api, loan, '2026-02-10', { type: 'repaid', paymentId: 'pay_1', amountMinor: '888488' });
  await bookOn(api, loan, '2026-04-20');
});
afterAll(async () => {
  await desk.close();
  await sandbox.stop();
  await api.close();
});

const get = (url: string, role = 'auditor') =>
  api.app.inject({ url: `/v1${url}`, headers: bearer(tokens[role]!) });
let keys = 0;
const post = (url: string, payload: object, role: string) =>
  api.app.inject({
    method: 'POST',
    url: `/v1${url}`,
    payload,
    headers: { ...bearer(tokens[role]!), 'idempotency-key': `b${++keys}` },
  });

async function balanceOf(code: string, on: string, by = 'booked'): Promise<string> {
  const books = (await get(`/ledger/trial-balance?clockId=${loan.clockId}&asOf=${on}&by=${by}`)).json();
  expect(books).toMatchObject({ balanced: true, by, asOf: on });
  return books.accounts.find((row: { code: string }) => row.code === code)?.balanceMinor ?? '0';
}

describe('the trial balance', () => {
  it('stands at any date, by booking and by effective date', async () => {
    expect(await balanceOf('224101', '2026-04-20')).toBe('0');
    const back = { type: 'repaid' as const, paymentId: 'pay_back', amountMinor: '100000' };
    const { loanId, clockId } = loan;
    const late = { loanId, clockId };
    const before = await balanceOf('101201', '2026-03-31');
    await bookOn(api, late, '2026-04-21', back, '2026-03-15');
    expect(await balanceOf('101201', '2026-03-31')).toBe(before);
    expect(await balanceOf('101201', '2026-03-31', 'effective')).toBe((BigInt(before) + 100_000n).toString());
    expect(await balanceOf('101201', '2026-04-21')).toBe(
      await balanceOf('101201', '2026-04-21', 'effective'),
    );
  });
});

describe('the journal as a file', () => {
  const columns = 'entryId,lineNo,bookedOn,effectiveOn,kind,description,eventKey,loanId,accountCode,currency';

  it('is streamed as CSV whose debits and credits are equal, and agrees with the trial balance', async () => {
    const file = await get(`/ledger/journal.csv?from=2026-01-01&to=2026-12-31&clockId=${loan.clockId}`);
    expect(file.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(file.headers['content-length']).toBeUndefined();
    const [head, ...lines] = file.body.replace('\uFEFF', '').trimEnd().split('\r\n');
    expect(head).toBe(`${columns},debitMinor,creditMinor`);
    const rows = lines.map((line) => line.split(','));
    const sum = (column: number) => rows.reduce((total, row) => total + BigInt(row[column] || '0'), 0n);
    expect(sum(10)).toBe(sum(11));
    const books = (await get(`/ledger/trial-balance?clockId=${loan.clockId}&asOf=2026-12-31`)).json();
    expect(sum(10).toString()).toBe(books.debitMinor);
    expect(new Set(rows.map((row) => row[7]))).toEqual(new Set([loan.loanId]));
  });

  it('is cut by booking date and kept from those who may not read the books', async () => {
    const january = await get(`/ledger/journal.csv?from=2026-01-01&to=2026-01-31&clockId=${loan.clockId}`);
    expect(january.body).toContain('disbursed');
    expect(january.body).not.toContain('repaid');
    expect((await get('/ledger/journal.csv?from=2026-02-01&to=2026-01-01')).statusCode).toBe(400);
    expect((await get('/ledger/journal.csv?from=2026-01-01&to=2026-01-31', 'officer')).statusCode).toBe(403);
  });
});

describe('the bank reconciliation', () => {
  const day = '2026-04-19';

  beforeAll(async () => {
    const then = clockAt(loan.clockId, `${day}T02:00:00.000Z`);
    for (let index = 1; index <= 5; index++) {
      const amountMinor = String(index * 1_000);
      const body = { amountMinor, reference: 'x' };
      const { json } = await sandbox.call('POST', `/bank/accounts/${card}/transfer`, body, then);
      await api.db.insert(payments).values({
        ...{ id: `pay_t${index}`, loanId: loan.loanId, payerRef: json.bankRef, source: 'transfer' },
        ...{ amountMinor: BigInt(amountMinor), currency: 'CNY', valueOn: day, status: 'booked' },
        ...{ receivedAt: now, clockId: loan.clockId },
      });
      const kinds = ['missing', 'duplicate', 'amount'];
      const kind = kinds[index - 1];
      if (kind !== undefined) {
        const flaw = { statementOn: day, kind, bankRef: json.bankRef, amountMinor: '2999' };
        await sandbox.call(
          'POST',
          '/control/statement-differences',
          flaw,
          clockAt(loan.clockId, now.toISOString()),
        );
      }
    }
    const stranger = { statementOn: day, kind: 'extra', bankRef: 'BT-STRANGER', amountMinor: '777' };
    await sandbox.call(
      'POST',
      '/control/statement-differences',
      stranger,
      clockAt(loan.clockId, now.toISOString()),
    );
    const clock = { id: loan.clockId, now: now.toISOString() };
    const statement = await desk.payments.fetchStatement({ on: day, currency: 'CNY' }, { clock });
    await api.db.transaction((tx) => reconcileStatement(tx, statement, { clockId: loan.clockId, at: now }));
  });

  it('lists the day, every line of it, and those that matched nothing', async () => {
    const { data } = (await get(`/reconciliations?clockId=${loan.clockId}`)).json();
    expect(data).toMatchObject([{ statementOn: day, lineCount: 6, matchedCount: 3, differenceCount: 4 }]);
    const lines = (await get(`/reconciliations/${data[0].id}/lines`)).json().data;
    expect(lines).toHaveLength(6);
    const open = (await get(`/reconciliations/${data[0].id}/lines?unmatched=true`)).json().data;
    expect(open.map((line: { amountMinor: string }) => line.amountMinor).sort()).toEqual([
      '2000',
      '2999',
      '777',
    ]);
    const first = (await get(`/reconciliations/${data[0].id}/lines?limit=4`)).json();
    const rest = (
      await get(`/reconciliations/${data[0].id}/lines?limit=4&cursor=${first.nextCursor}`)
    ).json();
    expect(rest.data).toHaveLength(2);
  });

  it('opens a task for every planted difference, settled by one person and read by another', async () => {
    const list = async (status: string) =>
      (await get(`/reconciliation-tasks?clockId=${loan.clockId}&status=${status}`)).json().data;
    const open = await list('open');
    expect(open.map((task: { kind: string }) => task.kind).sort()).toEqual([
      'amount-differs',
      'missing-at-bank',
      'shown-twice',
      'unknown-to-us',
    ]);
    const [{ id }] = open;
    const kinds = (await get(`/reconciliation-tasks/kinds?clockId=${loan.clockId}&status=open`)).json().data;
    expect(kinds).toContainEqual({
      ...{ kind: 'amount-differs', count: 1, open: 1, resolved: 0, confirmed: 0 },
      ...{ bankMinor: '2999', ownMinor: '3000', currency: 'CNY' },
    });
    const differing = (await get(`/reconciliation-tasks?clockId=${loan.clockId}&kind=amount-differs`)).json();
    expect(differing.data).toHaveLength(1);
    expect((await get(`/reconciliation-tasks/${differing.data[0].id}`)).json()).toMatchObject({
      ...{ statementOn: day, proposed: null, comments: [] },
      line: { amountMinor: '2999', side: 'credit' },
      move: { ref: 'pay_t3', amountMinor: '3000', loanId: loan.loanId, valueOn: day },
    });
    expect((await get(`/reconciliation-tasks/${id}`, 'officer')).statusCode).toBe(403);
    const unlisted = { resolution: 'MY_OWN_WORD', comment: 'x' };
    expect((await post(`/reconciliation-tasks/${id}/resolution`, unlisted, 'operator')).statusCode).toBe(400);
    const settle = (role: string) =>
      post(`/reconciliation-tasks/${id}/resolution`, { resolution: 'BANK_ERROR', comment: 'called' }, role);
    const read = (role: string, decision: string) =>
      post(`/reconciliation-tasks/${id}/reading`, { decision, comment: 'seen' }, role);
    expect((await settle('auditor')).statusCode).toBe(403);
    expect((await read('risk_manager', 'confirm')).json().code).toBe('TASK_NOT_OPEN');
    expect((await settle('operator')).json()).toMatchObject({ status: 'resolved', resolution: 'BANK_ERROR' });
    expect((await settle('risk_manager')).json().code).toBe('TASK_NOT_OPEN');
    expect((await read('operator', 'confirm')).json().code).toBe('MAKER_IS_CHECKER');
    expect((await read('risk_manager', 'reopen')).json()).toMatchObject({ status: 'open', resolution: null });
    await settle('risk_manager');
    expect((await read('operator', 'confirm')).json()).toMatchObject({ status: 'confirmed' });
    expect(await list('open')).toHaveLength(3);
    expect(await list('confirmed')).toHaveLength(1);
    const settled = (await get(`/reconciliation-tasks/${id}`)).json();
    expect(settled.comments.map(({ text }: { text: string }) => text).sort()).toEqual([
      ...['called', 'called', 'seen', 'seen'],
    ]);
    expect(settled).toMatchObject({ resolvedByName: 'risk1', confirmedByName: 'operator1' });
    const [run] = (await get(`/reconciliations?clockId=${loan.clockId}`)).json().data;
    expect(run).toMatchObject({ differenceCount: 4, unsettledCount: 3 });
  });
});

describe("a loan's statement", () => {
  it('states a month by the books, as staff and borrower see it', async () => {
    const statement = (
      await get(`/loans/${loan.loanId}/statement?from=2026-02-01&to=2026-02-28`, 'applicant')
    ).json();
    expect(statement).toMatchObject({
      openingPrincipalMinor: '10000000',
      closingPrincipalMinor: '9211512',
      entries: [{ type: 'repaid', effectiveOn: '2026-02-10' }],
    });
    const march = (await get(`/loans/${loan.loanId}/statement?from=2026-03-01&to=2026-03-31`)).json();
    expect(march.entries).toEqual([]);
  });
});
