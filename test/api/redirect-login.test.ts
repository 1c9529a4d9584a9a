import { createHash, randomBytes } from 'node:crypto';
import { decodeJwt } from 'jose';
import { apiSettings } from '../../api/settings';
import { bearer, startTestApi, TEST_SETTINGS, type TestApi } from './support/test-api';

const PUBLIC = 'http://127.0.0.1:8080';
const CALLBACK = `${PUBLIC}/login/callback`;
const form = { 'content-type': 'application/x-www-form-urlencoded' };
const verifier = randomBytes(32).toString('base64url');
const asked = {
  client_id: 'loanflow-console',
  redirect_uri: CALLBACK,
  response_type: 'code',
  code_challenge: createHash('sha256').update(verifier).digest('base64url'),
  code_challenge_method: 'S256',
  state: 's1',
};
let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ settings: { publicUrl: PUBLIC } });
});
afterAll(() => api.close());

const authorise = (change: Record<string, string> = {}) =>
  api.app.inject({
    method: 'POST',
    url: '/dev/authorize',
    headers: form,
    payload: new URLSearchParams({ ...asked, user: 'officer1', ...change }).toString(),
  });
const exchange = (code: string, change: Record<string, string> = {}) =>
  api.app.inject({
    method: 'POST',
    url: '/dev/oauth/token',
    headers: form,
    payload: new URLSearchParams({
      grant_type: 'authorization_code',
      ...{ code, redirect_uri: CALLBACK, client_id: asked.client_id, code_verifier: verifier },
      ...change,
    }).toString(),
  });
const codeOf = (location: unknown) => new URL(String(location)).searchParams.get('code') ?? '';

describe('signing in by redirect', () => {
  it('is found by discovery and gives a token of that person, once', async () => {
    const installation = (await api.app.inject('/v1/installation')).json();
    expect(installation.login).toMatchObject({ authority: `${PUBLIC}/dev`, clientId: 'loanflow-console' });
    const found = (await api.app.inject('/dev/.well-known/openid-configuration')).json();
    expect(found).toMatchObject({ code_challenge_methods_supported: ['S256'] });
    const page = await api.app.inject(`/dev/authorize?${new URLSearchParams(asked)}`);
    expect(page.body).toContain('<option>officer1</option>');
    const back = await authorise();
    expect([back.statusCode, new URL(String(back.headers.location)).searchParams.get('state')]).toEqual([
      303,
      's1',
    ]);
    const code = codeOf(back.headers.location);
    const tokens = (await exchange(code)).json();
    expect(decodeJwt(tokens.id_token)).toMatchObject({ sub: 'officer1', aud: 'loanflow-console' });
    const session = await api.app.inject({ url: '/v1/session', headers: bearer(tokens.access_token) });
    expect(session.json()).toMatchObject({ kind: 'staff', roles: ['officer'] });
    expect((await exchange(code)).json()).toEqual({ error: 'invalid_grant' });
  });

  it('refuses another browser, another address, and a code that is no token', async () => {
    const code = codeOf((await authorise()).headers.location);
    const other = { code_verifier: randomBytes(32).toString('base64url') };
    expect((await exchange(code, other)).statusCode).toBe(400);
    expect((await exchange(code, { redirect_uri: 'http://127.0.0.1:9/login/callback' })).statusCode).toBe(
      400,
    );
    expect((await api.app.inject({ url: '/v1/session', headers: bearer(code) })).statusCode).toBe(401);
    expect((await authorise({ redirect_uri: 'http://elsewhere.example/x' })).statusCode).toBe(400);
    expect((await authorise({ user: 'nobody' })).statusCode).toBe(404);
  });

  it('by the development issuer does not exist in production', async () => {
    expect(() => apiSettings({ ...TEST_SETTINGS, production: true })).toThrow('devIssuer');
    const closed = await startTestApi({ settings: { publicUrl: PUBLIC, devIssuer: false } });
    expect((await closed.app.inject(`/dev/authorize?${new URLSearchParams(asked)}`)).statusCode).toBe(404);
    expect((await closed.app.inject('/v1/installation')).json().login).toBeNull();
    await closed.close();
  });
});
