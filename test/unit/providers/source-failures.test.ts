import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SourceRow } from '../../../contracts/sources/source-row';
import type { BreakerOptions } from '../../../providers/http/breaker';
import { TokenBucket } from '../../../providers/http/token-bucket';
import { ProviderError } from '../../../providers/provider-error';
import { HttpSourceClient, longestQueryMs } from '../../../providers/sources/http-source-client';
import type { SourceSubject } from '../../../providers/sources/port';
import { type PersonScenario, person } from '../../../sandbox/people/people';
import { type RunningSandbox, startSandbox } from '../sandbox/running-sandbox';
import { sandboxSources } from './sandbox-sources';

let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ hangMs: 5_000 });
});
afterAll(() => sandbox.stop());

const clients: HttpSourceClient[] = [];
afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.close()));
});
function newClient(options: ConstructorParameters<typeof HttpSourceClient>[0] = {}) {
  const client = new HttpSourceClient(options);
  clients.push(client);
  return client;
}

const bureau = (over: Partial<SourceRow> = {}): SourceRow => ({
  ...sandboxSources(sandbox.url).filter((row) => row.code === 'bureau')[0]!,
  timeoutMs: 300,
  ...over,
});
let questions = 0;
const context = () => {
  questions += 1;
  return { applicationId: 'app_1', consentId: 'con_1', requestKey: `question-${questions}` };
};
const failure = async (promise: Promise<unknown>): Promise<ProviderError> => {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ProviderError)) throw new Error(`expected a ProviderError, got ${String(error)}`);
  return error;
};
const callsOf = async (key: string) => (await sandbox.call('GET', `/control/log?key=${key}`)).json.count;

describe('a failing source', () => {
  it.each<[PersonScenario, string[]]>([
    ['bureau_timeout_once', ['TIMEOUT', 'ok']],
    ['bureau_error_twice', ['UNAVAILABLE', 'UNAVAILABLE', 'ok']],
    ['bureau_busy_once', ['RATE_LIMITED', 'ok']],
    ['bureau_timeout_always', ['TIMEOUT', 'TIMEOUT', 'TIMEOUT']],
    ['bureau_error_always', ['UNAVAILABLE', 'UNAVAILABLE', 'UNAVAILABLE']],
    ['bureau_garbage', ['BAD_ANSWER', 'BAD_ANSWER']],
  ])('answers the repeated question as told: %s', async (scenario, expected) => {
    const ctx = context();
    const subject = person({ n: 1, scenario });
    const client = newClient();
    const outcomes: string[] = [];
    for (const _ of expected) {
      const outcome = client.query(bureau(), subject, ctx).then(
        (answer) => (answer.ok ? 'ok' : answer.kind),
        (error: ProviderError) => error.code,
      );
      outcomes.push(await outcome);
    }
    expect(outcomes).toEqual(expected);
    expect(await callsOf(ctx.requestKey)).toBe(expected.length);
  });

  it.each<[PersonScenario, string, boolean]>([
    ['bureau_timeout_always', 'TIMEOUT', true],
    ['bureau_error_always', 'UNAVAILABLE', true],
    ['bureau_garbage', 'BAD_ANSWER', false],
  ])('says whether repeating makes sense: %s', async (scenario, code, retryable) => {
    const error = await failure(newClient().query(bureau(), person({ n: 2, scenario }), context()));
    expect([error.code, error.retryable, error.party]).toEqual([code, retryable, 'bureau']);
  });

  it('is told in our own words alone, whatever it quotes', async () => {
    const who = person({ n: 4, scenario: 'bureau_error_quotes' });
    const error = await failure(newClient().query(bureau(), who, context()));
    expect(error.message).toBe('bureau: UNAVAILABLE, http 500');
    expect(JSON.stringify([error, error.stack, error.cause])).not.toContain(who.idNo);
  });

  it('is given up in the time that longestQueryMs promises', async () => {
    const row = bureau({ timeoutMs: 100 });
    const began = performance.now();
    await failure(newClient().query(row, person({ n: 3, scenario: 'bureau_timeout_always' }), context()));
    expect(performance.now() - began).toBeLessThan(longestQueryMs(row));
  });

  it('is waited for when it is slow but within its time', async () => {
    const answer = await newClient().query(
      bureau({ timeoutMs: 3_000 }),
      person({ n: 4, scenario: 'bureau_slow' }),
      context(),
    );
    expect(answer.ok).toBe(true);
    expect(answer.latencyMs).toBeGreaterThanOrEqual(790);
  });

  it('is unavailable when nobody listens', async () => {
    const row = bureau({ baseUrl: 'http://127.0.0.1:9' });
    const error = await failure(newClient().query(row, person({ n: 5 }), context()));
    expect([error.code, error.detail.reason]).toEqual(['UNAVAILABLE', 'not connected']);
  });

  it('is never called without the consent its row demands, nor without a field it needs', async () => {
    const ctx = { ...context(), consentId: null };
    const consentless = await failure(newClient().query(bureau(), person({ n: 6 }), ctx));
    expect([consentless.code, consentless.detail.reason]).toEqual(['REFUSED', 'no consent']);
    const { idNo: _, ...nameless } = person({ n: 6 });
    const fieldless = await failure(newClient().query(bureau(), nameless, { ...ctx, consentId: 'con_1' }));
    expect(fieldless.detail.reason).toBe('subject lacks idNo');
    expect(await callsOf(ctx.requestKey)).toBe(0);
  });

  it('is called with its secret, and not at all when the secret is missing', async () => {
    const row = bureau({ credentialsRef: 'bureau-key' });
    const missing = await failure(newClient().query(row, person({ n: 7 }), context()));
    expect([missing.code, missing.retryable]).toEqual(['REFUSED', false]);
    const answer = await newClient({ secretOf: () => 's3cret' }).query(row, person({ n: 7 }), context());
    expect(answer.ok).toBe(true);
  });
});

describe('the breaker of a source', () => {
  const quick: BreakerOptions = { failureShare: 0.5, window: 6, minimumCalls: 4, openMs: 150 };

  it('opens when the source is down, keeps calls away, and closes when it is back', async () => {
    const client = newClient({ breaker: quick });
    const row = bureau();
    const ask = () => client.query(row, person({ n: 8 }), context());
    await sandbox.call('POST', '/control/faults', { party: 'bureau', kind: 'error', untilReset: true });
    for (let i = 0; i < 4; i += 1) expect((await failure(ask())).detail.status).toBe(503);
    expect(client.breakerStates()).toMatchObject([
      { source: 'bureau', state: 'open', calls: 4, failures: 4, lastFailure: 'UNAVAILABLE' },
    ]);
    const before = (await sandbox.call('GET', '/control/log?party=bureau&limit=0')).json.count;
    const kept = await failure(ask());
    expect(kept.detail).toEqual({ reason: 'breaker open', retryAfterMs: 150 });
    expect((await sandbox.call('GET', '/control/log?party=bureau&limit=0')).json.count).toBe(before);

    await sandbox.call('DELETE', '/control/faults');
    await new Promise((done) => setTimeout(done, 200));
    expect((await ask()).ok).toBe(true);
    expect(client.breakerStates()).toMatchObject([{ state: 'closed', openedAt: null }]);
  });

  it('is one per source: another source goes on', async () => {
    const client = newClient({ breaker: quick });
    await sandbox.call('POST', '/control/faults', { party: 'bureau', kind: 'down', count: 4 });
    for (let i = 0; i < 4; i += 1) await failure(client.query(bureau(), person({ n: 9 }), context()));
    const court = sandboxSources(sandbox.url).find((row) => row.code === 'court')!;
    expect((await client.query(court, person({ n: 9 }), context())).ok).toBe(true);
    expect(client.breakerStates().map(({ source, state }) => [source, state])).toEqual([
      ['bureau', 'open'],
      ['court', 'closed'],
    ]);
  });

  it('is not opened by refusals and mistakes of ours', async () => {
    const client = newClient({ breaker: quick });
    const bad: SourceSubject = { name: '张三', idNo: 'not-an-id' };
    for (let i = 0; i < 8; i += 1) {
      expect((await failure(client.query(bureau(), bad, context()))).code).toBe('REFUSED');
    }
    expect(client.breakerStates()[0]?.state).toBe('closed');
  });
});

describe('the rate of a source', () => {
  it('lets a burst through, then holds calls to the rate', () => {
    let now = 0;
    const bucket = new TokenBucket(10, () => now);
    const waits = Array.from({ length: 13 }, () => bucket.take(10_000).waitMs);
    expect(waits.slice(0, 10)).toEqual(Array(10).fill(0));
    expect(waits.slice(10).map(Math.round)).toEqual([100, 200, 300]);
    now = 1_000;
    expect(bucket.take(10_000)).toEqual({ ok: true, waitMs: 0 });
  });

  it('refuses what would wait too long, without using up a turn', () => {
    const bucket = new TokenBucket(1, () => 0);
    expect(bucket.take(0).ok).toBe(true);
    expect(bucket.take(500)).toEqual({ ok: false, waitMs: 1_000 });
    expect(bucket.take(1_000)).toEqual({ ok: true, waitMs: 1_000 });
  });

  it('spreads real calls over time', async () => {
    const client = newClient();
    const row = bureau({ ratePerSecond: 20, timeoutMs: 5_000 });
    const began = performance.now();
    await Promise.all(
      Array.from({ length: 30 }, (_, i) => client.query(row, person({ n: 50 + i }), context())),
    );
    expect(performance.now() - began).toBeGreaterThan(450);
  });

  it('fails as rate limited rather than wait without end', async () => {
    const client = newClient();
    const row = bureau({ ratePerSecond: 0.01 });
    await client.query(row, person({ n: 90 }), context());
    const error = await failure(client.query(row, person({ n: 91 }), context()));
    expect([error.code, error.retryable]).toEqual(['RATE_LIMITED', true]);
  });
});

describe('privacy of failures', () => {
  const canary = '张金丝雀110101199003070011';
  let server: Server;
  let url: string;
  let answerWith: { status: number; body: string };
  beforeAll(async () => {
    server = createServer((req, res) => {
      req.resume();
      res
        .writeHead(answerWith.status, { 'content-type': 'application/json', 'x-echo': 'canary' })
        .end(answerWith.body);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise<void>((done) => void server.close(() => done())));

  it.each([
    { status: 500, body: canary },
    { status: 400, body: JSON.stringify({ message: canary }) },
    { status: 429, body: canary },
    { status: 200, body: canary },
    { status: 200, body: JSON.stringify({ resultCode: canary }) },
    { status: 200, body: JSON.stringify({ resultCode: 'AAA000', accounts: [{ acctType: canary }] }) },
    { status: 200, body: JSON.stringify({ resultCode: 'AAA000', score: canary, [canary]: 1 }) },
    { status: 302, body: canary },
    { status: 200, body: '' },
  ])('quotes nothing of %j', async (answer) => {
    answerWith = answer;
    const p = person({ n: 1 });
    const error = await failure(
      newClient().query(bureau({ baseUrl: url }), { ...p, name: canary }, context()),
    );
    const shown = `${error.message}${error.stack}${JSON.stringify(error)}${String(error.cause)}`;
    for (const secret of [canary, p.idNo, p.phone, p.cardNo, '金丝雀']) expect(shown).not.toContain(secret);
  });

  it('stops reading an endless answer', async () => {
    answerWith = { status: 200, body: `"${'x'.repeat(5 * 1024 * 1024)}"` };
    const error = await failure(
      newClient().query(bureau({ baseUrl: url, timeoutMs: 5_000 }), person({ n: 1 }), context()),
    );
    expect([error.code, error.detail.reason]).toEqual(['BAD_ANSWER', 'answer too long']);
  });
});
