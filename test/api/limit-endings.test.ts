import { terms } from '../unit/account/sample';
import { bookOn } from './support/loan-desk';
import { type MoneyDesk, openMoneyDesk } from './support/money-desk';
import { bookStagedLoan } from './support/staged-loan';

let money: MoneyDesk;
let serial = 800;
beforeAll(async () => {
  money = await openMoneyDesk();
});
afterAll(() => money.close());

const sql = async (text: string, ...values: unknown[]) => (await money.api.pool.query(text, values)).rows;
const stagedLoan = (product = 'personal_business', agreed = terms()) => {
  serial += 1;
  return bookStagedLoan(money, { serial, product, agreed });
};
const draw = (loanId: string, amountMinor: string) =>
  money.post(`/loans/${loanId}/draws`, { amountMinor }, money.tokens.mine, {});
const draws = async (loanId: string) => (await money.get(`/loans/${loanId}/draws`, money.tokens.mine)).json();

describe('giving up a revolving limit', () => {
  const line = terms({
    recalculation: 'daily',
    excess: 'lower-instalment',
    schedule: { method: { kind: 'revolving', repayments: [] }, interest: 'by-day' },
  });
  const give = (loanId: string, token = money.tokens.mine) =>
    money.post(`/loans/${loanId}/limit-endings`, {}, token);
  const exposure = async (applicationId: string) =>
    (await sql('select state from exposures where application_id = $1', applicationId))[0]?.state;
  /** A limit of 100,000.00 on which 40,000.00 were drawn and, with the interest of ten days, repaid. */
  async function emptyLine(amountMinor = '4013333') {
    const loan = await stagedLoan('consumer_revolving', line);
    const repaid = { type: 'repaid' as const, paymentId: `pay_all_${serial}`, amountMinor };
    await bookOn(money.api, loan, '2026-01-20', repaid);
    return loan;
  }

  it('ends the loan, certifies it and frees what was reserved, at the borrower’s word alone', async () => {
    const { loanId, applicationId } = await emptyLine();
    expect(await draws(loanId)).toMatchObject({ drawnMinor: '0', refusal: null, endRefusal: null });
    const shown = await money.preview(loanId, { kind: 'limit_end' }, money.tokens.mine);
    expect([shown.before.status, shown.after.status, shown.after.payoffMinor]).toEqual([
      'active',
      'settled',
      '0',
    ]);
    const order = await give(loanId);
    expect([order.statusCode, order.json().status, order.json().needsSecondPerson]).toEqual([
      202,
      'confirmed',
      false,
    ]);
    const plan = await money.desk.takeUp(applicationId);
    expect([plan.view.stage, plan.next?.kind, await exposure(applicationId)]).toEqual([
      'SETTLED',
      'certify',
      'drawn',
    ]);
    expect((await money.desk.certify(applicationId)).next?.kind).toBe('endBounceWindow');
    expect(await exposure(applicationId)).toBe('released');
    expect((await money.get(`/loans/${loanId}`)).json()).toMatchObject({ status: 'settled' });
    expect(await draws(loanId)).toMatchObject({
      refusal: 'LOAN_NOT_PERFORMING',
      endRefusal: 'LOAN_NOT_PERFORMING',
    });
    const { data } = (await money.get(`/loans/${loanId}/transactions`)).json();
    expect(data.map(({ type }: { type: string }) => type)).toContain('limit_ended');
    const told = await sql('select template from messages where application_id = $1', applicationId);
    expect(told.map(({ template }) => template)).toContain('paid-off');
    const twice = await give(loanId);
    expect(twice.json().errors?.[0]?.detail).toBe('The loan has ended or is not paid out');
  });

  it('is refused while something is owed or on its way, and of a loan without one', async () => {
    const detail = async (loanId: string) => (await give(loanId)).json().errors?.[0]?.detail;
    const owing = await emptyLine('4013332');
    expect(await detail(owing.loanId)).toBe('Something is owed on the limit');
    const drawing = await emptyLine();
    await draw(drawing.loanId, '2000000');
    await give(drawing.loanId);
    await money.desk.takeUp(drawing.applicationId);
    // Both were ordered of an empty limit; the draw came first.
    const orders = await sql(
      'select kind, status, refusal from money_operations where loan_id = $1 order by id',
      drawing.loanId,
    );
    expect(orders).toEqual([
      { kind: 'draw', status: 'applied', refusal: null },
      { kind: 'limit_end', status: 'refused', refusal: 'DRAW_UNDER_WAY' },
    ]);
    expect(await detail(drawing.loanId)).toBe('A draw is on its way');
    const plain = await stagedLoan();
    expect(await detail(plain.loanId)).toBe('The loan has no limit that revolves');
    expect((await draws(plain.loanId)).endRefusal).toBe('LIMIT_NOT_REVOLVING');
    const other = await money.api.token('applicant', 'somebody');
    expect((await give(owing.loanId, other)).statusCode).toBe(404);
    expect((await give(owing.loanId, money.tokens.officer)).statusCode).toBe(403);
  });

  it('by staff waits for a second person, and what was overpaid is to be refunded', async () => {
    const { loanId, applicationId } = await emptyLine('4013833');
    const order = (await give(loanId, money.tokens.operator)).json();
    expect(order).toMatchObject({ status: 'proposed', needsSecondPerson: true });
    await money.desk.takeUp(applicationId);
    expect((await draws(loanId)).endRefusal).toBeNull();
    await money.decide(order.id, 'confirm', money.tokens.risk);
    expect((await money.desk.takeUp(applicationId)).view.stage).toBe('SETTLED');
    const tasks = await sql(
      "select kind, amount_minor::text as amount from tasks where loan_id = $1 and status = 'open'",
      loanId,
    );
    expect(tasks).toEqual([{ kind: 'refund', amount: '500' }]);
  });
});
