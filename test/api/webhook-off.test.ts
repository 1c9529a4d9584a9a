import { eq, sql } from 'drizzle-orm';
import { deliverWebhook } from '../../activities/webhooks/deliver';
import { fanOutEvent, recordEvent } from '../../db/repositories/webhooks';
import { messages } from '../../db/schema/messaging';
import { events, webhookDeliveries, webhookEndpoints } from '../../db/schema/webhooks';
import { DEV_PARTNER } from '../../db/seed/access';
import type { MessageClient } from '../../providers/messages/port';
import { messageDelivery } from '../../relay/message-delivery';
import { takeRows } from '../../relay/take';
import { bearer, startTestApi, type TestApi } from './support/test-api';

/** Goal: the owner of an endpoint that was switched off by itself is told, once, and can switch it on again. */
const MAIL = 'ops@dealer.example.org';
let api: TestApi;
let dealer: string;
beforeAll(async () => {
  api = await startTestApi();
  dealer = await api.token('partner', 'dealer');
});
afterAll(() => api.close());

let keys = 0;
const call = async (method: 'POST' | 'PATCH' | 'GET', url: string, payload?: object) => {
  const headers = { ...bearer(dealer), 'idempotency-key': `o${++keys}` };
  return (await api.app.inject({ method, url, headers, ...(payload && { payload }) })).json();
};

/** An endpoint that nothing has reached for so many days, and one more try that fails for good. */
async function failing(days: number, contact?: object): Promise<{ id: string; deliveries: string[] }> {
  const url = 'http://127.0.0.1:9/hook';
  const { id } = await call('POST', '/v1/webhooks', { url, eventTypes: ['loan.disbursed'], contact });
  await api.db
    .update(webhookEndpoints)
    .set({ failingSince: sql`now() - make_interval(days => ${days})` })
    .where(eq(webhookEndpoints.id, id));
  const about = { subjectId: 'loan_x', partnerId: DEV_PARTNER.id, data: { loanId: 'loan_x' } };
  for (let n = 0; n < 2; n++) {
    const happened = { ...about, type: 'loan.disbursed', occurredAt: new Date(), clockId: null } as const;
    await fanOutEvent(api.db, await api.db.transaction((tx) => recordEvent(tx, happened)));
  }
  const rows = await api.db.select().from(webhookDeliveries).where(eq(webhookDeliveries.endpointId, id));
  return { id, deliveries: rows.map((row) => row.id) };
}
const deliver = (id: string | undefined) =>
  deliverWebhook(
    { db: api.db, vault: api.vault, privateAllowed: false, utcOffsetMinutes: 480 },
    id ?? 'none',
  );
const mails = (id: string) =>
  api.db
    .select()
    .from(messages)
    .where(sql`${messages.key} like ${`webhook-disabled/${id}/%`}`);
const told = (id: string) => api.db.select().from(events).where(eq(events.subjectId, id));

describe('an endpoint that fails for days', () => {
  it('is switched off; its owner gets one event and one mail in the language asked for', async () => {
    const { id, deliveries } = await failing(6, { mail: MAIL, language: 'en' });
    expect(await deliver(deliveries[0])).toMatchObject({ outcome: 'gone' });
    expect(await deliver(deliveries[1])).toMatchObject({ outcome: 'gone' });
    expect(await call('GET', `/v1/webhooks/${id}`)).toMatchObject({
      ...{ enabled: false, disabledReason: 'FAILING', disabledAt: expect.any(String) },
      contact: { mail: MAIL, language: 'en' },
    });
    expect(await told(id)).toMatchObject([
      { type: 'webhook.disabled', partnerId: DEV_PARTNER.id, data: { endpointId: id, reason: 'FAILING' } },
    ]);
    const [message, ...more] = await mails(id);
    expect(more).toEqual([]);
    expect(message?.sealedTo?.includes(Buffer.from(MAIL))).toBe(false);
    const taken = await takeRows(api.db, { done: [], room: 1_000 });
    const order = taken.find(({ ref }) => ref === message?.id);
    const sent: Parameters<MessageClient['send']>[0][] = [];
    const gateway: MessageClient = {
      send: async (mail) => ({ gatewayRef: `G${sent.push(mail)}` }),
      close: async () => undefined,
    };
    const lender = { name: 'Lender', hotline: '4000' } as Parameters<typeof messageDelivery>[0]['lender'];
    await messageDelivery({ vault: api.vault, gateway, lender })(order!);
    expect(sent).toMatchObject([
      { to: MAIL, channel: 'mail', subject: 'Your webhook endpoint was switched off' },
    ]);
    expect(sent[0]?.body).toContain('http://127.0.0.1:9/hook was switched off');
    expect(sent[0]?.body).toContain('nothing could be delivered for days');
  });

  it('starts anew when it is switched on again, and is told of again when it fails again', async () => {
    const { id, deliveries } = await failing(6, { mail: MAIL });
    await deliver(deliveries[0]);
    const revived = await call('PATCH', `/v1/webhooks/${id}`, { enabled: true });
    expect(revived).toMatchObject({
      enabled: true,
      disabledReason: null,
      disabledAt: null,
      failingSince: null,
    });
    await api.db
      .update(webhookEndpoints)
      .set({ failingSince: sql`now() - make_interval(days => 6)` })
      .where(eq(webhookEndpoints.id, id));
    await deliver(deliveries[1]);
    expect((await mails(id)).map(({ locale }) => locale)).toEqual(['zh-CN', 'zh-CN']);
  });

  it('gets an event alone where nobody is named, and is left on before its days are over', async () => {
    const nobody = await failing(6);
    await deliver(nobody.deliveries[0]);
    expect(await told(nobody.id)).toHaveLength(1);
    expect(await mails(nobody.id)).toEqual([]);
    const young = await failing(4, { mail: MAIL });
    await deliver(young.deliveries[0]);
    expect(await call('GET', `/v1/webhooks/${young.id}`)).toMatchObject({ enabled: true });
    expect([await told(young.id), await mails(young.id)]).toEqual([[], []]);
  });

  it('takes a contact later, drops it, and refuses what is no mail address', async () => {
    const { id } = await failing(0);
    const named = await call('PATCH', `/v1/webhooks/${id}`, { contact: { mail: MAIL } });
    expect(named.contact).toEqual({ mail: MAIL, language: 'zh-CN' });
    expect((await call('PATCH', `/v1/webhooks/${id}`, { contact: null })).contact).toBeNull();
    expect((await call('PATCH', `/v1/webhooks/${id}`, { contact: { mail: 'nobody' } })).status).toBe(400);
  });
});
