import { writeNextExport } from '../../api/exports/write-export';
import { forgetOldExports } from '../../db/repositories/list-exports';
import { applicationBody } from './support/applicants';
import { bearer, startTestApi, type TestApi } from './support/test-api';

let api: TestApi;
let officer: string;
let other: string;
beforeAll(async () => {
  api = await startTestApi();
  [officer, other] = (await Promise.all([api.token('officer'), api.token('risk_manager')])) as [
    string,
    string,
  ];
  for (let n = 1; n <= 4; n++) {
    const made = await api.app.inject({
      method: 'POST',
      url: '/v1/applications',
      payload: applicationBody(n, { amountMinor: String(n * 100_000) }),
      headers: { ...bearer(await api.token('applicant', `of-export-${n}`)), 'idempotency-key': `e${n}` },
    });
    expect(made.statusCode).toBe(202);
  }
});
afterAll(() => api.close());

let keys = 0;
const ask = (body: object, token = officer, key = `x${++keys}`) =>
  api.app.inject({
    method: 'POST',
    url: '/v1/exports',
    payload: body,
    headers: { ...bearer(token), 'idempotency-key': key, 'accept-language': 'zh-CN' },
  });
const get = (path: string, token = officer) =>
  api.app.inject({ url: `/v1/exports${path}`, headers: { ...bearer(token), accept: '*/*' } });
const asked = {
  list: 'applications',
  format: 'csv',
  filters: { where: ['amount.min.200000', 'stage.is.PRE_SCREEN,OFFER'], sort: '-amount' },
};
const write = () => writeNextExport(api);

describe('an export in the background', () => {
  it('gives what the list gives at once, to the one who asked alone', async () => {
    const made = await ask(asked);
    expect(made.statusCode).toBe(202);
    expect(made.json()).toMatchObject({ state: 'queued', rows: 0, leftOff: false, finishedAt: null });
    const { id } = made.json();
    expect(made.headers.location).toBe(`/v1/exports/${id}`);
    expect((await get(`/${id}/file`)).json().code).toBe('EXPORT_NOT_READY');
    expect(await write()).toBe(true);
    expect(await write()).toBe(false);
    expect((await get(`/${id}`)).json()).toMatchObject({ state: 'ready', rows: 3 });
    const file = await get(`/${id}/file`);
    expect(file.headers['content-type']).toBe('text/csv');
    const atOnce = await api.app.inject({
      url: '/v1/applications?where=amount.min.200000&where=stage.is.PRE_SCREEN,OFFER&sort=-amount&format=csv',
      headers: { ...bearer(officer), 'accept-language': 'zh-CN' },
    });
    expect(file.body).toBe(atOnce.body);
    expect(file.body.trim().split('\r\n')).toHaveLength(4);
    expect(file.body).not.toContain('王小明');
    expect((await get('')).json().data.map((one: { id: string }) => one.id)).toContain(id);
    expect((await get('', other)).json().data).toEqual([]);
    for (const path of [`/${id}`, `/${id}/file`]) expect((await get(path, other)).statusCode).toBe(404);
    const { rows } = await api.pool.query(
      `select action, data->>'exportId' as id from audit_events where action like 'list.export%' order by recorded_at, seq`,
    );
    expect(rows).toEqual(
      expect.arrayContaining([
        { action: 'list.exported', id },
        { action: 'list.export_fetched', id },
      ]),
    );
  });

  it('is sealed where it lies, and gone when its day is over', async () => {
    const { id } = (await ask({ ...asked, format: 'xlsx' })).json();
    await write();
    expect((await get(`/${id}/file`)).rawPayload.subarray(0, 2).toString()).toBe('PK');
    const parts = () => api.pool.query('select sealed from list_export_parts where export_id = $1', [id]);
    const [part] = (await parts()).rows;
    expect(part.sealed.includes(Buffer.from('PK\u0003\u0004', 'latin1'))).toBe(false);
    await forgetOldExports(api.db, new Date(Date.now() + 25 * 3_600_000));
    expect((await parts()).rows).toEqual([]);
    expect((await get(`/${id}`)).json().state).toBe('expired');
    expect((await get(`/${id}/file`)).json().code).toBe('EXPORT_NOT_READY');
  });

  it('is begun anew when its writer died, and given up after three', async () => {
    const { id } = (await ask(asked)).json();
    const dead = (attempts: number) =>
      api.pool.query(
        `update list_exports set state = 'running', held_by = 'dead', held_until = now() - interval '1 second', attempts = $2 where id = $1`,
        [id, attempts],
      );
    await dead(1);
    await api.pool.query(`insert into list_export_parts values ($1, 0, '\\x00'), ($1, 1, '\\x00')`, [id]);
    expect(await write()).toBe(true);
    expect((await get(`/${id}/file`)).body.trim().split('\r\n')).toHaveLength(4);
    await dead(3);
    expect(await write()).toBe(false);
    expect((await get(`/${id}`)).json().state).toBe('failed');
  });

  it('is left to its writer while that one lives', async () => {
    const { id } = (await ask(asked)).json();
    const [first, second] = await Promise.all([write(), write()]);
    expect([first, second].sort()).toEqual([false, true]);
    expect((await get(`/${id}`)).json().state).toBe('ready');
  });

  it('acts once per key', async () => {
    const first = (await ask(asked, officer, 'same')).json();
    expect((await ask(asked, officer, 'same')).json().id).toBe(first.id);
    expect(await write()).toBe(true);
    expect(await write()).toBe(false);
  });

  it('is the whole list where no filters are said', async () => {
    const { list, format } = asked;
    const answer = await ask({ list, format });
    expect(answer.statusCode).toBe(202);
    expect(await write()).toBe(true);
    const [{ n }] = (await api.pool.query('select count(*)::int as n from applications')).rows;
    expect((await get(`/${answer.json().id}`)).json()).toMatchObject({ state: 'ready', rows: n });
  });

  it('is for staff who may read the list, when asked for and when written', async () => {
    expect((await ask(asked, await api.token('applicant', 'of-export-1'))).statusCode).toBe(403);
    expect((await ask({ ...asked, filters: { where: ['nothing.is.1'] } })).statusCode).toBe(400);
    const { id } = (await ask(asked)).json();
    await api.pool.query(`update list_exports set asked_by = 'usr_gone' where id = $1`, [id]);
    expect(await write()).toBe(true);
    const { rows } = await api.pool.query('select state from list_exports where id = $1', [id]);
    expect(rows).toEqual([{ state: 'failed' }]);
  });
});
