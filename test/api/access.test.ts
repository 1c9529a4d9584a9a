import { createSign, generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { exportJWK, SignJWT } from 'jose';
import { apiSettings } from '../../api/settings';
import { createApiKey } from '../../db/repositories/access';
import { DEV_PARTNER } from '../../db/seed/access';
import { forgetAnswer } from './support/forget-answer';
import { bearer, startTestApi, TEST_SETTINGS, type TestApi } from './support/test-api';

const outside = generateKeyPairSync('ec', { namedCurve: 'P-256' });
let issuerServer: Server;
let issuer: string;
let api: TestApi;
beforeAll(async () => {
  const jwk = { ...(await exportJWK(outside.publicKey)), kid: 'k1', alg: 'ES256' };
  issuerServer = createServer((_, response) => response.end(JSON.stringify({ keys: [jwk] })));
  await new Promise<void>((resolve) => issuerServer.listen(0, '127.0.0.1', resolve));
  const address = issuerServer.address();
  issuer = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  api = await startTestApi({
    settings: {
      issuers: [
        {
          issuer,
          audience: 'lender',
          jwksUrl: `${issuer}/jwks`,
          rolesClaim: 'roles',
          partnerClaim: 'partner',
          admits: 'all',
        },
      ],
    },
  });
  await api.pool.query(
    `insert into staff_users (id, issuer, subject, display_name, roles, active) values
     ('usr_out', $1, 'anna', 'Anna', '{officer}', true), ('usr_gone', $1, 'gone', 'Gone', '{officer}', false)`,
    [issuer],
  );
});
afterAll(async () => {
  await api.close();
  await new Promise((resolve) => issuerServer.close(resolve));
});

const sign = (claims: Record<string, unknown>, change: { iss?: string; aud?: string; exp?: string } = {}) =>
  new SignJWT(claims)
    .setProtectedHeader({ alg: 'ES256', kid: 'k1' })
    .setIssuer(change.iss ?? issuer)
    .setAudience(change.aud ?? 'lender')
    .setIssuedAt()
    .setExpirationTime(change.exp ?? '5m')
    .sign(outside.privateKey);
const tasks = (token: string) => api.app.inject({ url: '/v1/tasks', headers: bearer(token) });
const codeOf = async (token: string) => {
  const answer = await tasks(token);
  return [answer.statusCode, answer.json().code];
};

describe('tokens', () => {
  it('of an OpenID Connect issuer are verified with its published keys', async () => {
    expect((await tasks(await sign({ sub: 'anna' }))).statusCode).toBe(200);
  });

  it('give the roles of our own rows, not those they claim', async () => {
    const token = await sign({ sub: 'anna', roles: ['administrator'] });
    const answer = await api.app.inject({ url: '/v1/ledger/trial-balance', headers: bearer(token) });
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'FORBIDDEN']);
  });

  it('are refused when expired, of another issuer or audience, unknown, inactive or altered', async () => {
    expect(await codeOf(await sign({ sub: 'anna' }, { exp: '-5m' }))).toEqual([401, 'TOKEN_EXPIRED']);
    expect(await codeOf(await sign({ sub: 'anna' }, { iss: 'https://elsewhere.invalid' }))).toEqual([
      401,
      'TOKEN_INVALID',
    ]);
    expect(await codeOf(await sign({ sub: 'anna' }, { aud: 'others' }))).toEqual([401, 'TOKEN_INVALID']);
    expect(await codeOf(await sign({}))).toEqual([401, 'TOKEN_INVALID']);
    expect(await codeOf(await sign({ sub: 'nobody' }))).toEqual([403, 'ACCOUNT_INACTIVE']);
    expect(await codeOf(await sign({ sub: 'gone' }))).toEqual([403, 'ACCOUNT_INACTIVE']);
    const good = await sign({ sub: 'anna' });
    expect(await codeOf(`${good.slice(0, -4)}AAAA`)).toEqual([401, 'TOKEN_INVALID']);
    expect(await codeOf('not-a-token')).toEqual([401, 'TOKEN_INVALID']);
  });

  it('that were good a moment ago are refused once their bearer is not active any more', async () => {
    const token = await sign({ sub: 'anna' });
    expect((await tasks(token)).statusCode).toBe(200);
    await api.pool.query("update staff_users set active = false where id = 'usr_out'");
    try {
      expect(await codeOf(token)).toEqual([403, 'ACCOUNT_INACTIVE']);
    } finally {
      await api.pool.query("update staff_users set active = true where id = 'usr_out'");
    }
  });

  it('without a signature or signed with a public key as secret never pass', async () => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const body = part({ sub: 'anna', iss: issuer, aud: 'lender', exp: Math.floor(Date.now() / 1000) + 300 });
    expect(await codeOf(`${part({ alg: 'none' })}.${body}.`)).toEqual([401, 'TOKEN_INVALID']);
    const foreign = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const head = part({ alg: 'ES256', kid: 'k1' });
    const signature = createSign('sha256')
      .update(`${head}.${body}`)
      .sign({ key: foreign.privateKey, dsaEncoding: 'ieee-p1363' })
      .toString('base64url');
    expect(await codeOf(`${head}.${body}.${signature}`)).toEqual([401, 'TOKEN_INVALID']);
  });

  it('are asked for, with the scheme, where none is given', async () => {
    const answer = await api.app.inject('/v1/tasks');
    expect([answer.statusCode, answer.json().code]).toEqual([401, 'UNAUTHENTICATED']);
    expect(answer.headers['www-authenticate']).toContain('Bearer');
    expect((await api.app.inject('/v1/products')).statusCode).toBe(200);
  });
});

describe('roles', () => {
  it.each([
    ['officer', '/v1/tasks', 200],
    ['applicant', '/v1/tasks', 403],
    ['partner', '/v1/tasks', 403],
    ['auditor', '/v1/audit/roots', 200],
    ['officer', '/v1/audit/roots', 403],
    ['auditor', '/v1/ledger/trial-balance', 200],
    ['collector', '/v1/ledger/trial-balance', 403],
    ['operator', '/v1/operations/parked', 200],
    ['committee', '/v1/operations/parked', 403],
    ['partner', '/v1/webhooks', 200],
    ['auditor', '/v1/webhooks', 403],
    ['administrator', '/v1/test-clocks', 200],
    ['risk_manager', '/v1/test-clocks', 403],
  ])('%s at %s gets %i', async (role, url, status) => {
    const answer = await api.app.inject({ url, headers: bearer(await api.token(role)) });
    expect(answer.statusCode).toBe(status);
  });

  it('follow the rows of permissions within seconds', async () => {
    const token = await api.token('collector');
    await api.pool.query(
      `update permissions set reach = 'own' where role = 'collector' and subject = 'Loan' and action = 'read'`,
    );
    expect((await api.app.inject({ url: '/v1/loans', headers: bearer(token) })).statusCode).toBe(200);
    await api.pool.query(
      `delete from permissions where role = 'committee' and subject = 'Loan' and action = 'read'`,
    );
    const committee = await api.token('committee');
    await new Promise((resolve) => setTimeout(resolve, 5_200));
    expect((await api.app.inject({ url: '/v1/loans', headers: bearer(committee) })).statusCode).toBe(403);
  });
});

describe('API keys', () => {
  const make = (scopes: string[]) =>
    createApiKey(api.db, { partnerId: DEV_PARTNER.id, label: 'test', scopes, createdBy: 'usr_x' });

  it('are kept as a hash, note their use and end when revoked', async () => {
    const { row, key } = await make(['read:Application']);
    expect(JSON.stringify(row)).not.toContain(key);
    const listed = await api.app.inject({ url: '/v1/applications', headers: bearer(key) });
    expect(listed.statusCode).toBe(200);
    const { rows } = await api.pool.query('select last_used_at from api_keys where id = $1', [row.id]);
    expect(rows[0].last_used_at).not.toBeNull();
    await api.pool.query('update api_keys set revoked_at = now() where id = $1', [row.id]);
    const refused = await api.app.inject({ url: '/v1/applications', headers: bearer(key) });
    expect([refused.statusCode, refused.json().code]).toEqual([401, 'API_KEY_INVALID']);
  });

  it('may do no more than their scopes', async () => {
    const { key } = await make(['read:Application']);
    const answer = await api.app.inject({ url: '/v1/webhooks', headers: bearer(key) });
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'FORBIDDEN']);
    const more = await make(['read:Ledger', 'read:Application']);
    expect(
      (await api.app.inject({ url: '/v1/ledger/trial-balance', headers: bearer(more.key) })).statusCode,
    ).toBe(403);
  });
});

describe('API keys over the API', () => {
  let keys = 0;
  const post = async (token: string, payload: object, key = `k${++keys}`) =>
    api.app.inject({
      ...{ method: 'POST', url: '/v1/api-keys', payload },
      headers: { ...bearer(token), 'idempotency-key': key },
    });

  it('are made once per Idempotency-Key; what is kept for a repeat is sealed', async () => {
    const dealer = await api.token('partner', 'dealer');
    const wanted = { label: 'twice', scopes: ['read:Application'] };
    const first = await post(dealer, wanted, 'same');
    const again = await post(dealer, wanted, 'same');
    expect(again.headers).toMatchObject({ 'idempotency-replayed': 'true', 'cache-control': 'no-store' });
    expect(again.body).toBe(first.body);
    const { rows } = await api.pool.query(
      `select i::text as kept from idempotency_keys i where key = 'same'`,
    );
    expect(rows[0].kept).not.toContain(first.json().key);
    expect(Buffer.from(rows[0].kept, 'utf8').includes(Buffer.from(first.json().key))).toBe(false);
    const made = await api.pool.query(`select count(*)::int as n from api_keys where label = 'twice'`);
    expect(made.rows[0].n).toBe(1);
  });

  it('made by a request that died before its answer have a new text, and the former one opens nothing', async () => {
    const dealer = await api.token('partner', 'dealer');
    const wanted = { label: 'crash', scopes: ['read:Application', 'manage:ApiKey'] };
    const lost = await post(dealer, wanted, 'crash');
    await forgetAnswer(api, 'crash');
    const rerun = await post(dealer, wanted, 'crash');
    expect(rerun.json().id).toBe(lost.json().id);
    const listed = (key: string) => api.app.inject({ url: '/v1/api-keys', headers: bearer(key) });
    expect((await listed(rerun.json().key)).statusCode).toBe(200);
    expect((await listed(lost.json().key)).statusCode).toBe(401);
  });

  it('are made by their partner, shown once, and revoked at once', async () => {
    const dealer = await api.token('partner', 'dealer');
    const made = await post(dealer, { label: 'shop', scopes: ['read:Application', 'manage:ApiKey'] });
    const { id, key, prefix } = made.json();
    expect([made.statusCode, key.startsWith(`lfk_${prefix}_`)]).toEqual([201, true]);
    const listed = await api.app.inject({ url: '/v1/api-keys', headers: bearer(key) });
    expect(listed.body).not.toContain(key);
    const wider = await post(key, { label: 'more', scopes: ['create:Application'] });
    expect([wider.statusCode, wider.json().code]).toEqual([403, 'FORBIDDEN']);
    const revoked = await api.app.inject({
      method: 'DELETE',
      url: `/v1/api-keys/${id}`,
      headers: bearer(dealer),
    });
    expect(revoked.json().revokedAt).not.toBeNull();
    expect((await api.app.inject({ url: '/v1/api-keys', headers: bearer(key) })).statusCode).toBe(401);
    expect((await post(await api.token('officer'), { label: 'x', scopes: ['read:Loan'] })).statusCode).toBe(
      403,
    );
  });
});

describe('settings', () => {
  it.each([
    { devIssuer: true, testMode: false, webhooksToPrivateAddresses: false },
    { devIssuer: false, testMode: true, webhooksToPrivateAddresses: false },
    { devIssuer: false, testMode: false, webhooksToPrivateAddresses: true },
  ])('refuse means of tests in production: %j', (change) => {
    expect(() => apiSettings({ ...TEST_SETTINGS, ...change, production: true })).toThrow(
      /refused in production/,
    );
  });
});

describe('rate limit', () => {
  it('tells what is left and when to come again', async () => {
    const narrow = await startTestApi({ settings: { rateLimit: { max: 2, windowMs: 60_000 } } });
    try {
      const call = () => narrow.app.inject('/v1/products');
      const first = await call();
      expect([first.headers['ratelimit-limit'], first.headers['ratelimit-remaining']]).toEqual(['2', '1']);
      await call();
      const third = await call();
      expect([third.statusCode, third.json().code]).toEqual([429, 'RATE_LIMITED']);
      expect(Number(third.headers['retry-after'])).toBeGreaterThan(0);
      expect((await narrow.app.inject('/livez')).statusCode).toBe(200);
    } finally {
      await narrow.close();
    }
  });

  it('does not count the files of the console', async () => {
    const narrow = await startTestApi({ settings: { rateLimit: { max: 2, windowMs: 60_000 } } });
    try {
      const codes = new Set<number>();
      for (let calls = 0; calls < 6; calls++)
        codes.add((await narrow.app.inject('/assets/page-0123.js')).statusCode);
      expect([...codes]).toEqual([404]);
      expect((await narrow.app.inject('/v1/products')).statusCode).toBe(200);
    } finally {
      await narrow.close();
    }
  });
});
