import { Webhook } from 'standardwebhooks';
import { person } from '../../../sandbox/people/people';
import { at, callbackSecret, type RunningSandbox, startSandbox } from './running-sandbox';

let sandbox: RunningSandbox;
beforeEach(async () => {
  sandbox = await startSandbox();
});
afterEach(() => sandbox.stop());

const message = (id: string, over: object = {}) => ({
  id,
  channel: 'sms',
  to: '13800000001',
  templateCode: 'REPAYMENT_REMINDER',
  subject: '',
  body: '您有一笔还款将于明日到期。',
  locale: 'zh-CN',
  ...over,
});

describe('message inbox', () => {
  it('takes a message once per id, and another text under the id is refused', async () => {
    expect((await sandbox.call('POST', '/messages', message('m1'))).status).toBe(201);
    const again = await sandbox.call('POST', '/messages', message('m1'));
    expect([again.status, again.json.repeated]).toEqual([200, true]);
    expect((await sandbox.call('POST', '/messages', message('m1', { body: 'other' }))).status).toBe(409);
    expect((await sandbox.call('GET', '/inbox/messages?to=13800000001')).json.data).toHaveLength(1);
  });

  it('finds messages by receiver, template and clock, the latest first, with the time of the loan', async () => {
    await sandbox.call('POST', '/messages', message('m1'));
    await sandbox.call(
      'POST',
      '/messages',
      message('m2', { to: 'a@example.com', channel: 'mail' }),
      at('clk_1', '2027-01-05T01:00:00Z'),
    );
    await sandbox.call(
      'POST',
      '/messages',
      message('m3', { to: 'a@example.com', templateCode: 'SETTLED' }),
      at('clk_1', '2027-02-05T01:00:00Z'),
    );
    const find = async (query: string) =>
      (await sandbox.call('GET', `/inbox/messages?${query}`)).json.data.map((m: { id: string }) => m.id);
    expect(await find('to=a@example.com')).toEqual(['m3', 'm2']);
    expect(await find('templateCode=SETTLED')).toEqual(['m3']);
    expect(await find('clock=clk_1&limit=1')).toEqual(['m3']);
    expect(await find('clock=live')).toEqual(['m1']);
    const [first] = (await sandbox.call('GET', '/inbox/messages?to=a@example.com')).json.data;
    expect(first.receivedAt).toBe('2027-02-05T01:00:00.000Z');
  });

  it('keeps messages over a restart', async () => {
    for (const id of ['m1', 'm2', 'm3']) await sandbox.call('POST', '/messages', message(id));
    await sandbox.restart();
    expect((await sandbox.call('GET', '/inbox/messages')).json.data).toHaveLength(3);
  });

  it('shows text and never runs it', async () => {
    const evil = '<script>alert(1)</script>"\'&';
    await sandbox.call('POST', '/messages', message('m4', { body: evil, subject: evil, to: '<b>x</b>' }));
    const page = await fetch(`${sandbox.url}/inbox?to=${encodeURIComponent('<b>x</b>')}`);
    const html = await page.text();
    expect(html).not.toMatch(/<script|<b>x/);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('has its page in both languages, made for a phone', async () => {
    const zh = (await sandbox.call('GET', '/inbox')).text;
    const en = (await sandbox.call('GET', '/inbox?lang=en')).text;
    expect(zh).toContain('消息收件箱');
    expect(en).toContain('Message inbox');
    expect(zh).toContain('name="viewport"');
  });

  it('refuses a magic number that cannot be reached', async () => {
    const { phone } = person({ n: 1, scenario: 'phone_unreachable' });
    expect((await sandbox.call('POST', '/messages', message('m5', { to: phone }))).status).toBe(422);
  });
});

describe('webhook receiver', () => {
  const deliver = (secret: string, id: string) => {
    const body = JSON.stringify({ type: 'loan.closed', data: { loanId: 'loan_1' } });
    const now = new Date();
    return fetch(`${sandbox.url}/webhooks/receive`, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
        'webhook-signature': new Webhook(secret).sign(id, now, body),
      },
    });
  };

  it('believes deliveries signed with the secret it was told, and shows both kinds', async () => {
    expect((await sandbox.call('PUT', '/webhooks/secrets/default', { secret: callbackSecret })).status).toBe(
      204,
    );
    expect((await deliver(callbackSecret, 'msg_1')).status).toBe(204);
    expect((await deliver(callbackSecret, 'msg_1')).status).toBe(204);
    expect((await deliver(`whsec_${Buffer.from('wrong').toString('base64')}`, 'msg_2')).status).toBe(401);
    const { data } = (await sandbox.call('GET', '/webhooks/deliveries')).json;
    expect(data.map((d: { verified: boolean; repeated: boolean }) => [d.verified, d.repeated])).toEqual([
      [false, false],
      [true, true],
      [true, false],
    ]);
    expect((await sandbox.call('GET', '/webhooks?lang=en')).text).toContain('signature INVALID');
  });
});

describe('landing page', () => {
  it('lists parties, magic values and control in both languages', async () => {
    const zh = (await sandbox.call('GET', '/')).text;
    const en = (await sandbox.call('GET', '/?lang=en')).text;
    expect(zh).toContain('央行征信');
    expect(en).toContain('thin file: no accounts, no score');
    expect(en).toContain('POST /control/faults');
  });

  it('answers unknown paths with 404 and malformed JSON with 400', async () => {
    expect((await sandbox.call('GET', '/nowhere')).status).toBe(404);
    const bad = await fetch(`${sandbox.url}/bank/payouts`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{',
    });
    expect(bad.status).toBe(400);
  });
});
