import { reserveRequest } from '../../db/repositories/idempotency';
import { applicationBody } from './support/applicants';
import { forgetAnswer } from './support/forget-answer';
import { bearer, startTestApi, type TestApi } from './support/test-api';

let api: TestApi;
let token: string;
beforeAll(async () => {
  api = await startTestApi();
  token = await api.token('applicant', 'me');
});
afterAll(() => api.close());

const apply = (key: string | undefined, body: object, as = token) =>
  api.app.inject({
    method: 'POST',
    url: '/v1/applications',
    payload: body,
    headers: { ...bearer(as), ...(key !== undefined && { 'idempotency-key': key }) },
  });
const applications = async () =>
  Number((await api.pool.query('select count(*) as n from applications')).rows[0].n);

describe('Idempotency-Key', () => {
  it('is needed, visible and at most 255 characters long', async () => {
    expect((await apply(undefined, applicationBody(1))).json().code).toBe('IDEMPOTENCY_KEY_REQUIRED');
    expect((await apply('a b', applicationBody(1))).json().code).toBe('IDEMPOTENCY_KEY_INVALID');
    expect((await apply('x'.repeat(256), applicationBody(1))).json().code).toBe('IDEMPOTENCY_KEY_INVALID');
    expect((await apply('x'.repeat(255), applicationBody(1))).statusCode).toBe(202);
  });

  it('acts once and replays the answer, marked, whatever the order of fields', async () => {
    const before = await applications();
    const first = await apply('once', applicationBody(2));
    const body = applicationBody(2);
    const reordered = Object.fromEntries(Object.entries(body).reverse());
    const again = await apply('once', reordered);
    expect(first.headers['idempotency-replayed']).toBeUndefined();
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect([again.statusCode, again.body]).toEqual([first.statusCode, first.body]);
    expect(again.headers.location).toBe(first.headers.location);
    expect(await applications()).toBe(before + 1);
  });

  it('refuses another body under the same key', async () => {
    await apply('body', applicationBody(3));
    const other = await apply('body', applicationBody(3, { termMonths: 24 }));
    expect([other.statusCode, other.json().code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
  });

  it('belongs to its caller', async () => {
    const somebody = await api.token('applicant', 'somebody');
    await apply('shared', applicationBody(4));
    const own = await apply('shared', applicationBody(5), somebody);
    expect(own.statusCode).toBe(202);
    expect(own.headers['idempotency-replayed']).toBeUndefined();
  });

  it('lets ten at once act once', async () => {
    const before = await applications();
    const answers = await Promise.all(Array.from({ length: 10 }, () => apply('race', applicationBody(6))));
    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([202]));
    expect(new Set(answers.map((answer) => answer.json().id)).size).toBe(1);
    expect(answers.filter(({ headers }) => headers['idempotency-replayed'] === 'true')).toHaveLength(9);
    expect(await applications()).toBe(before + 1);
  });

  it('tells a caller that the first is still at work', async () => {
    const asked = { actorId: 'usr_x', route: 'POST /x', key: 'k' };
    expect((await reserveRequest(api, asked, 'h')).kind).toBe('reserved');
    expect((await reserveRequest(api, asked, 'h')).kind).toBe('in_progress');
    expect((await reserveRequest(api, asked, 'other')).kind).toBe('other_body');
  });

  it('lets a rerun after a crash find what the first run made', async () => {
    const first = await apply('crash', applicationBody(7));
    await forgetAnswer(api, 'crash');
    const before = await applications();
    const rerun = await apply('crash', applicationBody(7));
    expect(rerun.json().id).toBe(first.json().id);
    expect(rerun.headers['idempotency-replayed']).toBeUndefined();
    expect(await applications()).toBe(before);
  });

  it('does not keep refusals that are not the result of the request', async () => {
    const refused = await apply('later', applicationBody(8, { productCode: 'nothing' }));
    expect(refused.statusCode).toBe(422);
    expect(
      (await apply('later', applicationBody(8, { productCode: 'nothing' }))).headers['idempotency-replayed'],
    ).toBe('true');
    const none = await api.app.inject({
      method: 'POST',
      url: '/v1/applications/app_00000000000000000000000000/withdraw',
      payload: {},
      headers: { ...bearer(token), 'idempotency-key': 'gone' },
    });
    expect(none.statusCode).toBe(404);
    const { rows } = await api.pool.query(`select status from idempotency_keys where key = 'gone'`);
    expect(rows[0].status).toBeNull();
  });
});
