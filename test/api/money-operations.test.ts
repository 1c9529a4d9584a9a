import { reconcileStatement } from '../../db/repositories/reconciliation';
import { forgetAnswer } from './support/forget-answer';
import { bookOn, moveClock } from './support/loan-desk';
import { type MoneyDesk, openMoneyDesk } from './support/money-desk';

let money: MoneyDesk;
beforeAll(async () => {
  money = await openMoneyDesk();
});
afterAll(() => money.close());

describe('ordering a money operation', () => {
  it('is for staff who may change loans', async () => {
    const { loanId } = await money.lateLoan();
    const fee = { kind: 'fee', code: 'NOTARY', amountMinor: '30000' };
    for (const name of ['mine', 'officer', 'auditor'] as const)
      expect((await money.order(loanId, fee, money.tokens[name])).statusCode).toBe(403);
    expect((await money.order(loanId, fee)).statusCode).toBe(202);
  });

  it('waits for a second person, who is not the first and whose limit reaches', async () => {
    const { loanId, applicationId } = await money.lateLoan();
    const waiver = { kind: 'waiver', amounts: { penalty: '1000' } };
    const { id, status, stakeMinor } = (await money.order(loanId, waiver, money.tokens.risk)).json();
    expect([status, stakeMinor]).toEqual(['proposed', '1000']);
    await money.desk.takeUp(applicationId);
    expect((await money.get(`/money-operations/${id}`)).json().status).toBe('proposed');
    expect((await money.decide(id, 'confirm', money.tokens.risk)).json().code).toBe('MAKER_IS_CHECKER');
    expect((await money.decide(id, 'confirm', money.tokens.operator)).statusCode).toBe(403);
    expect(
      (await money.get('/money-operations?status=proposed')).json().data.map((row: { id: string }) => row.id),
    ).toContain(id);
    const confirm = () =>
      money.post(
        `/money-operations/${id}/decision`,
        { decision: 'confirm', comment: 'looked at it' },
        money.tokens.otherRisk,
        { 'idempotency-key': 'second-word' },
      );
    expect((await confirm()).json().status).toBe('confirmed');
    // The API died before it could store its answer, and the same request comes again.
    await forgetAnswer(money.api, 'second-word');
    const again = await confirm();
    expect([again.statusCode, again.json().status]).toEqual([202, 'confirmed']);
    await money.desk.takeUp(applicationId);
    expect((await money.get(`/money-operations/${id}`)).json()).toMatchObject({
      status: 'applied',
      refusal: null,
    });
    expect((await money.decide(id, 'reject')).json().code).toBe('OPERATION_DECIDED');
  });

  it('is stopped by a limit of the second person', async () => {
    const { loanId } = await money.lateLoan();
    const { id } = (await money.order(loanId, { kind: 'acceleration' })).json();
    await money.api.pool.query(
      "update permissions set max_amount_minor = 1000 where role = 'senior_officer' and action = 'decide' and subject = 'Loan'",
    );
    expect((await money.decide(id, 'confirm', money.tokens.senior)).json().code).toBe(
      'AMOUNT_ABOVE_AUTHORITY',
    );
  });

  it('does nothing when it is rejected', async () => {
    const { loanId, applicationId } = await money.lateLoan();
    const { id } = (await money.order(loanId, { kind: 'charge_off' })).json();
    expect((await money.decide(id, 'reject')).json().status).toBe('rejected');
    await money.desk.takeUp(applicationId);
    expect((await money.get(`/loans/${loanId}`)).json().status).toBe('overdue');
  });

  it('is refused by the account when the loan changed meanwhile', async () => {
    const { loanId, applicationId, clockId } = await money.lateLoan();
    const { id } = (await money.order(loanId, { kind: 'waiver', amounts: { penalty: '1000' } })).json();
    await bookOn(money.api, { loanId, clockId }, '2026-04-20', {
      type: 'repaid',
      paymentId: 'pay_all',
      amountMinor: '9000000',
    });
    await money.decide(id, 'confirm');
    await money.desk.takeUp(applicationId);
    expect((await money.get(`/money-operations/${id}`)).json()).toMatchObject({
      status: 'refused',
      refusal: 'WAIVER_EXCEEDS_DEBT',
    });
  });

  it('cannot be altered by the runtime role once it was ordered', async () => {
    const { loanId } = await money.lateLoan();
    const { id } = (await money.order(loanId, { kind: 'waiver', amounts: { penalty: '1000' } })).json();
    const alter = (sql: string) => money.api.pool.query(sql, [id]);
    await expect(alter('update money_operations set body = body where id = $1')).rejects.toThrow(
      /permission/,
    );
    await expect(alter('delete from money_operations where id = $1')).rejects.toThrow(/permission/);
    await expect(
      alter("update money_operations set decided_by = proposed_by, status = 'confirmed' where id = $1"),
    ).rejects.toThrow(/two_persons/);
    await expect(alter("update money_operations set status = 'confirmed' where id = $1")).rejects.toThrow(
      /confirmed/,
    );
    await money.decide(id, 'reject');
    await expect(alter("update money_operations set status = 'confirmed' where id = $1")).rejects.toThrow(
      /forward/,
    );
  });

  it('undoes a booked payment, and only once', async () => {
    const { loanId, applicationId } = await money.lateLoan();
    const { data } = (await money.get(`/loans/${loanId}/transactions`)).json();
    const paid = data.find((each: { type: string }) => each.type === 'repaid');
    const undo = { kind: 'reversal', transactionId: paid.id };
    const { id } = (await money.order(loanId, undo)).json();
    await money.decide(id, 'confirm');
    await money.desk.takeUp(applicationId);
    const after = (await money.get(`/loans/${loanId}/transactions`)).json().data;
    expect(after.find((each: { id: string }) => each.id === paid.id).reversed).toBe(true);
    expect((await money.get(`/loans/${loanId}`)).json().daysOverdue).toBe(69);
    expect((await money.order(loanId, undo)).json().errors[0].detail).toBe(
      'The transaction was undone before',
    );
    const out = data.find((each: { type: string }) => each.type === 'disbursed');
    expect((await money.order(loanId, { kind: 'reversal', transactionId: out.id })).json().code).toBe(
      'OPERATION_REFUSED',
    );
  });
});

/** The sandbox bank closes this account (mark 9910). */
const refusingCard = '6222020000000099101';

describe('a refund', () => {
  async function overpaid(cardNo?: string) {
    const loan = await money.lateLoan(cardNo);
    const much = { type: 'repaid' as const, paymentId: `pay_much_${loan.serial}`, amountMinor: '20000000' };
    await bookOn(money.api, loan, '2026-04-20', { ...much, amountMinor: '3000000' });
    return loan;
  }

  it('is booked, paid by the bank under its key, and found on the statement', async () => {
    const { loanId, applicationId, clockId } = await overpaid();
    const { suspenseMinor } = (await money.get(`/loans/${loanId}`)).json().balances;
    expect(BigInt(suspenseMinor)).toBeGreaterThan(0n);
    const { id } = (await money.order(loanId, { kind: 'refund', amountMinor: suspenseMinor })).json();
    await money.decide(id, 'confirm');
    const plan = await money.desk.takeUp(applicationId);
    expect(plan.next).toMatchObject({ kind: 'refund' });
    expect((await money.get(`/loans/${loanId}`)).json().balances.suspenseMinor).toBe('0');
    await moveClock(money.api, clockId, '2026-04-20');
    const paid = await money.desk.payRefund(applicationId);
    const { rows } = await money.api.pool.query(
      'select status, amount_minor from refunds where loan_id = $1',
      [loanId],
    );
    expect(rows).toEqual([{ status: 'confirmed', amount_minor: BigInt(suspenseMinor) }]);
    expect(paid.next?.kind).not.toBe('refund');
    const clock = { id: clockId, now: '2026-04-21T02:00:00.000Z' };
    const statement = await money.desk.payments.fetchStatement(
      { on: '2026-04-20', currency: 'CNY' },
      { clock },
    );
    expect(statement.lines.map(({ kind, amountMinor }) => [kind, amountMinor])).toEqual([
      ['payout', suspenseMinor],
    ]);
    const run = await money.api.db.transaction((tx) =>
      reconcileStatement(tx, statement, { clockId, at: new Date(clock.now) }),
    );
    expect(run).toMatchObject({ matched: 1, differences: 0 });
  });

  it('waits on the account again when the bank refuses it, and somebody is asked', async () => {
    const { loanId, applicationId } = await overpaid(refusingCard);
    const { suspenseMinor } = (await money.get(`/loans/${loanId}`)).json().balances;
    const { id } = (await money.order(loanId, { kind: 'refund', amountMinor: suspenseMinor })).json();
    await money.decide(id, 'confirm');
    await money.desk.takeUp(applicationId);
    await money.desk.payRefund(applicationId);
    expect((await money.get(`/loans/${loanId}`)).json().balances.suspenseMinor).toBe(suspenseMinor);
    const { data } = (await money.get('/tasks?limit=200', money.tokens.operator)).json();
    expect(data.filter((task: { loanId: string }) => task.loanId === loanId)).toMatchObject([
      { kind: 'refund', status: 'open', amountMinor: suspenseMinor },
    ]);
    const { rows } = await money.api.pool.query('select status from refunds where loan_id = $1', [loanId]);
    expect(rows).toEqual([{ status: 'failed' }]);
  });
});
