import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HttpPaymentClient } from '../../../providers/payments/http-payment-client';
import type { DebitOrder } from '../../../providers/payments/port';
import { ProviderError } from '../../../providers/provider-error';
import { type PersonScenario, person } from '../../../sandbox/people/people';
import { type RunningSandbox, startSandbox } from '../sandbox/running-sandbox';

let sandbox: RunningSandbox;
let client: HttpPaymentClient;
let orders = 0;

beforeAll(async () => {
  sandbox = await startSandbox({ hangMs: 5_000 });
  client = new HttpPaymentClient({ baseUrl: `${sandbox.url}/bank`, timeoutMs: 300 });
});
afterAll(async () => {
  await client.close();
  await sandbox.stop();
});

const toClose: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(toClose.splice(0).map((close) => close()));
});
function newClient(options: ConstructorParameters<typeof HttpPaymentClient>[0]) {
  const made = new HttpPaymentClient(options);
  toClose.push(() => made.close());
  return made;
}

const T0 = '2026-03-02T02:00:00Z';
const inClock = (now: string, id = 'clk_1') => ({ clock: { id, now } });

function order(scenario?: PersonScenario): DebitOrder {
  orders += 1;
  const p = person({ n: orders, ...(scenario && { scenario }) });
  return {
    key: `pay_${String(orders).padStart(8, '0')}`,
    amountMinor: '888488',
    currency: 'CNY',
    account: { cardNo: p.cardNo, holderName: p.name },
    mandateRef: 'ctr_1',
    memo: 'loan_1',
  };
}
const failure = async (promise: Promise<unknown>): Promise<ProviderError> => {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ProviderError)) throw new Error(`expected a ProviderError, got ${String(error)}`);
  return error;
};

describe('a payout', () => {
  it('is confirmed with its value date, and a repeat gives the same', async () => {
    const o = order();
    const first = await client.sendPayout(o, inClock(T0));
    expect(first).toMatchObject({ status: 'confirmed', valueOn: '2026-03-02' });
    expect(await client.sendPayout(o, inClock(T0))).toEqual(first);
    expect(await client.queryPayout(o.key, inClock(T0))).toEqual(first);
  });

  it('may carry slashes in its key, as long as keys may be', async () => {
    const o = { ...order(), key: `payout/${'a'.repeat(70)}/1` };
    const sent = await client.sendPayout(o, inClock(T0));
    expect(await client.queryPayout(o.key, inClock(T0))).toEqual(sent);
  });

  it('is unknown after silence, and the query finds it booked or absent', async () => {
    const booked = order('payout_unknown_booked');
    expect(await client.sendPayout(booked, inClock(T0))).toEqual({ status: 'unknown' });
    expect(await client.queryPayout(booked.key, inClock(T0))).toMatchObject({ status: 'confirmed' });
    const lost = order('payout_unknown_lost');
    expect(await client.sendPayout(lost, inClock(T0))).toEqual({ status: 'unknown' });
    expect(await client.queryPayout(lost.key, inClock(T0))).toEqual({ status: 'absent' });
    expect(await client.sendPayout(lost, inClock(T0))).toMatchObject({ status: 'confirmed' });
  });

  it('is unknown after a 502 and after a connection broken on the way', async () => {
    expect(await client.sendPayout(order('payout_error_booked'), inClock(T0))).toEqual({ status: 'unknown' });
    for (const kind of ['unanswered', 'down']) {
      await sandbox.call('POST', '/control/faults', { party: 'bank', kind, count: 1 });
      expect(await client.sendPayout(order(), inClock(T0))).toEqual({ status: 'unknown' });
    }
  });

  it('is refused in our words', async () => {
    expect(await client.sendPayout(order('payout_account_closed'), inClock(T0))).toMatchObject({
      status: 'failed',
      code: 'ACCOUNT_CLOSED',
    });
  });

  it('is in process, then confirmed or returned as time goes by', async () => {
    const o = order('payout_out_of_order');
    expect(await client.sendPayout(o, inClock(T0))).toMatchObject({ status: 'processing' });
    expect(await client.queryPayout(o.key, inClock('2026-03-02T02:01:30Z'))).toMatchObject({
      status: 'confirmed',
    });
    expect(await client.queryPayout(o.key, inClock('2026-03-02T02:02:00Z'))).toMatchObject({
      status: 'returned',
      code: 'ACCOUNT_CLOSED',
      returnedOn: '2026-03-02',
    });
  });

  it('throws when the key names another order: that is a mistake of ours and not an answer', async () => {
    const o = order();
    await client.sendPayout(o, inClock(T0));
    const error = await failure(client.sendPayout({ ...o, amountMinor: '1' }, inClock(T0)));
    expect([error.code, error.detail.reason]).toEqual(['REFUSED', 'order conflict']);
  });

  it('throws when surely nothing was sent', async () => {
    const nobody = newClient({ baseUrl: 'http://127.0.0.1:9/bank', timeoutMs: 300 });
    const error = await failure(nobody.sendPayout(order(), {}));
    expect([error.code, error.retryable]).toEqual(['UNAVAILABLE', true]);
  });

  it('is unknown when the answer cannot be read, but an unreadable query throws', async () => {
    const server = createServer((req, res) => {
      req.resume();
      res.writeHead(req.method === 'GET' ? 404 : 200, { 'content-type': 'text/html' }).end('<html>ok</html>');
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    toClose.push(() => new Promise<void>((done) => void server.close(() => done())));
    const strange = newClient({
      baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      timeoutMs: 300,
    });
    expect(await strange.sendPayout(order(), {})).toEqual({ status: 'unknown' });
    expect((await failure(strange.queryPayout('pay_00000001', {}))).code).toBe('BAD_ANSWER');
  });

  it('throws without sending while the breaker is open', async () => {
    const brittle = newClient({
      baseUrl: `${sandbox.url}/bank`,
      timeoutMs: 300,
      breaker: { failureShare: 0.5, window: 4, minimumCalls: 2, openMs: 60_000 },
    });
    await sandbox.call('POST', '/control/faults', { party: 'bank', kind: 'error', count: 2 });
    for (let i = 0; i < 2; i += 1)
      expect(await brittle.sendPayout(order(), {})).toEqual({ status: 'unknown' });
    const o = order();
    expect((await failure(brittle.sendPayout(o, {}))).detail.reason).toBe('breaker open');
    expect(brittle.breakerState().state).toBe('open');
    expect(await client.queryPayout(o.key, {})).toEqual({ status: 'absent' });
  });
});

describe('a debit', () => {
  it('is confirmed, short of balance or in process', async () => {
    expect(await client.sendDebit(order(), inClock(T0))).toMatchObject({ status: 'confirmed' });
    expect(await client.sendDebit(order('debit_insufficient_always'), inClock(T0))).toMatchObject({
      status: 'failed',
      code: 'INSUFFICIENT_BALANCE',
    });
    const later = order('debit_by_callback');
    expect(await client.sendDebit(later, inClock(T0))).toMatchObject({ status: 'processing' });
    expect(await client.queryDebit(later.key, inClock('2026-03-02T03:00:00Z'))).toMatchObject({
      status: 'confirmed',
    });
  });

  it('is not found among payouts', async () => {
    const o = order();
    await client.sendDebit(o, inClock(T0));
    expect(await client.queryPayout(o.key, inClock(T0))).toEqual({ status: 'absent' });
  });
});

describe('a statement', () => {
  it('is fetched whole and adds up', async () => {
    await client.sendPayout(order(), inClock(T0, 'clk_statement'));
    await client.sendDebit(order(), inClock(T0, 'clk_statement'));
    const statement = await client.fetchStatement(
      { on: '2026-03-02', currency: 'CNY' },
      inClock('2026-03-03T00:00:00Z', 'clk_statement'),
    );
    expect(statement.lineCount).toBe(2);
    const moved = statement.lines.reduce(
      (sum, line) => sum + (line.side === 'credit' ? 1n : -1n) * BigInt(line.amountMinor),
      0n,
    );
    expect(BigInt(statement.openingMinor) + moved).toBe(BigInt(statement.closingMinor));
  });
});

describe('privacy of payments', () => {
  it('puts neither card nor name into an error', async () => {
    const o = order();
    await client.sendPayout(o, inClock(T0));
    const conflict = await failure(client.sendPayout({ ...o, amountMinor: '2' }, inClock(T0)));
    const shown = `${conflict.message}${conflict.stack}${JSON.stringify(conflict)}`;
    expect(shown).not.toContain(o.account.cardNo);
    expect(shown).not.toContain(o.account.holderName);
  });
});
