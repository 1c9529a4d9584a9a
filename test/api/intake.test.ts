import { sql } from 'drizzle-orm';
import { businessDate } from '../../domain/calendar/business-date';
import { applicationBody, consentsOf } from './support/applicants';
import { bearer, startTestApi, type TestApi } from './support/test-api';

let api: TestApi;
let mine: string;
let other: string;
let officer: string;
let dealer: string;
beforeAll(async () => {
  api = await startTestApi();
  [mine, other, officer, dealer] = (await Promise.all([
    api.token('applicant', 'me'),
    api.token('applicant', 'somebody'),
    api.token('officer'),
    api.token('partner', 'dealer'),
  ])) as [string, string, string, string];
});
afterAll(() => api.close());

let keys = 0;
const post = (url: string, token: string, payload: object, headers: Record<string, string> = {}) =>
  api.app.inject({
    method: 'POST',
    url,
    payload,
    headers: { ...bearer(token), 'idempotency-key': `k${++keys}`, ...headers },
  });
const get = (url: string, token: string) => api.app.inject({ url, headers: bearer(token) });
const count = async (table: string) =>
  Number((await api.pool.query(`select count(*) as n from ${table}`)).rows[0].n);

describe('an application', () => {
  it('is taken in with customer, consents, audit, event and start intent in one transaction', async () => {
    const consents = await consentsOf(api.db, 'consumer_instalment', businessDate(Date.now()));
    expect(consents.length).toBeGreaterThan(0);
    const answer = await post('/v1/applications', mine, applicationBody(1, { consents }));
    expect(answer.statusCode).toBe(202);
    const made = answer.json();
    expect(made).toMatchObject({
      stage: 'PRE_SCREEN',
      customerName: '王*',
      amountMinor: '1000000',
      version: 1,
    });
    expect(made.payoutAccount).toBe('6222 **** **** 0000');
    expect(made.assessment).toBeNull();
    expect(answer.headers.location).toBe(`/v1/applications/${made.id}`);
    expect(answer.headers.etag).toBe('"v1"');
    const starts = await api.db.execute(
      sql`select 1 from outbox where topic = 'workflow.start' and ref = ${made.id}`,
    );
    expect(starts.rowCount).toBe(1);
    const given = await get(`/v1/applications/${made.id}/consents`, mine);
    expect(given.json().data).toHaveLength(consents.length);
    const line = await get(`/v1/applications/${made.id}/timeline`, mine);
    expect(line.json().data[0]).toMatchObject({ what: 'application.created', kind: 'audit' });
  });

  it('keeps no personal value in clear', async () => {
    await post(
      '/v1/applications',
      mine,
      applicationBody(2, {
        customer: {
          kind: 'person',
          name: '欧阳克',
          idNo: applicationBody(1).customer.idNo,
          phone: '13800000001',
        },
      }),
    );
    const everything = await api.pool.query(
      `select c::text as t from customers c union all select a::text from applications a union all select e::text from audit_events e union all select o::text from outbox o union all select v::text from events v union all select i::text from idempotency_keys i`,
    );
    const text = everything.rows.map((row) => row.t).join('\n');
    expect(text).not.toMatch(/王小明|欧阳克|13800000001|6222020000000000000/);
    expect(text).not.toContain(applicationBody(1).customer.idNo);
    expect(api.logLines.join('')).not.toMatch(/王小明|138000000/);
  });

  it.each([
    [
      'a wrong check digit',
      { customer: { ...applicationBody(3).customer, idNo: '110101199003070000' } },
      '#/customer/idNo',
      'id_number_invalid',
    ],
    ['a number for an amount', { amountMinor: 1000000 }, '#/amountMinor', 'invalid_type'],
    ['a fraction', { amountMinor: '10.5' }, '#/amountMinor', 'invalid_format'],
    ['too large an amount', { amountMinor: '9'.repeat(30) }, '#/amountMinor', 'invalid_format'],
    ['too long a term', { termMonths: 100_000 }, '#/termMonths', 'too_big'],
    ['an unknown field', { discount: true }, '#/discount', 'unknown_field'],
    [
      'an unknown field inside',
      { customer: { ...applicationBody(3).customer, vip: 1 } },
      '#/customer/vip',
      'unknown_field',
    ],
    [
      'a wrong card',
      { payoutAccount: { cardNo: '6222020000000000001', holderName: 'x' } },
      '#/payoutAccount/cardNo',
      'card_invalid',
    ],
    ['a kind that differs', { declared: { kind: 'company' } }, '#/declared/foundedOn', 'invalid_type'],
  ])('is refused with a pointer for %s', async (_, change, pointer, code) => {
    const answer = await post('/v1/applications', mine, applicationBody(3, change));
    expect(answer.statusCode).toBe(400);
    expect(answer.json().errors).toContainEqual(expect.objectContaining({ pointer, code }));
  });

  it('is refused for an unknown product and for consent to other words', async () => {
    const product = await post('/v1/applications', mine, applicationBody(4, { productCode: 'nothing' }));
    expect([product.statusCode, product.json().code]).toEqual([422, 'PRODUCT_UNKNOWN']);
    const [consent] = await consentsOf(api.db, 'consumer_instalment', businessDate(Date.now()));
    const before = await count('applications');
    const words = await post(
      '/v1/applications',
      mine,
      applicationBody(4, { consents: [{ ...consent, textHash: '0'.repeat(64) }] }),
    );
    expect([words.statusCode, words.json().code]).toEqual([422, 'CONSENT_TEXT_UNKNOWN']);
    expect(await count('applications')).toBe(before);
  });

  it('does not exist for another applicant or another partner, and staff see their assessment', async () => {
    const own = (await post('/v1/applications', mine, applicationBody(5))).json();
    for (const token of [other, dealer]) {
      const foreign = await get(`/v1/applications/${own.id}`, token);
      expect([foreign.statusCode, foreign.json().code]).toEqual([404, 'NOT_FOUND']);
      const list = await get('/v1/applications', token);
      expect(list.json().data).toEqual([]);
      const supply = await post(`/v1/applications/${own.id}/withdraw`, token, {});
      expect(supply.statusCode).toBe(404);
    }
    const seen = await get(`/v1/applications/${own.id}`, officer);
    expect(seen.json().assessment).toEqual({ route: null, grade: null, score: null });
    const brought = (await post('/v1/applications', dealer, applicationBody(6))).json();
    expect(brought.partnerId).toMatch(/^ptn_/);
    expect((await get('/v1/applications', dealer)).json().data.map((a: { id: string }) => a.id)).toEqual([
      brought.id,
    ]);
  });

  it("is not tied to a stranger's account by the identity number alone", async () => {
    const brought = await post('/v1/applications', dealer, applicationBody(7));
    expect(brought.statusCode).toBe(202);
    const { customer } = applicationBody(7);
    const stranger = await post(
      '/v1/applications',
      other,
      applicationBody(7, { customer: { ...customer, phone: '13911112222' } }),
    );
    expect([stranger.statusCode, stranger.json().code]).toEqual([409, 'CUSTOMER_OF_ANOTHER']);
    const self = await post('/v1/applications', mine, applicationBody(7));
    expect(self.statusCode).toBe(202);
    expect(self.json().customerId).toBe(brought.json().customerId);
    const late = await post('/v1/applications', other, applicationBody(7));
    expect(late.statusCode).toBe(409);
  });
});

describe('documents', () => {
  const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

  it('are stored sealed, once per content, and given back as they were', async () => {
    const { id } = (await post('/v1/applications', mine, applicationBody(8))).json();
    const body = { kind: 'id_card_front', contentType: 'image/png', contentBase64: png.toString('base64') };
    const first = await post(`/v1/applications/${id}/documents`, mine, body);
    expect(first.statusCode).toBe(201);
    const again = await post(`/v1/applications/${id}/documents`, mine, body);
    expect(again.json().id).toBe(first.json().id);
    const content = await api.app.inject({ url: first.headers.location as string, headers: bearer(officer) });
    expect(content.rawPayload.equals(png)).toBe(true);
    const [stored] = (await api.pool.query('select sealed from documents')).rows;
    expect(stored.sealed.includes(png.subarray(0, 8))).toBe(false);
    const news = await api.db.execute(
      sql`select 1 from inbox where workflow_id = ${`loan/${id}`} and kind = 'documents'`,
    );
    expect(news.rowCount).toBe(1);
  });

  it('come as multipart too, and are refused when they are not what they say, empty or too large', async () => {
    const { id } = (await post('/v1/applications', mine, applicationBody(9))).json();
    const multipart = (type: string, content: Buffer) => {
      const edge = 'edge';
      const payload = Buffer.concat([
        Buffer.from(`--${edge}\r\ncontent-disposition: form-data; name="kind"\r\n\r\nid_card_back\r\n`),
        Buffer.from(
          `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="a"\r\ncontent-type: ${type}\r\n\r\n`,
        ),
        content,
        Buffer.from(`\r\n--${edge}--\r\n`),
      ]);
      return post(`/v1/applications/${id}/documents`, mine, payload, {
        'content-type': `multipart/form-data; boundary=${edge}`,
      });
    };
    expect((await multipart('image/png', png)).statusCode).toBe(201);
    expect((await multipart('image/jpeg', png)).json().code).toBe('DOCUMENT_TYPE_REFUSED');
    expect((await multipart('text/html', png)).json().code).toBe('VALIDATION_FAILED');
    expect((await multipart('image/png', Buffer.alloc(0))).statusCode).toBeGreaterThanOrEqual(400);
    const large = await multipart('image/png', Buffer.alloc(11 * 1024 * 1024));
    expect([large.statusCode, large.json().code]).toEqual([413, 'BODY_TOO_LARGE']);
  });
});

describe('personal data', () => {
  it('is shown masked, and in clear only with permission and a reason that is audited', async () => {
    const { customerId } = (await post('/v1/applications', mine, applicationBody(10))).json();
    const masked = await get(`/v1/customers/${customerId}`, officer);
    expect(masked.json()).toMatchObject({ name: '王*', phone: '138****0010' });
    const ask = { fields: ['phone', 'name'], reason: 'call back as asked' };
    const self = await post(`/v1/customers/${customerId}/reveal`, mine, ask);
    expect([self.statusCode, self.json().code]).toEqual([403, 'FORBIDDEN']);
    const auditor = await api.token('auditor');
    expect((await post(`/v1/customers/${customerId}/reveal`, auditor, ask)).statusCode).toBe(403);
    const shown = await post(`/v1/customers/${customerId}/reveal`, officer, ask);
    expect(shown.json().fields).toEqual({ phone: '13800000010', name: '王小明' });
    const { rows } = await api.pool.query(`select data from audit_events where subject = $1`, [customerId]);
    expect(rows[0].data.fields).toEqual(['name', 'phone']);
  });
});
