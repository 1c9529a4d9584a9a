import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { applicationBody } from './support/applicants';
import { bearer, startTestApi, type TestApi } from './support/test-api';

let api: TestApi;
let token: string;
beforeAll(async () => {
  api = await startTestApi();
  token = await api.token('applicant', 'me');
  for (let n = 1; n <= 7; n++) {
    await api.app.inject({
      method: 'POST',
      url: '/v1/applications',
      payload: applicationBody(n),
      headers: { ...bearer(token), 'idempotency-key': `k${n}` },
    });
  }
});
afterAll(() => api.close());

const page = (query: string) => api.app.inject({ url: `/v1/applications?${query}`, headers: bearer(token) });

describe('lists', () => {
  it('give each row once, newest first, by opaque cursors', async () => {
    const seen: string[] = [];
    let cursor = '';
    for (let pages = 0; pages < 10; pages++) {
      const answer = (await page(`limit=3${cursor}`)).json();
      seen.push(...answer.data.map((row: { id: string }) => row.id));
      if (answer.nextCursor === null) break;
      cursor = `&cursor=${answer.nextCursor}`;
    }
    expect(seen).toHaveLength(7);
    expect(seen).toEqual([...new Set(seen)].sort().reverse());
  });

  it('refuse a cursor that was altered or is of another list', async () => {
    const { nextCursor } = (await page('limit=2')).json();
    const altered = `${nextCursor.slice(0, -2)}AA`;
    for (const query of [
      `limit=2&cursor=${altered}`,
      `limit=2&cursor=${nextCursor}&stage=OFFER`,
      'cursor=AAAA',
    ]) {
      const answer = await page(query);
      expect([answer.statusCode, answer.json().code]).toEqual([400, 'CURSOR_INVALID']);
    }
  });

  it.each(['limit=0', 'limit=1000', 'limit=x', 'stage=NOWHERE', 'unknown=1', 'limit=1&limit=2', 'cursor='])(
    'refuse the query %s with a pointer',
    async (query) => {
      const answer = await page(query);
      expect([answer.statusCode, answer.json().code]).toEqual([400, 'VALIDATION_FAILED']);
      expect(answer.json().errors[0].in).toBe('query');
    },
  );
});

describe('versions', () => {
  const withdraw = (id: string, ifMatch: string) =>
    api.app.inject({
      method: 'POST',
      url: `/v1/applications/${id}/withdraw`,
      payload: {},
      headers: { ...bearer(token), 'if-match': ifMatch, 'idempotency-key': `w${Math.random()}` },
    });

  it('refuse a command on something that changed meanwhile', async () => {
    const [{ id }] = (await page('limit=1')).json().data;
    const stale = await withdraw(id, '"v9"');
    expect([stale.statusCode, stale.json().code]).toEqual([412, 'VERSION_MISMATCH']);
    const broken = await withdraw(id, 'v1');
    expect([broken.statusCode, broken.json().code]).toEqual([400, 'IF_MATCH_INVALID']);
  });
});

describe('a service that is away', () => {
  it('is a 503 that asks to come again, and the command can be sent again', async () => {
    const [{ id }] = (await page('limit=1')).json().data;
    const answer = await api.app.inject({
      method: 'POST',
      url: `/v1/applications/${id}/withdraw`,
      payload: {},
      headers: { ...bearer(token), 'idempotency-key': 'away' },
    });
    expect([answer.statusCode, answer.json().code]).toEqual([503, 'DEPENDENCY_UNAVAILABLE']);
    expect(answer.headers['retry-after']).toBeDefined();
    const { rows } = await api.pool.query(`select status from idempotency_keys where key = 'away'`);
    expect(rows[0].status).toBeNull();
  });
});

describe('generated files', () => {
  it('are current', async () => {
    const check = promisify(execFile)(process.execPath, ['--import', 'tsx', 'tools/openapi.ts', '--check']);
    await expect(check).resolves.toMatchObject({ stderr: '' });
  });

  it('document every route of /v1 and name a schema for each answer', async () => {
    const document = (await api.app.inject('/openapi.json')).json();
    expect(document.openapi).toBe('3.1.1');
    const paths = Object.keys(document.paths);
    for (const url of api.app.routeTable.keys()) {
      if (!url.startsWith('/v1/') || url.startsWith('/v1/callbacks')) continue;
      expect(paths).toContain(url.replace(/:(\w+)/g, '{$1}'));
    }
    for (const [path, methods] of Object.entries<Record<string, { responses: object; operationId: string }>>(
      document.paths,
    ))
      for (const operation of Object.values(methods)) {
        expect([path, operation.operationId]).toEqual([path, expect.any(String)]);
        expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(['4XX', '503']));
      }
  });
});
