import { CURRENT_VERSION } from '../../contracts/http/version';
import { bearer, startTestApi, type TestApi } from './support/test-api';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const read = async (headers: Record<string, string>, url = '/v1/products') =>
  api.app.inject({ url, headers: { ...bearer(await api.token('officer')), ...headers } });

describe('the dated version', () => {
  it('is named on every answer, refusals too, and may be pinned', async () => {
    for (const answer of [
      await read({}),
      await read({ 'loanflow-version': CURRENT_VERSION }),
      await read({}, '/v1/audit/entries'),
      await api.app.inject({ url: '/v1/loans' }),
    ])
      expect(answer.headers['loanflow-version']).toBe(CURRENT_VERSION);
    expect((await read({ 'loanflow-version': CURRENT_VERSION })).statusCode).toBe(200);
  });

  it('is refused where it is none that is served', async () => {
    const answer = await read({ 'loanflow-version': '2019-01-01' });
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'API_VERSION_UNKNOWN']);
  });

  it('is not asked of what is no API', async () => {
    const answer = await api.app.inject({ url: '/livez', headers: { 'loanflow-version': 'x' } });
    expect([answer.statusCode, answer.headers['loanflow-version']]).toEqual([200, undefined]);
  });
});
