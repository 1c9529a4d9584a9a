import { reconcileStatement } from '../../db/repositories/reconciliation';
import { loanMilestones } from '../../db/schema/milestones';
import { terms } from '../unit/account/sample';
import { type RunningSandbox, startSandbox } from '../unit/sandbox/running-sandbox';
import { bookOn, clockedLoan, type LoanDesk, loanDesk } from './support/loan-desk';
import { bearer, startTestApi, type TestApi } from './support/test-api';

/** Goal: money that comes after payoff waits as a liability, goes back by order of two people, and leaves no trace in the balances. */
describe('a payment for a loan that is closed', () => {
  let api: TestApi;
  let sandbox: RunningSandbox;
  let desk: LoanDesk;
  let me: string;
  let operator: string;
  let risk: string;
  let auditor: string;
  let loan: Awaited<ReturnType<typeof clockedLoan>>;
  let keys = 0;

  beforeAll(async () => {
    api = await startTestApi();
    sandbox = await startSandbox();
    desk = loanDesk(api, sandbox.url);
    operator = await api.token('operator', 'operator1');
    risk = await api.token('risk_manager', 'risk1');
    auditor = await api.token('auditor', 'auditor1');
    me = await api.token('applicant', 'me');
    const now = new Date('2026-04-20T02:00:00Z');
    loan = await clockedLoan(api, me, { terms: terms(), serial: 960, now });
    const out = { payoutId: 'out_960', amountMinor: '10000000', withheldMinor: '0' };
    await bookOn(api, loan, '2026-01-10', { type: 'disbursed', ...out });
    await bookOn(api, loan, '2026-04-20');
  });
  afterAll(async () => {
    await desk.close();
    await sandbox.stop();
    await api.close();
  });

  const post = async (url: string, payload: object, token = operator) => {
    const headers = { ...bearer(token), 'idempotency-key': `r${++keys}`, prefer: 'respond-async' };
    const answer = await api.app.inject({ method: 'POST', url: `/v1${url}`, payload, headers });
    const body = answer.json();
    expect([url, body.errors, answer.statusCode < 300]).toEqual([url, undefined, true]);
    return body;
  };
  const get = async (url: string, token = risk) =>
    (await api.app.inject({ url: `/v1${url}`, headers: bearer(token) })).json();
  const balanceOf = async (code: string): Promise<string> => {
    const { rows } = await api.pool.query(
      `select coalesce(sum(p.amount_minor), 0)::text as amount from postings p join journal_entries e on e.id = p.entry_id
       where p.account_code = $1 and e.clock_id = $2`,
      [code, loan.clockId],
    );
    return rows[0].amount;
  };

  it('waits in suspense with a task, and goes back through the bank to books that are even', async () => {
    const path = `/loans/${loan.loanId}`;
    const { totalMinor } = await post(`${path}/payoff-quotes`, {});
    await post(`${path}/prepayments`, { way: 'payoff', amountMinor: totalMinor, payerRef: 'counter-1' }, me);
    const { next: certify } = await desk.takeUp(loan.applicationId);
    if (certify?.kind !== 'certify') throw new Error(`a settled loan is certified, not ${certify?.kind}`);
    // The certificate has gone out, as it has for every loan that is closed.
    await api.db.insert(loanMilestones).values({
      ...{ loanId: loan.loanId, key: certify.key, kind: 'certify', outcome: 'sent' },
      doneAt: new Date('2026-04-20T02:00:00Z'),
    });
    expect(await get(path)).toMatchObject({ status: 'settled', balances: { suspenseMinor: '0' } });

    await post(`${path}/payments`, { amountMinor: '123456', payerRef: 'transfer-late' }, me);
    await desk.takeUp(loan.applicationId);
    expect(await get(path)).toMatchObject({ status: 'settled', balances: { suspenseMinor: '123456' } });
    expect(await balanceOf('224101')).toBe('-123456');
    expect((await get(`${path}/payments`)).data[0]).toMatchObject({ status: 'suspense' });
    const { data: tasks } = await get('/tasks?limit=200', operator);
    expect(tasks).toEqual([
      expect.objectContaining({ kind: 'refund', loanId: loan.loanId, amountMinor: '123456', status: 'open' }),
    ]);

    const why = { reasonCodes: ['HARDSHIP'], comment: 'paid twice' };
    const { id } = await post(`${path}/operations`, {
      operation: { kind: 'refund', amountMinor: '123456' },
      ...why,
    });
    await post(`/money-operations/${id}/decision`, { decision: 'confirm', comment: 'looked at it' }, risk);
    expect((await desk.takeUp(loan.applicationId)).next).toMatchObject({ kind: 'refund' });
    await desk.payRefund(loan.applicationId);

    expect(await get(path)).toMatchObject({ status: 'settled', balances: { suspenseMinor: '0' } });
    expect(await get(`/money-operations/${id}`)).toMatchObject({ status: 'applied' });
    expect(await balanceOf('224101')).toBe('0');
    const { rows } = await api.pool.query(
      'select status, amount_minor, key from refunds where loan_id = $1',
      [loan.loanId],
    );
    expect(rows).toEqual([{ status: 'confirmed', amount_minor: 123_456n, key: expect.any(String) }]);
    const trial = await get(`/ledger/trial-balance?clockId=${loan.clockId}`, auditor);
    expect(trial).toMatchObject({ balanced: true });

    const clock = { id: loan.clockId, now: '2026-04-21T02:00:00.000Z' };
    const statement = await desk.payments.fetchStatement({ on: '2026-04-20', currency: 'CNY' }, { clock });
    expect(statement.lines.map(({ kind, amountMinor, orderNo }) => [kind, amountMinor, orderNo])).toEqual([
      ['payout', '123456', rows[0].key],
    ]);
    const run = await api.db.transaction((tx) =>
      reconcileStatement(tx, statement, { clockId: loan.clockId, at: new Date(clock.now) }),
    );
    expect(run.matched).toBe(1);
  });
});
