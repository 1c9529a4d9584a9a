import { terms } from '../unit/account/sample';
import { forgetAnswer } from './support/forget-answer';
import { bookOn, moveClock } from './support/loan-desk';
import { type MoneyDesk, openMoneyDesk } from './support/money-desk';
import { bookStagedLoan } from './support/staged-loan';

let money: MoneyDesk;
let serial = 700;
beforeAll(async () => {
  money = await openMoneyDesk();
});
afterAll(() => money.close());

const PRODUCT = 'personal_business';
const sql = async (text: string, ...values: unknown[]) => (await money.api.pool.query(text, values)).rows;

const stagedLoan = (product = PRODUCT, agreed = terms()) => {
  serial += 1;
  return bookStagedLoan(money, { serial, product, agreed });
};

const draw = (loanId: string, amountMinor: string, token = money.tokens.mine, headers = {}) =>
  money.post(`/loans/${loanId}/draws`, { amountMinor }, token, headers);
const draws = async (loanId: string, token = money.tokens.mine) =>
  (await money.get(`/loans/${loanId}/draws`, token)).json();
const reserved = async (applicationId: string) =>
  (
    await sql('select amount_minor::text as amount from exposures where application_id = $1', applicationId)
  )[0]?.amount;
/** What the bank paid under our keys. */
async function paidByBank(clockId: string, on: string) {
  const clock = { id: clockId, now: `${on}T23:00:00.000Z` };
  const { lines } = await money.desk.payments.fetchStatement({ on, currency: 'CNY' }, { clock });
  return lines.filter(({ kind }) => kind === 'payout').map(({ amountMinor }) => amountMinor);
}

describe('a further draw by the borrower', () => {
  it('is looked at, ordered, paid, booked as it was shown, and told', async () => {
    const { loanId, applicationId, clockId } = await stagedLoan();
    expect(await draws(loanId)).toMatchObject({
      limitMinor: '10000000',
      drawnMinor: '4000000',
      availableMinor: '6000000',
      lastDay: '2026-07-10',
      drawsLeft: 9,
      refusal: null,
    });
    const shown = await money.preview(loanId, { kind: 'draw', amountMinor: '2000000' }, money.tokens.mine);
    expect([shown.before.balances.principalMinor, shown.after.balances.principalMinor]).toEqual([
      '4000000',
      '6000000',
    ]);
    expect([shown.entries, shown.schedule.length]).toEqual([null, 12]);
    const books = await money.preview(loanId, { kind: 'draw', amountMinor: '2000000' }, money.tokens.risk);
    expect(
      books.entries.flatMap(({ lines }: { lines: { amountMinor: string }[] }) =>
        lines.map((line) => line.amountMinor),
      ),
    ).toEqual(['2000000', '-2000000']);

    const order = await draw(loanId, '2000000');
    expect([order.statusCode, order.json().status, order.json().needsSecondPerson]).toEqual([
      202,
      'confirmed',
      false,
    ]);
    const plan = await money.desk.takeUp(applicationId);
    expect(plan.next).toMatchObject({ kind: 'draw' });
    expect(await draws(loanId)).toMatchObject({
      underWayMinor: '2000000',
      availableMinor: '4000000',
      refusal: 'DRAW_UNDER_WAY',
    });
    expect((await money.desk.payDraw(applicationId)).next?.kind).not.toBe('draw');

    const after = await draws(loanId);
    expect(after).toMatchObject({ drawnMinor: '6000000', availableMinor: '4000000', underWayMinor: '0' });
    expect(after.payouts).toMatchObject([
      { operationId: null, status: 'confirmed', amountMinor: '4000000' },
      { operationId: order.json().id, status: 'confirmed', amountMinor: '2000000', valueOn: '2026-01-20' },
    ]);
    const { rows } = (await money.get(`/loans/${loanId}/schedule`)).json();
    const planned = rows.map((row: { dueOn: string; open: object }) => [row.dueOn, row.open]);
    expect(planned).toEqual(
      shown.schedule.map((row: { dueOn: string; after: object }) => [row.dueOn, row.after]),
    );
    const told = await sql(
      "select template from messages where application_id = $1 and template = 'payout-made'",
      applicationId,
    );
    expect(told).toHaveLength(1);
    expect([await reserved(applicationId), await paidByBank(clockId, '2026-01-20')]).toEqual([
      '10000000',
      ['2000000'],
    ]);
  });

  it('happens once, however often it is sent, and not on a loan that moved on', async () => {
    const { loanId, applicationId } = await stagedLoan();
    const headers = { 'idempotency-key': `draw-${loanId}` };
    const [first, again] = [
      await draw(loanId, '1500000', money.tokens.mine, headers),
      await draw(loanId, '1500000', money.tokens.mine, headers),
    ];
    expect(again.json().id).toBe(first.json().id);
    await money.desk.takeUp(applicationId);
    await money.desk.payDraw(applicationId);
    await forgetAnswer(money.api, `draw-${loanId}`);
    const rerun = await draw(loanId, '1500000', money.tokens.mine, { ...headers, 'if-match': '"v1"' });
    expect([rerun.statusCode, rerun.json().id]).toEqual([200, first.json().id]);
    const stale = await draw(loanId, '1500000', money.tokens.mine, { 'if-match': '"v1"' });
    expect(stale.json().code).toBe('VERSION_MISMATCH');
    expect((await draws(loanId)).payouts).toHaveLength(2);
  });

  it.each([
    ['was booked though the call timed out', '2009902'],
    ['was lost on its way', '2009903'],
  ])('that %s is asked about and paid once', async (_, amountMinor) => {
    const { loanId, applicationId, clockId } = await stagedLoan();
    await draw(loanId, amountMinor);
    await money.desk.takeUp(applicationId);
    expect((await money.desk.payDraw(applicationId)).next).toMatchObject({
      kind: 'draw',
      at: '2026-01-20T02:10:00.000Z',
    });
    expect((await draws(loanId)).payouts[1].status).toBe('processing');
    await moveClock(money.api, clockId, '2026-01-21');
    await money.desk.payDraw(applicationId);
    expect(await draws(loanId)).toMatchObject({ drawnMinor: String(4_000_000n + BigInt(amountMinor)) });
    const paid = [...(await paidByBank(clockId, '2026-01-20')), ...(await paidByBank(clockId, '2026-01-21'))];
    expect(paid).toEqual([amountMinor]);
  });

  it('that the bank refuses leaves the loan as it was, and can be drawn again', async () => {
    const { loanId, applicationId } = await stagedLoan();
    await draw(loanId, '2009901');
    await money.desk.takeUp(applicationId);
    const plan = await money.desk.payDraw(applicationId);
    expect([plan.view.stage, plan.payoutReturned, plan.view.outstandingMinor]).toEqual([
      'REPAYING',
      false,
      '4000000',
    ]);
    const after = await draws(loanId);
    expect(after).toMatchObject({
      availableMinor: '6000000',
      underWayMinor: '0',
      drawsLeft: 9,
      refusal: null,
    });
    expect(after.payouts[1]).toMatchObject({ status: 'failed', valueOn: null });
    const told = await sql(
      "select template from messages where application_id = $1 and template = 'draw-failed'",
      applicationId,
    );
    expect(told).toHaveLength(1);
    expect((await draw(loanId, '2000000')).json().status).toBe('confirmed');
  });

  it('that the bank takes back later is undone on the account', async () => {
    const { loanId, applicationId, clockId } = await stagedLoan();
    await draw(loanId, '2000000');
    await money.desk.takeUp(applicationId);
    await money.desk.payDraw(applicationId);
    await moveClock(money.api, clockId, '2026-01-22');
    const orderNo = (
      await sql('select key from payouts where draw_of is not null and loan_id = $1', loanId)
    )[0].key;
    const word = {
      orderNo,
      status: 'returned',
      bankRef: 'b1',
      valueOn: '2026-01-22',
      code: 'ACCOUNT_CLOSED',
    };
    await sql(
      "insert into inbox (workflow_id, kind, ref, body, received_at, clock_id) values ($1, 'payout', 'evt_back', $2, now(), $3)",
      `loan/${applicationId}`,
      JSON.stringify(word),
      clockId,
    );
    const plan = await money.desk.takeUp(applicationId);
    expect([plan.payoutReturned, plan.view.outstandingMinor]).toEqual([false, '4000000']);
    expect(await draws(loanId)).toMatchObject({ drawnMinor: '4000000', availableMinor: '6000000' });
  });

  it('is sent once though the process died after the word was taken, whatever became of the loan since', async () => {
    const { loanId, applicationId, clockId } = await stagedLoan();
    await draw(loanId, '2000000');
    await money.desk.takeUp(applicationId);
    await sql("update payouts set status = 'processing' where draw_of is not null and loan_id = $1", loanId);
    await moveClock(money.api, clockId, '2026-02-20');
    await money.desk.payDraw(applicationId);
    expect(await paidByBank(clockId, '2026-02-20')).toEqual(['2000000']);
    expect((await draws(loanId)).payouts[1].status).toBe('confirmed');
  });

  it('is given up when the loan falls into arrears before the bank was spoken to', async () => {
    const { loanId, applicationId, clockId } = await stagedLoan();
    await draw(loanId, '2000000');
    await money.desk.takeUp(applicationId);
    await moveClock(money.api, clockId, '2026-02-20');
    await money.desk.payDraw(applicationId);
    expect((await draws(loanId)).payouts[1]).toMatchObject({ status: 'failed', failureCode: 'DRAW_ARREARS' });
    expect(await paidByBank(clockId, '2026-02-20')).toEqual([]);
  });
});

describe('a draw is refused', () => {
  const refusal = async (loanId: string, amountMinor: string) =>
    (await draw(loanId, amountMinor)).json().errors?.[0]?.detail;

  it('beyond what is left, or below the least amount', async () => {
    const { loanId } = await stagedLoan();
    expect(await refusal(loanId, '6000001')).toBe('More than is left would be drawn');
    expect(await refusal(loanId, '999999')).toBe('Less than the least amount of a draw');
  });

  it('while something is due and unpaid, and after the agreed time', async () => {
    const { loanId, clockId } = await stagedLoan();
    await moveClock(money.api, clockId, '2026-02-10');
    expect(await refusal(loanId, '2000000')).toBe('What is due must be paid first');
    const later = await stagedLoan();
    await bookOn(money.api, later, '2026-01-20', {
      type: 'prepaid',
      paymentId: 'pay_some',
      amountMinor: '100000',
      way: 'shorter-term',
    });
    await sql(
      "update loans set terms = jsonb_set(terms, '{schedule,firstDueOn}', '\"2026-09-10\"') where id = $1",
      later.loanId,
    );
    await moveClock(money.api, later.clockId, '2026-07-11');
    expect(await refusal(later.loanId, '2000000')).toBe('The time to draw is over');
  });

  it('while another is on its way', async () => {
    const { loanId, applicationId } = await stagedLoan();
    await draw(loanId, '2000000');
    await money.desk.takeUp(applicationId);
    expect(await refusal(loanId, '1500000')).toBe('Another draw is on its way');
  });

  it('of two ordered at once the second, when the loan takes them up', async () => {
    const { loanId, applicationId } = await stagedLoan();
    const orders = [(await draw(loanId, '4000000')).json().id, (await draw(loanId, '4000000')).json().id];
    await money.desk.takeUp(applicationId);
    const states = await Promise.all(
      orders.map(async (id) => (await money.get(`/money-operations/${id}`)).json()),
    );
    expect(states.map(({ status, refusal: why }) => [status, why])).toEqual([
      ['applied', null],
      ['refused', 'DRAW_UNDER_WAY'],
    ]);
  });

  it('by a product that pays out at once', async () => {
    const { loanId } = await stagedLoan('consumer_instalment');
    expect(await refusal(loanId, '2000000')).toBe('The loan was paid out all at once');
    expect((await draws(loanId)).refusal).toBe('DRAWING_NOT_AGREED');
  });

  it('to whoever may not change loans', async () => {
    const { loanId } = await stagedLoan();
    expect((await draw(loanId, '2000000', money.tokens.officer)).statusCode).toBe(403);
    const other = await money.api.token('applicant', 'somebody');
    expect((await draw(loanId, '2000000', other)).statusCode).toBe(404);
  });
});

describe('a draw ordered by staff', () => {
  it('waits for a second person', async () => {
    const { loanId, applicationId } = await stagedLoan();
    const order = await draw(loanId, '2000000', money.tokens.operator);
    const { id } = order.json();
    expect(order.json()).toMatchObject({
      status: 'proposed',
      needsSecondPerson: true,
      stakeMinor: '2000000',
    });
    await money.desk.takeUp(applicationId);
    expect((await draws(loanId)).payouts).toHaveLength(1);
    expect((await money.decide(id, 'confirm', money.tokens.operator)).statusCode).toBe(403);
    expect((await money.decide(id, 'confirm', money.tokens.risk)).json().status).toBe('confirmed');
    await money.desk.takeUp(applicationId);
    await money.desk.payDraw(applicationId);
    expect(await draws(loanId)).toMatchObject({ drawnMinor: '6000000' });
  });
});

describe('a loan in dollars with a fee kept back', () => {
  it('says what was lent and what was paid, and each order in its currency', async () => {
    const { loanId, applicationId } = await stagedLoan();
    await sql(
      `update loans set currency = 'USD', terms = jsonb_set(terms, '{schedule,currency}', '"USD"') where id = $1`,
      loanId,
    );
    const short = await money.preview(loanId, { kind: 'early_full', amountMinor: '1' }, money.tokens.risk);
    // 40,000.00 and ten days at 12%.
    expect(short.errors[0].detail).toBe('The amount does not end the loan: $40,133.33 does');
    await sql('update payouts set amount_minor = 3960000, withheld_minor = 40000 where loan_id = $1', loanId);
    const seen = await draws(loanId);
    expect(seen).toMatchObject({ currency: 'USD', drawnMinor: '4000000' });
    expect(seen.payouts).toMatchObject([
      { lentMinor: '4000000', withheldMinor: '40000', amountMinor: '3960000' },
    ]);
    const order = (await draw(loanId, '2000000', money.tokens.operator)).json();
    const listed = (await money.get(`/money-operations?loanId=${loanId}`)).json().data;
    const one = (await money.get(`/money-operations/${order.id}`)).json();
    expect([order.currency, listed[0].currency, one.currency]).toEqual(['USD', 'USD', 'USD']);
    await money.decide(order.id, 'confirm', money.tokens.risk);
    await money.desk.takeUp(applicationId);
    const [payout] = await sql('select currency from payouts where draw_of = $1', order.id);
    expect(payout.currency).toBe('USD');
  });
});

describe('the limit that a loan reserves', () => {
  it('is all of it while it may be drawn, then what was drawn', async () => {
    const loan = await stagedLoan();
    const { loanId, applicationId, clockId } = loan;
    await draw(loanId, '2000000');
    await money.desk.takeUp(applicationId);
    await money.desk.payDraw(applicationId);
    expect(await reserved(applicationId)).toBe('10000000');
    await moveClock(money.api, clockId, '2026-07-11');
    await money.desk.reach(applicationId, {
      kind: 'endDrawing',
      key: 'endDrawing/2026-07-10',
      at: '2026-07-10T16:20:00.000Z',
    });
    expect(await reserved(applicationId)).toBe('6000000');
  });
});
