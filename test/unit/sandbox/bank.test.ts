import { type PersonScenario, person } from '../../../sandbox/people/people';
import { at, type RunningSandbox, startSandbox } from './running-sandbox';

let sandbox: RunningSandbox;
let orders = 0;

beforeAll(async () => {
  sandbox = await startSandbox({ hangMs: 100 });
});
afterAll(() => sandbox.stop());

const T0 = '2026-03-02T02:00:00Z';

function order(scenario?: PersonScenario, over: Record<string, unknown> = {}) {
  orders += 1;
  const p = person({ n: orders, ...(scenario && { scenario }) });
  return {
    orderNo: `order_${String(orders).padStart(6, '0')}`,
    amountMinor: '1000000',
    currency: 'CNY',
    cardNo: p.cardNo,
    holderName: p.name,
    memo: 'loan_1',
    mandateRef: 'ctr_1',
    ...over,
  };
}
const payout = (body: unknown, headers = {}) => sandbox.call('POST', '/bank/payouts', body, headers);
const debit = (body: unknown, headers = {}) => sandbox.call('POST', '/bank/debits', body, headers);
const queryPayout = (no: string, headers = {}) =>
  sandbox.call('GET', `/bank/payouts/${no}`, undefined, headers);
const books = async (clock = 'live') => (await sandbox.call('GET', `/bank/books?clock=${clock}`)).json;
/** The bank's own control account of a clock in a currency. */
const control = async (clock: string, currency = 'CNY') =>
  (await books(clock)).accounts.find((one: { currency: string }) => one.currency === currency);
const bookedOf = async (orderNo: string, clock = 'live') =>
  (await books(clock)).entries.filter((entry: { orderNo: string }) => entry.orderNo === orderNo).length;

describe('payouts', () => {
  it('are confirmed at once and booked once, however often the same order comes', async () => {
    const body = order();
    const first = await payout(body);
    const again = await payout(body);
    expect(first.json).toMatchObject({ status: 'SUCCESS', orderNo: body.orderNo });
    expect(again.json).toEqual(first.json);
    expect(await bookedOf(body.orderNo)).toBe(1);
  });

  it('refuse another order under a used number', async () => {
    const body = order();
    await payout(body);
    const other = await payout({ ...body, amountMinor: '1000001' });
    expect(other.status).toBe(409);
    expect(other.json.code).toBe('ORDER_CONFLICT');
    expect(await bookedOf(body.orderNo)).toBe(1);
  });

  it('book one payout when the same order comes many times at once', async () => {
    const body = order();
    const answers = await Promise.all(Array.from({ length: 20 }, () => payout(body)));
    expect(new Set(answers.map((answer) => answer.text)).size).toBe(1);
    expect(await bookedOf(body.orderNo)).toBe(1);
  });

  it.each<[PersonScenario, string]>([
    ['payout_account_closed', 'ACCOUNT_CLOSED'],
    ['payout_account_frozen', 'ACCOUNT_FROZEN'],
    ['payout_name_mismatch', 'NAME_MISMATCH'],
  ])('fail without a booking for %s', async (scenario, code) => {
    const body = order(scenario);
    expect((await payout(body)).json).toMatchObject({ status: 'FAILED', code });
    expect(await bookedOf(body.orderNo)).toBe(0);
  });

  it('are refused by the last digits of an amount too', async () => {
    const body = order(undefined, { amountMinor: '1009901' });
    expect((await payout(body)).json).toMatchObject({ status: 'FAILED', code: 'ACCOUNT_CLOSED' });
  });

  it('break off without an answer yet are booked for payout_unknown_booked', async () => {
    const body = order('payout_unknown_booked');
    await expect(payout(body)).rejects.toThrow();
    expect((await queryPayout(body.orderNo)).json).toMatchObject({ status: 'SUCCESS' });
    expect(await bookedOf(body.orderNo)).toBe(1);
  });

  it('are lost once for payout_unknown_lost, and taken when the same order comes again', async () => {
    const body = order('payout_unknown_lost');
    await expect(payout(body)).rejects.toThrow();
    expect((await queryPayout(body.orderNo)).status).toBe(404);
    expect((await payout(body)).json).toMatchObject({ status: 'SUCCESS' });
    expect(await bookedOf(body.orderNo)).toBe(1);
  });

  it('answer 502 yet are booked for payout_error_booked', async () => {
    const body = order('payout_error_booked');
    expect((await payout(body)).status).toBe(502);
    expect((await queryPayout(body.orderNo)).json).toMatchObject({ status: 'SUCCESS' });
  });

  it('come back a day later for payout_returned, and the books show both ways', async () => {
    const body = order('payout_returned');
    expect((await payout(body, at('clk_ret', T0))).json).toMatchObject({
      status: 'SUCCESS',
      valueOn: '2026-03-02',
    });
    const later = await queryPayout(body.orderNo, at('clk_ret', '2026-03-03T02:00:01Z'));
    expect(later.json).toMatchObject({ status: 'RETURNED', code: 'ACCOUNT_CLOSED', valueOn: '2026-03-03' });
    const { totals, balanceMinor, openingMinor } = await control('clk_ret');
    expect(totals).toEqual({
      payout: { count: 1, amountMinor: '1000000' },
      payout_return: { count: 1, amountMinor: '1000000' },
    });
    expect(balanceMinor).toBe(openingMinor);
  });

  it('stay in process until their virtual time has come', async () => {
    const body = order('payout_no_callback');
    expect((await payout(body, at('clk_proc', T0))).json.status).toBe('PROCESSING');
    expect(await bookedOf(body.orderNo, 'clk_proc')).toBe(0);
    const later = at('clk_proc', '2026-03-02T02:01:00Z');
    expect((await queryPayout(body.orderNo, later)).json.status).toBe('SUCCESS');
    expect(await bookedOf(body.orderNo, 'clk_proc')).toBe(1);
  });

  it('refuse nonsense with a pointer and without repeating it', async () => {
    const answer = await payout({ ...order(), cardNo: 'canary-4711', amountMinor: '-5' });
    expect(answer.status).toBe(400);
    expect(answer.json.at).toEqual(expect.arrayContaining(['/cardNo', '/amountMinor']));
    expect(answer.text).not.toContain('canary');
  });
});

describe('debits', () => {
  const resultsOf = async (scenario: PersonScenario, times: number) => {
    const base = order(scenario);
    const results: string[] = [];
    for (let i = 0; i < times; i += 1) {
      const { json } = await debit({ ...base, orderNo: `${base.orderNo}-${i}` });
      results.push(json.code ?? json.status);
    }
    return results;
  };
  const short = 'INSUFFICIENT_BALANCE';

  it.each<[PersonScenario, string[]]>([
    ['debit_insufficient_once', [short, 'SUCCESS', 'SUCCESS']],
    ['debit_insufficient_thrice', [short, short, short, 'SUCCESS']],
    ['debit_insufficient_always', [short, short, short, short, short]],
    ['debit_stops_after_three', ['SUCCESS', 'SUCCESS', 'SUCCESS', short, short]],
    ['debit_account_frozen', ['ACCOUNT_FROZEN', 'ACCOUNT_FROZEN']],
    ['debit_limit_exceeded', ['LIMIT_EXCEEDED', 'SUCCESS']],
  ])('follow %s', async (scenario, expected) => {
    expect(await resultsOf(scenario, expected.length)).toEqual(expected);
  });

  it('count per card and clock: a new clock tells the story anew', async () => {
    const base = order('debit_insufficient_once');
    for (const clock of ['clk_a', 'clk_b']) {
      const first = await debit({ ...base, orderNo: `${base.orderNo}-${clock}` }, at(clock, T0));
      expect(first.json.code).toBe(short);
    }
  });

  it('need a mandate', async () => {
    const { mandateRef: _, ...body } = order();
    expect((await debit(body)).json).toMatchObject({ status: 'FAILED', code: 'NO_MANDATE' });
  });

  it('are lost once or booked unheard when told so', async () => {
    const booked = order('debit_unknown_booked');
    await expect(debit(booked)).rejects.toThrow();
    expect(await bookedOf(booked.orderNo)).toBe(1);
    const lost = order('debit_unknown_lost');
    await expect(debit(lost)).rejects.toThrow();
    expect((await debit(lost)).json.status).toBe('SUCCESS');
    expect(await bookedOf(lost.orderNo)).toBe(1);
  });

  it('never take more than a set balance, which wages refill on the wage day', async () => {
    const base = order();
    const setting = { balanceMinor: '1500000', wage: { dayOfMonth: 10, amountMinor: '800000' } };
    await sandbox.call('POST', `/control/accounts/${base.cardNo}`, setting, at('clk_wage', T0));
    const attempt = async (no: number, now: string) =>
      (await debit({ ...base, orderNo: `${base.orderNo}-${no}` }, at('clk_wage', now))).json.status;
    expect(await attempt(1, '2026-03-02T03:00:00Z')).toBe('SUCCESS');
    expect(await attempt(2, '2026-03-09T03:00:00Z')).toBe('FAILED');
    expect(await attempt(3, '2026-03-09T16:00:00Z')).toBe('SUCCESS');
    expect(await attempt(4, '2026-04-09T03:00:00Z')).toBe('FAILED');
    expect(await attempt(5, '2026-04-10T03:00:00Z')).toBe('SUCCESS');
  });

  it('are all answered by callback when control says so', async () => {
    await sandbox.call('POST', '/control/bank', { debits: 'by_callback' });
    expect((await debit(order(), at('clk_mode', T0))).json.status).toBe('PROCESSING');
    await sandbox.call('POST', '/control/bank', { debits: 'at_once' });
    expect((await debit(order(), at('clk_mode', T0))).json.status).toBe('SUCCESS');
  });
});

describe('transfers, books and statements', () => {
  it("book a borrower's own payment once per transfer number", async () => {
    const { cardNo } = order();
    const body = { amountMinor: '12345', reference: 'loan_9', transferNo: 'tr-1' };
    const path = `/bank/accounts/${cardNo}/transfer`;
    const first = await sandbox.call('POST', path, body, at('clk_tr', T0));
    const again = await sandbox.call('POST', path, body, at('clk_tr', T0));
    expect(again.json).toEqual(first.json);
    expect((await sandbox.call('POST', path, { ...body, amountMinor: '1' }, at('clk_tr', T0))).status).toBe(
      409,
    );
    expect((await control('clk_tr')).totals).toEqual({ transfer: { count: 1, amountMinor: '12345' } });
    await sandbox.call('POST', `/bank/transfers/${first.json.bankRef}/bounce`, undefined, at('clk_tr', T0));
    await sandbox.call('POST', `/bank/transfers/${first.json.bankRef}/bounce`, undefined, at('clk_tr', T0));
    const after = await control('clk_tr');
    expect(after.totals.transfer_bounce).toEqual({ count: 1, amountMinor: '12345' });
    expect(after.balanceMinor).toBe(after.openingMinor);
  });

  it('keep a control account for each currency', async () => {
    const { cardNo } = order();
    const pay = (currency: string, amountMinor: string) =>
      sandbox.call(
        'POST',
        `/bank/accounts/${cardNo}/transfer`,
        { amountMinor, currency, reference: 'loan_fx', transferNo: `fx-${currency}` },
        at('clk_cc', T0),
      );
    await pay('USD', '300');
    await pay('CNY', '50000');
    await debit({ ...order(), currency: 'USD', amountMinor: '200' }, at('clk_cc', T0));
    const { accounts, entryCount } = await books('clk_cc');
    const opening = 10_000_000_000n;
    expect(entryCount).toBe(3);
    expect(accounts).toEqual([
      {
        currency: 'CNY',
        openingMinor: `${opening}`,
        balanceMinor: `${opening + 50_000n}`,
        totals: { transfer: { count: 1, amountMinor: '50000' } },
      },
      {
        currency: 'USD',
        openingMinor: `${opening}`,
        balanceMinor: `${opening + 500n}`,
        totals: { transfer: { count: 1, amountMinor: '300' }, debit: { count: 1, amountMinor: '200' } },
      },
    ]);
  });

  it("keep a borrower's money in each currency apart", async () => {
    const base = order();
    const set = (body: object) =>
      sandbox.call('POST', `/control/accounts/${base.cardNo}`, body, at('clk_ca', T0));
    const ask = async (no: string, currency: string, amountMinor: string) => {
      const body = { ...base, orderNo: `${base.orderNo}-${no}`, currency, amountMinor };
      const { json } = await debit(body, at('clk_ca', T0));
      return json.code ?? json.status;
    };
    await set({ balanceMinor: '1000' });
    await set({ balanceMinor: '500', currency: 'USD' });
    expect(await ask('1', 'USD', '501')).toBe('INSUFFICIENT_BALANCE');
    expect(await ask('2', 'CNY', '1000')).toBe('SUCCESS');
    expect(await ask('3', 'USD', '500')).toBe('SUCCESS');
    expect(await ask('4', 'USD', '1')).toBe('INSUFFICIENT_BALANCE');
    await set({ balanceMinor: '800' });
    expect(await ask('5', 'USD', '1')).toBe('INSUFFICIENT_BALANCE');
    expect(await ask('6', 'CNY', '800')).toBe('SUCCESS');
  });

  it('give each currency a statement of its own, in its own money', async () => {
    const yuan = order();
    const dollars = { ...order(), currency: 'USD', amountMinor: '300000' };
    await payout(yuan, at('clk_fx', T0));
    await payout(dollars, at('clk_fx', T0));
    const of = async (currency: string) =>
      (
        await sandbox.call(
          'GET',
          `/bank/statements/2026-03-02?currency=${currency}`,
          undefined,
          at('clk_fx', T0),
        )
      ).json;
    for (const [currency, one, amountMinor] of [
      ['CNY', await of('CNY'), 1_000_000n],
      ['USD', await of('USD'), 300_000n],
    ] as const) {
      expect([one.currency, one.lines.map((line: { currency: string }) => line.currency)]).toEqual([
        currency,
        [currency],
      ]);
      expect(BigInt(one.openingMinor) - BigInt(one.closingMinor)).toBe(amountMinor);
    }
    expect((await of('EUR')).lineCount).toBe(0);
  });

  it('give a statement per day that adds up and carries on the day before', async () => {
    const first = order();
    const second = order();
    await payout(first, at('clk_st', T0));
    await debit({ ...second, amountMinor: '250000' }, at('clk_st', '2026-03-03T02:00:00Z'));
    const day = (on: string) =>
      sandbox.call('GET', `/bank/statements/${on}`, undefined, at('clk_st', '2026-03-04T00:00:00Z'));
    const one = (await day('2026-03-02')).json;
    const two = (await day('2026-03-03')).json;
    expect(one.lines).toHaveLength(1);
    expect(BigInt(one.openingMinor) - BigInt(one.closingMinor)).toBe(1_000_000n);
    expect(two.openingMinor).toBe(one.closingMinor);
    expect(BigInt(two.closingMinor) - BigInt(two.openingMinor)).toBe(250_000n);
    const csv = await sandbox.call(
      'GET',
      '/bank/statements/2026-03-02?format=csv',
      undefined,
      at('clk_st', T0),
    );
    expect(csv.text.split('\r\n')[1]).toBe(
      `"1","2026-03-02","debit","payout","1000000","CNY","${one.lines[0].bankRef}","${first.orderNo}",""`,
    );
    expect(JSON.stringify([one, csv.text])).not.toContain(first.cardNo);
  });

  it('plant differences into a statement and leave the books alone', async () => {
    const headers = at('clk_flaw', T0);
    const bodies = [order(), order(), order()];
    for (const body of bodies) await payout(body, headers);
    const statement = async () =>
      (await sandbox.call('GET', '/bank/statements/2026-03-02', undefined, headers)).json;
    const refs = (await statement()).lines.map((line: { bankRef: string }) => line.bankRef);
    const plant = (flaw: object) =>
      sandbox.call('POST', '/control/statement-differences', { statementOn: '2026-03-02', ...flaw }, headers);
    await plant({ kind: 'missing', bankRef: refs[0] });
    await plant({ kind: 'amount', bankRef: refs[1], amountMinor: '7' });
    await plant({ kind: 'duplicate', bankRef: refs[2] });
    await plant({ kind: 'extra', bankRef: 'XX1', amountMinor: '900' });
    const flawed = await statement();
    expect(
      flawed.lines.map((line: { bankRef: string; amountMinor: string }) => [line.bankRef, line.amountMinor]),
    ).toEqual([
      [refs[1], '7'],
      [refs[2], '1000000'],
      [refs[2], '1000000'],
      ['XX1', '900'],
    ]);
    expect((await control('clk_flaw')).totals.payout.count).toBe(3);
  });

  it('survive a restart: orders, balances, lost orders and unsent callbacks', async () => {
    const paid = order();
    const lost = order('payout_unknown_lost');
    const called = order('payout_by_callback');
    await payout(paid, at('clk_re', T0));
    await expect(payout(lost, at('clk_re', T0))).rejects.toThrow();
    await payout(called, at('clk_re', T0));
    await sandbox.restart();
    expect((await payout(paid, at('clk_re', T0))).json.status).toBe('SUCCESS');
    expect((await payout(lost, at('clk_re', T0))).json.status).toBe('SUCCESS');
    expect((await control('clk_re')).totals).toEqual({ payout: { count: 2, amountMinor: '2000000' } });
    expect((await sandbox.call('GET', '/control/clocks/clk_re/next')).json.next).toBe(
      '2026-03-02T02:01:00.000Z',
    );
  });
});
