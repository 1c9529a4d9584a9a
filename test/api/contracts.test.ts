import { sql } from 'drizzle-orm';
import { Webhook } from 'standardwebhooks';
import { applicationBody } from './support/applicants';
import { forgetAnswer } from './support/forget-answer';
import { bearer, startTestApi, TEST_SETTINGS, type TestApi } from './support/test-api';

let api: TestApi;
let mine: string;
let other: string;
let now = new Date('2026-03-01T02:00:00Z');
beforeAll(async () => {
  api = await startTestApi({ clock: { now: async () => now } });
  mine = await api.token('applicant', 'me');
  other = await api.token('applicant', 'other');
});
afterAll(() => api.close());

const SHA = 'a'.repeat(64);
let serial = 0;
const post = (url: string, payload: object = {}, token = mine, key = `s${++serial}`) =>
  api.app.inject({ method: 'POST', url, payload, headers: { ...bearer(token), 'idempotency-key': key } });

/** An offered contract of the first applicant. */
async function offered(): Promise<{ id: string; applicationId: string }> {
  const answer = await post('/v1/applications', applicationBody(++serial));
  const { id: applicationId, customerId } = answer.json();
  const id = `ctr_${String(serial).padStart(26, '0')}`;
  const pdf = api.vault.seal(
    { table: 'contracts', column: 'sealed_offer_pdf', rowId: id },
    Buffer.from('%PDF-1.7 offer'),
  );
  await api.db.execute(sql`insert into contracts
    (id, application_id, customer_id, number, key, status, template_code, template_version, amount_minor, rate_bps,
     term_months, shown, sealed_offer_pdf, offer_sha256, offered_at, expires_at)
    values (${id}, ${applicationId}, ${customerId}, ${`LN-${serial}`}, ${id}, 'offered', 'loan', 1, 1000000, 1200, 12, '{}',
      ${pdf}, ${SHA}, ${now.toISOString()}, ${new Date(now.getTime() + 7 * 86_400_000).toISOString()})`);
  return { id, applicationId };
}

/** The code as the borrower reads it in the message. */
async function codeSent(applicationId: string): Promise<string> {
  const { rows } = await api.pool.query(
    `select id, sealed_params from messages where application_id = $1 order by created_at desc, id desc limit 1`,
    [applicationId],
  );
  const place = { table: 'messages', column: 'sealed_params', rowId: rows[0].id };
  return JSON.parse(api.vault.openText(place, rows[0].sealed_params)).code;
}

const later = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1000);
};
const wrong = (code: string) => (code === '000000' ? '000001' : '000000');

describe('a contract', () => {
  it('is read by its borrower and does not exist for others', async () => {
    const { id } = await offered();
    const pdf = await api.app.inject({ url: `/v1/contracts/${id}/document.pdf`, headers: bearer(mine) });
    expect([pdf.statusCode, pdf.headers['content-type'], pdf.body]).toEqual([
      200,
      'application/pdf',
      '%PDF-1.7 offer',
    ]);
    expect((await api.app.inject({ url: `/v1/contracts/${id}`, headers: bearer(other) })).statusCode).toBe(
      404,
    );
    expect(
      (await post(`/v1/contracts/${id}/sign`, { code: '123456', documentSha256: SHA }, other)).statusCode,
    ).toBe(404);
    const officer = await api.token('officer');
    expect(
      (await post(`/v1/contracts/${id}/sign`, { code: '123456', documentSha256: SHA }, officer)).statusCode,
    ).toBe(403);
  });

  it('is signed with the code that was sent, once, and the loan is told', async () => {
    const { id, applicationId } = await offered();
    const sent = await post(`/v1/contracts/${id}/confirmation-codes`);
    expect([sent.statusCode, sent.json().sentTo]).toEqual([202, expect.stringMatching(/^138\*{4}\d{4}$/)]);
    const code = await codeSent(applicationId);
    const stored = await api.pool.query('select c::text as t from confirmation_codes c');
    expect(stored.rows.map(({ t }) => t).join('')).not.toContain(`,${code},`);
    const other = await post(`/v1/contracts/${id}/sign`, { code, documentSha256: 'b'.repeat(64) });
    expect(other.json().code).toBe('CONTRACT_HASH_MISMATCH');
    expect(
      (await post(`/v1/contracts/${id}/sign`, { code: wrong(code), documentSha256: SHA })).json().code,
    ).toBe('CODE_INVALID');
    const signed = await post(`/v1/contracts/${id}/sign`, { code, documentSha256: SHA });
    expect([signed.statusCode, signed.json().status]).toEqual([200, 'signed']);
    const again = await post(`/v1/contracts/${id}/sign`, { code, documentSha256: SHA });
    expect(again.json().code).toBe('CONTRACT_NOT_OPEN');
    const { rows } = await api.pool.query('select evidence from contracts where id = $1', [id]);
    expect(rows[0].evidence).toMatchObject({
      offerSha256: SHA,
      maskedPhone: expect.stringContaining('****'),
    });
    const news = await api.pool.query(`select kind, ref from inbox where workflow_id = $1`, [
      `loan/${applicationId}`,
    ]);
    expect(news.rows).toContainEqual({ kind: 'signed', ref: id });
  });

  it('takes five wrong codes, no old code, and a new code once a minute', async () => {
    const { id, applicationId } = await offered();
    expect(
      (await post(`/v1/contracts/${id}/sign`, { code: '123456', documentSha256: SHA })).json().code,
    ).toBe('CODE_INVALID');
    await post(`/v1/contracts/${id}/confirmation-codes`);
    const soon = await post(`/v1/contracts/${id}/confirmation-codes`);
    expect([soon.statusCode, soon.json().code, soon.headers['retry-after']]).toEqual([
      429,
      'CODE_TOO_SOON',
      '60',
    ]);
    const code = await codeSent(applicationId);
    for (let i = 0; i < 5; i++)
      expect(
        (await post(`/v1/contracts/${id}/sign`, { code: wrong(code), documentSha256: SHA })).json().code,
      ).toBe('CODE_INVALID');
    expect((await post(`/v1/contracts/${id}/sign`, { code, documentSha256: SHA })).json().code).toBe(
      'CODE_ATTEMPTS_EXCEEDED',
    );
    later(61);
    await post(`/v1/contracts/${id}/confirmation-codes`);
    const fresh = await codeSent(applicationId);
    later(601);
    expect((await post(`/v1/contracts/${id}/sign`, { code: fresh, documentSha256: SHA })).json().code).toBe(
      'CODE_EXPIRED',
    );
  });

  it('can be refused, and is closed when its offer has expired', async () => {
    const { id, applicationId } = await offered();
    expect((await post(`/v1/contracts/${id}/refuse`, { reasonCode: 'TOO_DEAR' })).json().status).toBe(
      'refused',
    );
    const news = await api.pool.query(`select 1 from inbox where workflow_id = $1 and kind = 'refused'`, [
      `loan/${applicationId}`,
    ]);
    expect(news.rowCount).toBe(1);
    const late = await offered();
    later(8 * 86_400);
    expect((await post(`/v1/contracts/${late.id}/confirmation-codes`)).json().code).toBe('CONTRACT_NOT_OPEN');
  });
});

describe('a refusal', () => {
  it('that runs again because its first run died with its answer is answered as it was', async () => {
    const { id, applicationId } = await offered();
    const refuse = (key: string) => post(`/v1/contracts/${id}/refuse`, { reasonCode: 'TOO_DEAR' }, mine, key);
    const first = await refuse('died-refusing');
    await forgetAnswer(api, 'died-refusing');
    const again = await refuse('died-refusing');
    expect([again.statusCode, again.json()]).toEqual([200, first.json()]);
    expect((await refuse('another')).json().code).toBe('CONTRACT_NOT_OPEN');
    const { rows } = await api.pool.query(`select 1 from inbox where workflow_id = $1 and kind = 'refused'`, [
      `loan/${applicationId}`,
    ]);
    expect(rows).toHaveLength(1);
  });
});

describe("the bank's callbacks", () => {
  const signer = new Webhook(TEST_SETTINGS.bankCallbackSecret);
  const call = (event: object, change: Record<string, string> = {}, raw = JSON.stringify(event)) => {
    const at = new Date();
    const headers = {
      'content-type': 'application/json',
      'webhook-id': 'msg_1',
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': signer.sign('msg_1', at, raw),
      ...change,
    };
    return api.app.inject({ method: 'POST', url: '/v1/callbacks/bank', payload: raw, headers });
  };
  const confirmed = {
    type: 'payout.confirmed',
    id: 'bank-event-1',
    occurredAt: '2026-03-01T02:00:00.000Z',
    valueOn: '2026-03-01',
    clockId: null,
    bankRef: 'BK1',
    amountMinor: '1000000',
    currency: 'CNY',
    orderNo: 'payout/one',
  };

  it('are kept once and told to the loan, however often they come', async () => {
    const { applicationId } = await offered();
    await api.pool.query(
      `insert into payouts (id, key, application_id, loan_id, attempt, amount_minor, currency, masked_account, status, intended_at)
       values ('out_1', 'payout/one', $1, 'loan_1', 1, 1000000, 'CNY', '****', 'processing', now())`,
      [applicationId],
    );
    expect((await call(confirmed)).statusCode).toBe(202);
    expect((await call(confirmed)).statusCode).toBe(202);
    const { rows } = await api.pool.query(`select kind, body from inbox where ref = 'bank-event-1'`);
    expect(rows).toEqual([
      {
        kind: 'payout',
        body: { orderNo: 'payout/one', status: 'confirmed', bankRef: 'BK1', valueOn: '2026-03-01' },
      },
    ]);
  });

  it('are refused with a wrong, old or missing signature', async () => {
    const changes: Record<string, string>[] = [
      { 'webhook-signature': 'v1,AAAA' },
      { 'webhook-timestamp': '1000000000' },
      { 'webhook-signature': '' },
      { 'webhook-id': 'msg_2' },
    ];
    for (const change of changes) {
      const answer = await call(confirmed, change);
      expect([answer.statusCode, answer.json().code]).toEqual([401, 'CALLBACK_SIGNATURE_INVALID']);
    }
  });

  it('of wrong form are 400, and those that fit nothing known are noted for people', async () => {
    expect((await call({ ...confirmed, amountMinor: 5 })).json().errors[0].pointer).toBe('#/amountMinor');
    expect((await call({}, {}, 'not json')).json().code).toBe('MALFORMED_JSON');
    const unknown = { ...confirmed, id: 'bank-event-2', orderNo: 'payout/nobody' };
    expect((await call(unknown)).statusCode).toBe(202);
    const { rows } = await api.pool.query(
      `select data from audit_events where action = 'callback.unmatched'`,
    );
    expect(rows[0].data).toMatchObject({ id: 'bank-event-2', type: 'payout.confirmed' });
  });
});

describe('test clocks', () => {
  it('are made and refuse to go back or too far', async () => {
    const operator = await api.token('operator');
    const made = await post('/v1/test-clocks', { name: 'one', now: '2026-01-01T00:00:00.000Z' }, operator);
    const { id } = made.json();
    expect(made.statusCode).toBe(201);
    const back = await post(`/v1/test-clocks/${id}/advance`, { to: '2025-01-01T00:00:00.000Z' }, operator);
    expect([back.statusCode, back.json().code]).toEqual([422, 'CLOCK_BACKWARD']);
    const far = await post(`/v1/test-clocks/${id}/advance`, { to: '2029-01-01T00:00:00.000Z' }, operator);
    expect([far.statusCode, far.json().code]).toEqual([422, 'CLOCK_STEP_TOO_LARGE']);
  });
});
