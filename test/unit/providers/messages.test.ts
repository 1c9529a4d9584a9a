import { HttpMessageClient } from '../../../providers/messages/http-message-client';
import { person } from '../../../sandbox/people/people';
import { type RunningSandbox, startSandbox } from '../sandbox/running-sandbox';

let sandbox: RunningSandbox;
let client: HttpMessageClient;
beforeAll(async () => {
  sandbox = await startSandbox();
  client = new HttpMessageClient({ baseUrl: `${sandbox.url}/messages`, timeoutMs: 500 });
});
afterAll(async () => {
  await client.close();
  await sandbox.stop();
});

const message = (id: string, to = '13800000001') => ({
  id,
  channel: 'sms' as const,
  to,
  templateCode: 'SIGN_CODE',
  subject: '',
  body: '验证码 123456',
});

describe('message client', () => {
  it('delivers a message once, however often it is sent', async () => {
    const ctx = { clock: { id: 'clk_1', now: '2026-03-02T02:00:00Z' } };
    const first = await client.send(message('msg_1'), ctx);
    expect(await client.send(message('msg_1'), ctx)).toEqual(first);
    const { data } = (await sandbox.call('GET', '/inbox/messages?clock=clk_1')).json;
    expect(data).toMatchObject([{ id: 'msg_1', receivedAt: '2026-03-02T02:00:00.000Z' }]);
  });

  it('says whether another try makes sense', async () => {
    await sandbox.call('POST', '/control/faults', { party: 'messages', kind: 'error', count: 1 });
    await expect(client.send(message('msg_2'), {})).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      retryable: true,
    });
    await expect(client.send({ ...message('msg_1'), body: 'other' }, {})).rejects.toMatchObject({
      code: 'REFUSED',
      retryable: false,
    });
  });

  it('keeps receiver and text out of its errors', async () => {
    const { phone } = person({ n: 1, scenario: 'phone_unreachable' });
    const error = await client.send(message('msg_3', phone), {}).catch((thrown: Error) => thrown);
    expect(error).toMatchObject({ code: 'REFUSED' });
    expect(`${(error as Error).message}${JSON.stringify(error)}`).not.toMatch(new RegExp(`${phone}|123456`));
  });
});
