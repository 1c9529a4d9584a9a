import { Webhook } from 'standardwebhooks';
import { outsideCallback } from '../../../contracts/sources/bank-callback';
import { type PersonScenario, person } from '../../../sandbox/people/people';
import { at, callbackSecret, eventually, startReceiver, startSandbox } from './running-sandbox';

const T0 = '2026-03-02T02:00:00Z';

const order = (no: string, scenario?: PersonScenario) => {
  const p = person({ n: Number(no.slice(-3)), ...(scenario && { scenario }) });
  return {
    orderNo: `order_${no}`,
    amountMinor: '500000',
    currency: 'CNY',
    cardNo: p.cardNo,
    holderName: p.name,
    mandateRef: 'ctr_1',
  };
};

async function setUp(options: { statuses?: number[]; advanceLimitMs?: number; target?: boolean } = {}) {
  const receiver = await startReceiver(options.statuses);
  const sandbox = await startSandbox({ advanceLimitMs: options.advanceLimitMs ?? 5_000 });
  if (options.target ?? true) {
    await sandbox.call('POST', '/control/callback-url', { url: receiver.url, secret: callbackSecret });
  }
  const types = () => receiver.received.map((call) => call.json.type);
  const advance = (clock: string, now: string) =>
    sandbox.call('POST', `/control/clocks/${clock}/advance`, { now });
  const next = async (clock: string) =>
    (await sandbox.call('GET', `/control/clocks/${clock}/next`)).json.next;
  const stop = async () => {
    await sandbox.stop();
    await receiver.stop();
  };
  return { receiver, sandbox, types, advance, next, stop };
}
type World = Awaited<ReturnType<typeof setUp>>;
let world: World;
afterEach(() => world.stop());

const verifies = (call: { body: string; headers: NodeJS.Dict<string | string[]> }) => {
  try {
    new Webhook(callbackSecret).verify(call.body, call.headers as Record<string, string>);
    return true;
  } catch {
    return false;
  }
};

describe('callbacks in virtual time', () => {
  it('wait for their clock, say when they are due, and are signed', async () => {
    world = await setUp();
    await world.sandbox.call('POST', '/bank/payouts', order('001', 'payout_by_callback'), at('clk_1', T0));
    expect(await world.next('clk_1')).toBe('2026-03-02T02:01:00.000Z');
    expect((await world.advance('clk_1', '2026-03-02T02:00:59Z')).json.acknowledged).toBe(0);
    const done = await world.advance('clk_1', '2026-03-02T02:01:00Z');
    expect(done.json).toMatchObject({ acknowledged: 1, refused: 0, next: null });
    const [call] = world.receiver.received;
    expect(call && verifies(call)).toBe(true);
    expect(call?.headers).toMatchObject({
      'x-test-clock': 'clk_1',
      'x-test-now': '2026-03-02T02:01:00.000Z',
    });
    expect(outsideCallback.parse(call?.json)).toMatchObject({
      type: 'payout.confirmed',
      orderNo: 'order_001',
      amountMinor: '500000',
      valueOn: '2026-03-02',
      clockId: 'clk_1',
    });
  });

  it('are delivered in order of virtual time whatever the order of the orders', async () => {
    world = await setUp();
    await world.sandbox.call(
      'POST',
      '/bank/payouts',
      order('003', 'payout_by_callback'),
      at('clk_1', '2026-03-05T02:00:00Z'),
    );
    await world.sandbox.call('POST', '/bank/payouts', order('004', 'payout_by_callback'), at('clk_1', T0));
    await world.sandbox.call('POST', '/bank/payouts', order('005', 'payout_by_callback'), at('clk_2', T0));
    const done = await world.advance('clk_1', '2026-03-06T00:00:00Z');
    expect(done.json.acknowledged).toBe(2);
    const orders = world.receiver.received.map((call) => JSON.parse(call.body).orderNo);
    expect(orders).toEqual(['order_004', 'order_003']);
  });

  it.each<[PersonScenario, 'payouts' | 'debits', string, string[]]>([
    ['payout_fails_by_callback', 'payouts', '2026-03-02T02:01:00Z', ['payout.failed']],
    ['payout_returned', 'payouts', '2026-03-03T02:00:00Z', ['payout.returned']],
    ['payout_no_callback', 'payouts', '2026-12-31T00:00:00Z', []],
    ['payout_out_of_order', 'payouts', '2026-03-02T02:03:00Z', ['payout.returned', 'payout.confirmed']],
    ['debit_by_callback', 'debits', '2026-03-02T02:01:00Z', ['debit.confirmed']],
    ['debit_insufficient_by_callback', 'debits', '2026-03-02T02:01:00Z', ['debit.failed']],
    ['debit_never_answered', 'debits', '2026-12-31T00:00:00Z', []],
    ['callback_late', 'debits', '2026-03-04T01:59:59Z', []],
    ['callback_late', 'debits', '2026-03-04T02:00:00Z', ['debit.confirmed']],
  ])('follow %s for %s until %s', async (scenario, path, until, expected) => {
    world = await setUp();
    await world.sandbox.call('POST', `/bank/${path}`, order('002', scenario), at('clk_1', T0));
    await world.advance('clk_1', until);
    expect(world.types()).toEqual(expected);
  });

  it('come three times at once and again a day later for callback_duplicate, with one event id', async () => {
    world = await setUp();
    await world.sandbox.call('POST', '/bank/debits', order('006', 'callback_duplicate'), at('clk_1', T0));
    await world.advance('clk_1', '2026-03-02T03:00:00Z');
    expect(world.types()).toHaveLength(3);
    await world.advance('clk_1', '2026-03-03T03:00:00Z');
    expect(world.types()).toHaveLength(4);
    expect(new Set(world.receiver.received.map((call) => call.json.id)).size).toBe(1);
  });

  it('come first with a wrong signature for callback_bad_signature, and that one is not repeated', async () => {
    world = await setUp({ statuses: [401] });
    await world.sandbox.call('POST', '/bank/debits', order('007', 'callback_bad_signature'), at('clk_1', T0));
    const done = await world.advance('clk_1', '2026-03-02T03:00:00Z');
    expect(done.json).toMatchObject({ acknowledged: 1, refused: 1 });
    expect(world.receiver.received.map(verifies)).toEqual([false, true]);
  });

  it('are repeated until taken, and the advance waits for it', async () => {
    world = await setUp({ statuses: [503, 500, 409] });
    await world.sandbox.call('POST', '/bank/debits', order('008', 'debit_by_callback'), at('clk_1', T0));
    expect((await world.advance('clk_1', '2026-03-02T03:00:00Z')).json.acknowledged).toBe(1);
    expect(world.receiver.received).toHaveLength(4);
    await world.advance('clk_1', '2026-03-05T03:00:00Z');
    expect(world.receiver.received).toHaveLength(4);
  });

  it('fail the advance, and stay due, when nobody takes them', async () => {
    world = await setUp({ statuses: Array(50).fill(503), advanceLimitMs: 200 });
    await world.sandbox.call('POST', '/bank/debits', order('009', 'debit_by_callback'), at('clk_1', T0));
    const failed = await world.advance('clk_1', '2026-03-02T03:00:00Z');
    expect([failed.status, failed.json.code]).toEqual([504, 'CALLBACK_UNDELIVERED']);
    expect(await world.next('clk_1')).toBe('2026-03-02T02:01:00.000Z');
  });

  it('are given up after eight refusals, so that one poisoned callback stops no clock', async () => {
    world = await setUp({ statuses: Array(50).fill(404) });
    await world.sandbox.call('POST', '/bank/debits', order('010', 'debit_by_callback'), at('clk_1', T0));
    expect((await world.advance('clk_1', '2026-03-02T03:00:00Z')).json).toMatchObject({
      acknowledged: 0,
      refused: 1,
    });
    expect(world.receiver.received).toHaveLength(8);
  });

  it('fail the advance plainly while no URL is set', async () => {
    world = await setUp({ target: false });
    await world.sandbox.call('POST', '/bank/debits', order('011', 'debit_by_callback'), at('clk_1', T0));
    const failed = await world.advance('clk_1', '2026-03-02T03:00:00Z');
    expect([failed.status, failed.json.code]).toEqual([409, 'NO_CALLBACK_URL']);
  });

  it('tell that the tax answer is ready, and the same question then gets it', async () => {
    world = await setUp();
    const { company } = await import('../../../sandbox/people/companies');
    const body = { uscc: company({ n: 1, scenario: 'tax_by_callback' }).uscc, authNo: 'con_1' };
    const ask = (now: string) =>
      world.sandbox.call('POST', '/tax/v1/summary', body, {
        ...at('clk_1', now),
        'idempotency-key': 'app_1/tax',
      });
    expect((await ask(T0)).json.code).toBe('PENDING');
    expect((await ask('2026-03-02T02:01:00Z')).json.code).toBe('PENDING');
    await world.advance('clk_1', '2026-03-02T02:05:00Z');
    expect(world.receiver.received.map((call) => call.json)).toMatchObject([
      { type: 'source.ready', sourceCode: 'tax', requestKey: 'app_1/tax' },
    ]);
    expect((await ask('2026-03-02T02:05:00Z')).json.code).toBe('SUCCESS');
  });
});

describe('callbacks in real time', () => {
  it('go out by themselves and are repeated until taken', async () => {
    world = await setUp({ statuses: [500, 503] });
    await world.sandbox.call('POST', '/bank/payouts', order('020', 'payout_by_callback'));
    await eventually(() => world.receiver.received.length === 3);
    await eventually(() => world.types().every((type) => type === 'payout.confirmed'));
    const { json } = await world.sandbox.call('GET', '/control/callbacks');
    expect(json.pending).toEqual([]);
    expect(json.finished).toMatchObject([{ outcome: 'acknowledged', type: 'payout.confirmed' }]);
  });

  it('wait for a URL and for a restart', async () => {
    world = await setUp({ target: false });
    await world.sandbox.call('POST', '/bank/payouts', order('021', 'payout_by_callback'));
    await world.sandbox.restart();
    expect(world.receiver.received).toHaveLength(0);
    await world.sandbox.call('POST', '/control/callback-url', {
      url: world.receiver.url,
      secret: callbackSecret,
    });
    await eventually(() => world.receiver.received.length === 1);
  });

  it('deliver many side by side without losing or repeating one', async () => {
    world = await setUp();
    const numbers = Array.from({ length: 300 }, (_, i) => String(100 + i));
    await Promise.all(
      numbers.map((no) => world.sandbox.call('POST', '/bank/debits', order(no, 'debit_by_callback'))),
    );
    await eventually(() => world.receiver.received.length >= numbers.length);
    const ids = world.receiver.received.map((call) => call.json.id);
    expect(new Set(ids).size).toBe(numbers.length);
    expect(ids).toHaveLength(numbers.length);
  });
});
