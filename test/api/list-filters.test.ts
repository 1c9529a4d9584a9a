import { Readable } from 'node:stream';
import { stream as excel } from 'exceljs';
import { applicationBody } from './support/applicants';
import { bearer, startTestApi, type TestApi } from './support/test-api';

let api: TestApi;
let officer: string;
beforeAll(async () => {
  api = await startTestApi();
  officer = await api.token('officer');
  for (let n = 1; n <= 6; n++) {
    const made = await api.app.inject({
      method: 'POST',
      url: '/v1/applications',
      payload: applicationBody(n, { amountMinor: String(n * 100_000) }),
      headers: { ...bearer(await api.token('applicant', `of-list-${n}`)), 'idempotency-key': `f${n}` },
    });
    expect(made.statusCode).toBe(202);
  }
});
afterAll(() => api.close());

const read = (path: string, token = officer, headers: Record<string, string> = {}) =>
  api.app.inject({ url: `/v1/${path}`, headers: { ...bearer(token), ...headers } });
const amounts = async (query: string) =>
  (await read(`applications?${query}`)).json().data.map((row: { amountMinor: string }) => row.amountMinor);

describe('filters of a list', () => {
  it('hold all at once', async () => {
    expect(await amounts('where=amount.min.300000&where=amount.max.500000')).toEqual([
      '500000',
      '400000',
      '300000',
    ]);
    expect(await amounts('where=stage.is.PRE_SCREEN,OFFER&where=amount.max.100000')).toEqual(['100000']);
    expect(await amounts('where=stage.not.PRE_SCREEN')).toEqual([]);
    expect(await amounts('where=outcome.not.PAID_OFF')).toHaveLength(6);
  });

  it('know the business date of an instant', async () => {
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    expect(await amounts(`where=created.min.${today}`)).toHaveLength(6);
    expect(await amounts(`where=created.max.${today}&where=parked.is.no&where=open.is.yes`)).toHaveLength(6);
    expect(await amounts('where=created.max.2020-01-01')).toEqual([]);
  });

  it.each([
    'where=nothing.is.1',
    'where=amount.is.5',
    'where=amount.min.x',
    'where=created.min.2026-02-30',
    "where=stage.is.A';--",
    'sort=name',
    'format=pdf',
  ])('refuse %s with a pointer', async (query) => {
    const answer = await read(`applications?${query}`);
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'VALIDATION_FAILED']);
  });

  it('keep their order and their rows across pages', async () => {
    const seen: string[] = [];
    let cursor = '';
    do {
      const page = (await read(`applications?sort=-amount&limit=2${cursor}`)).json();
      seen.push(...page.data.map((row: { amountMinor: string }) => row.amountMinor));
      cursor = page.nextCursor === null ? '' : `&cursor=${page.nextCursor}`;
    } while (cursor !== '');
    expect(seen).toEqual(['600000', '500000', '400000', '300000', '200000', '100000']);
    const longest = (await read('applications?sort=since&limit=6')).json().data;
    const since = longest.map((row: { stageSince: string }) => row.stageSince);
    expect(since).toEqual([...since].sort());
  });

  it('do not tell outsiders what the list does not show', async () => {
    const own = await api.token('applicant', 'of-list-1');
    expect((await read('applications?where=parked.is.no', own)).json().data).toEqual([]);
    expect((await read('applications?where=open.is.yes', own)).json().data).toHaveLength(1);
  });

  it('estimate how many they leave', async () => {
    const all = (await read('applications/estimate')).json().rows;
    const none = (
      await read('applications/estimate?where=stage.is.NOWHERE&where=created.max.2020-01-01')
    ).json();
    expect(all).toBeGreaterThan(0);
    expect(none.rows).toBeLessThanOrEqual(all);
  });
});

describe('a list as a file', () => {
  it('is CSV with headings in the language of the reader, and in the audit record', async () => {
    const answer = await read('applications?sort=-amount&where=amount.min.500000&format=csv', officer, {
      'accept-language': 'zh-CN',
    });
    expect(answer.headers['content-type']).toBe('text/csv');
    expect(answer.headers['x-rows-left-off']).toBe('false');
    const lines = answer.body.replace('\uFEFF', '').trim().split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toContain('客户,产品,申请金额');
    expect(lines[1]).toMatch(/^王\*+,消费分期贷,6000\.00,12,预审,/);
    expect(answer.body).not.toContain('王小明');
    const { rows } = await api.pool.query(
      `select actor_id, data from audit_events where action = 'list.exported' order by recorded_at desc limit 1`,
    );
    expect(rows[0].data).toMatchObject({ list: 'applications', format: 'csv', leftOff: false });
    expect(JSON.parse(rows[0].data.filters)).toEqual({ where: ['amount.min.500000'], sort: '-amount' });
    expect(rows[0].actor_id).toMatch(/^usr_/);
  });

  it('is a workbook with numbers that are numbers, by Accept', async () => {
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    const answer = await read('applications?sort=-amount', officer, { accept: type });
    expect(answer.headers['content-type']).toBe(type);
    const rows: unknown[][] = [];
    for await (const sheet of new excel.xlsx.WorkbookReader(Readable.from([answer.rawPayload]), {}))
      for await (const row of sheet) rows.push(Array.isArray(row.values) ? row.values.slice(1) : []);
    expect(rows).toHaveLength(7);
    expect(rows[0]?.slice(0, 3)).toEqual(['Customer', 'Product', 'Amount asked']);
    expect(rows[1]?.slice(1, 4)).toEqual(['Consumer instalment loan', 6000, 12]);
    expect(rows.map((row) => row[2]).slice(1)).toEqual([6000, 5000, 4000, 3000, 2000, 1000]);
  });

  it('leaves the assessment to staff', async () => {
    const own = await read('applications?format=csv', await api.token('applicant', 'of-list-2'));
    expect(own.body.split('\r\n')[0]).not.toContain('Score');
    expect(own.body.trim().split('\r\n')).toHaveLength(2);
    expect((await read('applications?format=csv')).body.split('\r\n')[0]).toContain('Grade,Score');
  });

  it('is refused to callers without a credential', async () => {
    const answer = await api.app.inject({ url: '/v1/customers?format=csv', headers: { accept: 'text/csv' } });
    expect([answer.statusCode, answer.json().code]).toEqual([401, 'UNAUTHENTICATED']);
  });
});

describe('customers', () => {
  const search = (payload: object, token = officer) =>
    api.app.inject({ method: 'POST', url: '/v1/customers/search', payload, headers: bearer(token) });

  it('are listed masked', async () => {
    const { data } = (await read('customers?where=kind.is.person&limit=3')).json();
    expect(data).toHaveLength(3);
    expect(JSON.stringify(data)).not.toMatch(/王小明|1380000000\d|11010119900307/);
    expect((await read('customers?where=kind.is.company')).json().data).toEqual([]);
  });

  it('are found by a whole phone, number or name, and by nothing less', async () => {
    const found = async (payload: object) => (await search(payload)).json().data.length;
    expect(await found({ phone: '+86 138 0000 0003' })).toBe(1);
    expect(await found({ idNo: applicationBody(3).customer.idNo })).toBe(1);
    expect(await found({ name: '王小明' })).toBe(6);
    expect(await found({ name: '王' })).toBe(0);
    expect(await found({ name: '王小明', phone: '13800000005' })).toBe(1);
    const nothing = await search({});
    expect([nothing.statusCode, nothing.json().code]).toEqual([400, 'VALIDATION_FAILED']);
  });

  it('are found by their owner alone among applicants', async () => {
    const other = await search({ name: '王小明' }, await api.token('applicant', 'of-list-4'));
    expect(other.json().data).toHaveLength(1);
  });
});
