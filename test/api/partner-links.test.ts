import { DEV_PARTNER } from '../../db/seed/access';
import { applicationBody } from './support/applicants';
import { post } from './support/borrowers';
import { bearer, startTestApi, type TestApi } from './support/test-api';

const RIVAL = `ptn_${'0'.repeat(25)}9`;
let api: TestApi;
let dealer: string;
let rival: string;
let admin: string;
beforeAll(async () => {
  api = await startTestApi();
  await api.pool.query(`insert into partners (id, code, display_name) values ($1, 'rival', 'Rival')`, [
    RIVAL,
  ]);
  [dealer, rival, admin] = (await Promise.all([
    api.token('partner', 'dealer'),
    api.token('partner', 'rival'),
    api.token('administrator'),
  ])) as [string, string, string];
});
afterAll(() => api.close());

const desk = { name: '城东店', productCode: 'consumer_instalment', amountMinor: '3000000', termMonths: 12 };
const get = (url: string, token?: string) =>
  api.app.inject({ url, ...(token !== undefined && { headers: bearer(token) }) });

describe('partner links', () => {
  it('are made by their partner or by an administrator, never for another partner', async () => {
    const own = await post(api, '/v1/scenes', { ...desk, partnerId: RIVAL }, dealer);
    expect([own.statusCode, own.json().partnerId]).toEqual([201, DEV_PARTNER.id]);
    const forRival = await post(api, '/v1/scenes', { ...desk, partnerId: RIVAL }, admin);
    expect(forRival.json().partnerId).toBe(RIVAL);
    expect((await post(api, '/v1/scenes', desk, admin)).statusCode).toBe(400);
    expect((await post(api, '/v1/scenes', desk, await api.token('officer'))).statusCode).toBe(403);
    const listed = (await get('/v1/scenes', dealer)).json().data;
    expect(listed.map(({ partnerId }: { partnerId: string }) => partnerId)).toEqual([DEV_PARTNER.id]);
    const foreign = await api.app.inject({
      method: 'PATCH',
      url: `/v1/scenes/${forRival.json().id}`,
      payload: { active: false },
      headers: bearer(dealer),
    });
    expect(foreign.statusCode).toBe(404);
  });

  it('refuse defaults that the product does not offer', async () => {
    expect((await post(api, '/v1/scenes', { ...desk, amountMinor: '1' }, dealer)).statusCode).toBe(422);
    expect((await post(api, '/v1/scenes', { ...desk, termMonths: 7 }, dealer)).statusCode).toBe(422);
    expect((await post(api, '/v1/scenes', { ...desk, productCode: 'none' }, dealer)).statusCode).toBe(422);
  });

  it('carry partner and desk into the application, which that partner alone sees', async () => {
    const { code, id } = (await post(api, '/v1/scenes', desk, dealer)).json();
    const open = await get(`/v1/scenes/by-code/${code}`);
    expect(open.json()).toMatchObject({ partnerName: DEV_PARTNER.displayName, amountMinor: '3000000' });
    expect(open.body).not.toContain('scn_');
    const me = await api.token('applicant', 'walk-in');
    const made = await post(
      api,
      '/v1/applications',
      applicationBody(7, { scene: code, channel: 'desk' }),
      me,
    );
    expect(made.json()).toMatchObject({ partnerId: DEV_PARTNER.id, sceneId: id, channel: 'desk' });
    const path = `/v1/applications/${made.json().id}`;
    expect((await get(path, dealer)).statusCode).toBe(200);
    expect((await get(path, rival)).statusCode).toBe(404);
    expect((await get('/v1/applications', rival)).json().data).toEqual([]);
    const [counted] = (await get('/v1/scenes', dealer))
      .json()
      .data.filter((one: { id: string }) => one.id === id);
    expect(counted.applications).toBe(1);
    const otherProduct = applicationBody(8, { scene: code, productCode: 'auto_loan' });
    expect((await post(api, '/v1/applications', otherProduct, me)).json().code).toBe('PRODUCT_UNKNOWN');
  });

  it('open nothing once closed, or mistyped', async () => {
    const { code, id } = (await post(api, '/v1/scenes', desk, dealer)).json();
    const closed = await api.app.inject({
      method: 'PATCH',
      url: `/v1/scenes/${id}`,
      payload: { active: false },
      headers: bearer(dealer),
    });
    expect(closed.json().active).toBe(false);
    expect((await get(`/v1/scenes/by-code/${code}`)).json().code).toBe('SCENE_CLOSED');
    const me = await api.token('applicant', 'too-late');
    const late = await post(api, '/v1/applications', applicationBody(9, { scene: code }), me);
    expect([late.statusCode, late.json().code]).toEqual([404, 'SCENE_CLOSED']);
    expect((await get('/v1/scenes/by-code/0000000000')).statusCode).toBe(404);
  });
});
