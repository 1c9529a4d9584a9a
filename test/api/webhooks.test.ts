import { createServer, type IncomingMessage, type Server } from 'node:http';
import { eq } from 'drizzle-orm';
import { Webhook } from 'standardwebhooks';
import { deliverWebhook } from '../../activities/webhooks/deliver';
import { fanOutEvent, recordEvent } from '../../db/repositories/webhooks';
import { outbox } from '../../db/schema/messaging';
import { DEV_PARTNER } from '../../db/seed/access';
import { isReceiverAllowed } from '../../domain/webhooks/receiver-url';
import { forgetAnswer } from './support/forget-answer';
import { bearer, startTestApi, type TestApi } from './support/test-api';

interface Received {
  headers: Record<string, string>;
  body: string;
}

let api: TestApi;
let dealer: string;
let receiver: Server;
let url: string;
let received: Received[] = [];
let answer: (request: IncomingMessage) => { status: number; headers?: Record<string, string>; body?: string };
beforeAll(async () => {
  api = await startTestApi();
  dealer = await api.token('partner', 'dealer');
  receiver = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      received.push({ headers: request.headers as Record<string, string>, body });
      const { status, headers, body: told } = answer(request);
      response.writeHead(status, headers).end(told ?? 'thank you');
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const address = receiver.address();
  url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/hook`;
});
beforeEach(() => {
  received = [];
  answer = () => ({ status: 204 });
});
afterAll(async () => {
  await api.close();
  receiver.closeAllConnections();
  await new Promise((resolve) => receiver.close(resolve));
});

let keys = 0;
const post = (path: string, payload: object = {}, token = dealer) =>
  api.app.inject({
    method: 'POST',
    url: path,
    payload,
    headers: { ...bearer(token), 'idempotency-key': `w${++keys}` },
  });
const get = (path: string, token = dealer) => api.app.inject({ url: path, headers: bearer(token) });
const endpoint = async (change: object = {}) =>
  (await post('/v1/webhooks', { url, eventTypes: ['loan.disbursed'], ...change })).json();
const happen = (
  type: 'loan.disbursed' | 'loan.overdue' = 'loan.disbursed',
  partnerId: string | null = DEV_PARTNER.id,
) =>
  api.db.transaction((tx) =>
    recordEvent(tx, {
      type,
      subjectId: 'loan_x',
      partnerId,
      data: { loanId: 'loan_x' },
      occurredAt: new Date(),
      clockId: null,
    }),
  );
const deliver = (id: string, privateAllowed = true) =>
  deliverWebhook({ db: api.db, vault: api.vault, privateAllowed, utcOffsetMinutes: 480 }, id);

describe('webhooks', () => {
  it('reach only endpoints that asked, of the owner concerned, once per event', async () => {
    const mine = await endpoint();
    const others = await endpoint({ eventTypes: ['loan.overdue'] });
    const operator = await api.token('operator');
    const lender = (await post('/v1/webhooks', { url, eventTypes: ['*'] }, operator)).json();
    const eventId = await happen();
    const first = await fanOutEvent(api.db, eventId);
    expect(await fanOutEvent(api.db, eventId)).toEqual(first);
    expect(first).toHaveLength(2);
    const [log] = (await get(`/v1/webhooks/${mine.id}/deliveries`)).json().data;
    expect(log).toMatchObject({ eventId, eventType: 'loan.disbursed', status: 'pending' });
    expect((await get(`/v1/webhooks/${others.id}/deliveries`)).json().data).toEqual([]);
    expect((await get(`/v1/webhooks/${lender.id}`)).statusCode).toBe(404);
    const foreign = await happen('loan.disbursed', null);
    await fanOutEvent(api.db, foreign);
    expect((await get(`/v1/webhooks/${mine.id}/deliveries`)).json().data).toHaveLength(1);
  });

  it('are signed so that the receiver can verify them, and the log tells what came back', async () => {
    const { id, secret } = await endpoint();
    const [deliveryId] = await startedFor(id, await happen());
    expect(await deliver(deliveryId!)).toEqual({ outcome: 'ok', nextDelaySeconds: null });
    const [message] = received;
    expect(new Webhook(secret).verify(message!.body, message!.headers)).toMatchObject({
      type: 'loan.disbursed',
    });
    expect(() => new Webhook(secret).verify(`${message!.body} `, message!.headers)).toThrow();
    const detail = (await get(`/v1/webhooks/${id}/deliveries/${deliveryId}`)).json();
    expect(detail).toMatchObject({
      status: 'delivered',
      attempts: 1,
      tries: [{ status: 204, failure: null }],
    });
    expect(await deliver(deliveryId!)).toEqual({ outcome: 'ok', nextDelaySeconds: null });
    expect(received).toHaveLength(1);
  });

  it('sign with both secrets while a rotation lasts', async () => {
    const { id, secret } = await endpoint();
    const rotated = (await post(`/v1/webhooks/${id}/rotate-secret`, { graceHours: 1 })).json();
    expect(rotated.secret).not.toBe(secret);
    const [deliveryId] = await startedFor(id, await happen());
    await deliver(deliveryId!);
    const [{ body, headers }] = received as [Received];
    for (const each of [secret, rotated.secret])
      expect(new Webhook(each).verify(body, headers)).toBeDefined();
    expect((await get(`/v1/webhooks/${id}`)).body).not.toContain('whsec_');
    const { rows } = await api.pool.query('select sealed_secret from webhook_endpoints where id = $1', [id]);
    expect(rows[0].sealed_secret.includes(Buffer.from(rotated.secret))).toBe(false);
  });

  it('keep one secret and one ping per Idempotency-Key, also when the request runs again after a crash', async () => {
    const { id, secret } = await endpoint();
    const send = (path: string, key: string, payload: object = {}) =>
      api.app.inject({
        ...{ method: 'POST', url: `/v1/webhooks/${id}/${path}`, payload },
        headers: { ...bearer(dealer), 'idempotency-key': key },
      });
    const rotated = await send('rotate-secret', 'turn', { graceHours: 1 });
    expect((await send('rotate-secret', 'turn', { graceHours: 1 })).body).toBe(rotated.body);
    const pinged = await send('ping', 'knock');
    const { rows } = await api.pool.query(
      `select i::text as kept, sealed_body from idempotency_keys i where key in ('turn', 'knock')`,
    );
    const fresh = rotated.json().secret;
    expect(rows).toHaveLength(2);
    for (const { kept, sealed_body } of rows)
      expect([kept.includes(fresh), sealed_body.includes(Buffer.from(fresh))]).toEqual([false, false]);
    for (const key of ['turn', 'knock']) await forgetAnswer(api, key);
    expect((await send('rotate-secret', 'turn', { graceHours: 1 })).json().secret).toBe(fresh);
    expect((await send('ping', 'knock')).json()).toEqual(pinged.json());
    expect(await fanOutEvent(api.db, pinged.json().id)).toHaveLength(1);
    const [deliveryId] = await startedFor(id, await happen());
    await deliver(deliveryId!);
    const [{ body, headers }] = received as [Received];
    for (const each of [secret, fresh]) expect(new Webhook(each).verify(body, headers)).toBeDefined();
  });

  it('come again after a failure, later when the receiver asks, never along a redirect', async () => {
    const { id } = await endpoint();
    const [deliveryId] = await startedFor(id, await happen());
    answer = () => ({ status: 500, body: 'x'.repeat(10_000) });
    const first = await deliver(deliveryId!);
    expect(first).toMatchObject({ outcome: 'retry' });
    expect(first.nextDelaySeconds).toBeLessThanOrEqual(6);
    answer = () => ({ status: 429, headers: { 'retry-after': '600' } });
    expect(await deliver(deliveryId!)).toEqual({ outcome: 'retry', nextDelaySeconds: 600 });
    answer = () => ({ status: 302, headers: { location: url } });
    expect(await deliver(deliveryId!)).toMatchObject({ outcome: 'retry' });
    expect(received).toHaveLength(3);
    const detail = (await get(`/v1/webhooks/${id}/deliveries/${deliveryId}`)).json();
    expect(detail.tries.map((t: { failure: string }) => t.failure)).toEqual([
      'HTTP_500',
      'HTTP_429',
      'REDIRECT_REFUSED',
    ]);
    expect(detail.tries[0].body.length).toBeLessThanOrEqual(2_000);
    expect((await get(`/v1/webhooks/${id}`)).json().failingSince).not.toBeNull();
  });

  it('stop for good at 410 and switch the endpoint off; its owner can switch it on and send again', async () => {
    const { id } = await endpoint();
    const [deliveryId] = await startedFor(id, await happen());
    answer = () => ({ status: 410 });
    expect(await deliver(deliveryId!)).toEqual({ outcome: 'gone', nextDelaySeconds: null });
    expect((await get(`/v1/webhooks/${id}`)).json()).toMatchObject({
      enabled: false,
      disabledReason: 'GONE',
    });
    const patched = await api.app.inject({
      method: 'PATCH',
      url: `/v1/webhooks/${id}`,
      payload: { enabled: true },
      headers: bearer(dealer),
    });
    expect(patched.json()).toMatchObject({ enabled: true, disabledReason: null });
    const again = await post(`/v1/webhooks/${id}/deliveries/${deliveryId}/resend`);
    expect(again.statusCode).toBe(202);
    answer = () => ({ status: 200 });
    expect(await deliver(again.json().id)).toMatchObject({ outcome: 'ok' });
  });

  it('drop what is on its way to a deleted endpoint', async () => {
    const { id } = await endpoint();
    const [deliveryId] = await startedFor(id, await happen());
    await api.app.inject({ method: 'DELETE', url: `/v1/webhooks/${id}`, headers: bearer(dealer) });
    expect(await deliver(deliveryId!)).toMatchObject({ outcome: 'gone' });
    expect(received).toHaveLength(0);
  });

  it('ping one endpoint alone', async () => {
    const one = await endpoint({ eventTypes: ['*'] });
    await endpoint({ eventTypes: ['*'] });
    const ping = await post(`/v1/webhooks/${one.id}/ping`);
    const ids = await fanOutEvent(api.db, ping.json().id);
    expect(ids).toHaveLength(1);
    const rows = await api.db.select().from(outbox).where(eq(outbox.ref, ping.json().id));
    expect(rows[0]?.topic).toBe('event.publish');
  });

  it('never go to private addresses unless development allows it', async () => {
    const { id } = await endpoint();
    const [deliveryId] = await startedFor(id, await happen());
    expect(await deliver(deliveryId!, false)).toEqual({ outcome: 'gone', nextDelaySeconds: null });
    expect(received).toHaveLength(0);
    const named = await endpoint({ url: url.replace('127.0.0.1', 'localhost') });
    const [byName] = await startedFor(named.id, await happen());
    expect(await deliver(byName!, false)).toMatchObject({ outcome: 'gone' });
    const strict = await startTestApi({ settings: { webhooksToPrivateAddresses: false } });
    try {
      const refused = await strict.app.inject({
        method: 'POST',
        url: '/v1/webhooks',
        payload: { url: 'https://169.254.169.254/latest', eventTypes: ['*'] },
        headers: { ...bearer(await strict.token('operator')), 'idempotency-key': 'k' },
      });
      expect([refused.statusCode, refused.json().code]).toEqual([422, 'WEBHOOK_URL_REFUSED']);
    } finally {
      await strict.close();
    }
  });

  it.each([
    ['https://example.org/x', true],
    ['https://93.184.216.34/', true],
    ['http://example.org/', false],
    ['https://user:pass@example.org/', false],
    ['https://localhost/', false],
    ['https://db.internal/', false],
    ['https://intranet/', false],
    ['https://10.1.2.3/', false],
    ['https://0x7f.1/', false],
    ['https://2130706433/', false],
    ['https://100.64.0.1/', false],
    ['https://[::1]/', false],
    ['https://[::ffff:10.0.0.1]/', false],
    ['https://[fe80::1]/', false],
    ['https://[fd00::1]/', false],
    ['https://[64:ff9b::a00:1]/', false],
    ['https://[2002:a00:1::]/', false],
    ['https://[2606:4700::1111]/', true],
  ])('judge the address %s', (address, allowed) => {
    expect(isReceiverAllowed(new URL(address), false)).toBe(allowed);
  });
});

describe('events', () => {
  it('are listed to their partner in order', async () => {
    const mine = await happen('loan.overdue');
    const foreign = await happen('loan.overdue', null);
    await new Promise((resolve) => setTimeout(resolve, 2_200));
    const ids = (await get('/v1/events?type=loan.overdue'))
      .json()
      .data.map((event: { id: string }) => event.id);
    expect(ids).toContain(mine);
    expect(ids).not.toContain(foreign);
  });
});

async function startedFor(endpointId: string, eventId: string): Promise<string[]> {
  await fanOutEvent(api.db, eventId);
  const log = (await get(`/v1/webhooks/${endpointId}/deliveries`)).json().data;
  return log
    .filter((row: { eventId: string }) => row.eventId === eventId)
    .map((row: { id: string }) => row.id);
}
