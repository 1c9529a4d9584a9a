import { company } from '../../../sandbox/people/companies';
import { person } from '../../../sandbox/people/people';
import { at, type RunningSandbox, startSandbox } from './running-sandbox';

let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ hangMs: 150 });
});
afterAll(() => sandbox.stop());

const bureau = (n: number, headers = {}) => {
  const p = person({ n });
  return sandbox.call(
    'POST',
    '/bureau/v2/personal-report',
    { name: p.name, idType: '10', idNo: p.idNo, reason: '02', authNo: 'con_1' },
    headers,
  );
};

describe('sources', () => {
  it('tell the same story of a person every time, also after a restart', async () => {
    const now = at('clk_1', '2026-03-02T02:00:00Z');
    const first = await bureau(5, now);
    await sandbox.restart();
    expect((await bureau(5, now)).text).toBe(first.text);
    expect((await bureau(6, now)).text).not.toBe(first.text);
  });

  it('live in the time of the test clock', async () => {
    const report = await bureau(5, at('clk_1', '2027-08-02T02:00:00Z'));
    expect(report.json.reportHeader.reportTime).toBe('2027-08-02T02:00:00.000Z');
  });

  it('give ordinary people a clean file with a score from 660 to 780', async () => {
    for (let n = 100; n < 160; n += 1) {
      const { json } = await bureau(n);
      expect(json.score.value).toBeGreaterThanOrEqual(660);
      expect(json.score.value).toBeLessThanOrEqual(780);
      expect(json.accounts.every((a: { rpyStatus24: string }) => a.rpyStatus24 === 'N'.repeat(24))).toBe(
        true,
      );
    }
  });

  it('refuse to answer without a consent number', async () => {
    const p = person({ n: 1 });
    const answer = await sandbox.call('POST', '/police/v1/verify', { name: p.name, idNo: p.idNo });
    expect([answer.status, answer.json.code]).toEqual([403, 'NO_CONSENT']);
  });

  it('check one card at most five times a day, the same question counting once', async () => {
    const p = person({ n: 9 });
    const check = (key: string, now: string) =>
      sandbox.call(
        'POST',
        '/unionpay/v1/four-factors',
        { cardNo: p.cardNo, name: p.name, idNo: p.idNo, mobile: p.phone, authNo: 'con_1' },
        { ...at('clk_c', now), 'idempotency-key': key },
      );
    for (const key of ['a', 'b', 'c', 'd', 'e', 'e', 'e']) {
      expect((await check(key, '2026-03-02T02:00:00Z')).json.respCode).toBe('00');
    }
    expect((await check('f', '2026-03-02T02:00:00Z')).json.respCode).toBe('65');
    expect((await check('f', '2026-03-03T02:00:00Z')).json.respCode).toBe('00');
  });

  it('fall silent, break or slow down at run time when control says so, and no longer than it says', async () => {
    const p = person({ n: 2 });
    const ask = () => sandbox.call('POST', '/police/v1/verify', { name: p.name, idNo: p.idNo, authNo: 'c' });
    const add = (fault: object) => sandbox.call('POST', '/control/faults', { party: 'identity', ...fault });
    await add({ kind: 'down', count: 1 });
    await expect(ask()).rejects.toThrow();
    await add({ kind: 'error', count: 2 });
    expect([(await ask()).status, (await ask()).status, (await ask()).status]).toEqual([503, 503, 200]);
    await add({ kind: 'hang', count: 1 });
    await expect(ask()).rejects.toThrow();
    await add({ kind: 'slow', count: 1, delayMs: 120 });
    const began = performance.now();
    await ask();
    expect(performance.now() - began).toBeGreaterThan(110);
    await add({ kind: 'error', untilReset: true });
    for (let i = 0; i < 5; i += 1) expect((await ask()).status).toBe(503);
    expect((await sandbox.call('GET', '/control/faults')).json.data).toMatchObject([
      { kind: 'error', left: null },
    ]);
    await sandbox.call('DELETE', '/control/faults');
    expect((await ask()).status).toBe(200);
    expect((await add({ kind: 'error' })).status).toBe(400);
  });

  it('turn a caller away for the fault "refuse"', async () => {
    await sandbox.call('POST', '/control/faults', { party: 'bank', kind: 'refuse', count: 1 });
    expect(await sandbox.call('GET', '/bank/payouts/unknown')).toMatchObject({
      ...{ status: 403, json: { code: 'UNKNOWN_CALLER' } },
    });
    expect((await sandbox.call('GET', '/bank/payouts/unknown')).status).toBe(404);
  });

  it('do the work and break off for the fault "unanswered"', async () => {
    const p = person({ n: 3 });
    await sandbox.call('POST', '/control/faults', { party: 'bank', kind: 'unanswered', count: 1 });
    const body = {
      orderNo: 'unheard_1',
      amountMinor: '100',
      currency: 'CNY',
      cardNo: p.cardNo,
      holderName: p.name,
    };
    await expect(sandbox.call('POST', '/bank/payouts', body)).rejects.toThrow();
    expect((await sandbox.call('GET', '/bank/payouts/unheard_1')).json.status).toBe('SUCCESS');
  });

  it('count calls per key in a log that holds no personal data', async () => {
    await sandbox.call('DELETE', '/control/log');
    const p = person({ n: 4 });
    const body = { name: p.name, idcard: p.idNo, mobile: p.phone, authNo: 'con_1' };
    for (let i = 0; i < 3; i += 1) {
      await sandbox.call('POST', '/telecom/v1/three-factors', body, { 'idempotency-key': 'app_7/telecom' });
    }
    await sandbox.call('POST', `/bank/accounts/${p.cardNo}/transfer`, {
      amountMinor: '1',
      reference: 'loan_1',
    });
    const log = await sandbox.call('GET', '/control/log?key=app_7/telecom');
    expect(log.json.count).toBe(3);
    const all = await sandbox.call('GET', '/control/log');
    expect(all.json.calls.map((call: { party: string }) => call.party)).toEqual([
      'telecom',
      'telecom',
      'telecom',
      'bank',
    ]);
    for (const secret of [p.name, p.idNo, p.phone, p.cardNo]) expect(all.text).not.toContain(secret);
  });

  it('know companies by their code', async () => {
    const ask = (n: number, scenario?: 'company_cancelled' | 'company_unknown') =>
      sandbox.call('POST', '/registry/v1/company', {
        keyword: company({ n, ...(scenario && { scenario }) }).uscc,
      });
    expect((await ask(1)).json.result.regStatus).toBe('存续');
    expect((await ask(1, 'company_cancelled')).json.result.regStatus).toBe('注销');
    expect((await ask(1, 'company_unknown')).json.result).toBeNull();
  });
});
