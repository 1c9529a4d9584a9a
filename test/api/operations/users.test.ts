import { bearer, startTestApi, type TestApi } from '../support/test-api';

let api: TestApi;
let ada: string;
let ben: string;
beforeAll(async () => {
  api = await startTestApi();
  ada = await api.token('administrator', 'admin1');
  ben = await api.token('administrator', 'admin2');
});
afterAll(() => api.close());

type Method = 'GET' | 'POST' | 'PATCH';
const send = async (
  method: Method,
  url: string,
  payload?: object,
  token = ada,
  key: string = crypto.randomUUID(),
) => {
  const answer = await api.app.inject({
    ...{ method, url: `/v1${url}`, headers: { ...bearer(token), 'idempotency-key': key } },
    ...(payload && { payload }),
  });
  return { status: answer.statusCode, body: answer.json(), headers: answer.headers };
};
const told = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code];
const idOf = async (subject: string): Promise<string> => {
  const { rows } = await api.pool.query('select id from staff_users where subject = $1', [subject]);
  return rows[0].id;
};
const auditOf = async (subject: string) => {
  const url = `/audit/entries?subject=${subject}`;
  const rows = (await send('GET', url, undefined, await api.token('auditor'))).body.data;
  return rows.map(({ action, actorId, data }: Record<string, unknown>) => ({ action, actorId, data }));
};
const ask = async (subject: string, wish: object, token = ada) =>
  send('POST', `/users/${await idOf(subject)}/changes`, { ...wish, reason: 'moved teams' }, token);
const decide = (id: string, decision: string, token: string, key?: string) =>
  send('POST', `/access-changes/${id}/decision`, { decision, comment: 'looked at it' }, token, key);
const NEW = { subject: 'maya', displayName: 'Maya', roles: ['officer'], branch: 'SZ', reason: 'joins' };

describe('users', () => {
  it('are made by two administrators, and may nothing before', async () => {
    const made = await send('POST', '/users', { ...NEW, authorityLimitMinor: '500000' });
    expect(made).toMatchObject({
      status: 202,
      headers: { location: `/v1/access-changes/${made.body.id}` },
      body: {
        ...{ status: 'proposed', reason: 'joins', userName: 'Maya', stale: false },
        change: { before: { roles: [], active: false }, after: { roles: ['officer'], active: true } },
      },
    });
    expect(await api.token('officer', 'maya')).toBeUndefined();
    const { rows } = await api.pool.query(`select roles, active from staff_users where subject = 'maya'`);
    expect(rows).toEqual([{ roles: [], active: false }]);
    expect((await decide(made.body.id, 'approve', ben)).body.status).toBe('approved');
    const session = await send('GET', '/session', undefined, await api.token('officer', 'maya'));
    expect(session.body).toMatchObject({ displayName: 'Maya', authorityLimitMinor: '500000' });
    expect(told(await send('POST', '/users', NEW))).toEqual([409, 'ALREADY_EXISTS']);
    const audit = await auditOf(await idOf('maya'));
    expect(audit.map(({ action }: { action: string }) => action)).toEqual([
      ...['user.changed', 'user.change_proposed', 'user.created'],
    ]);
    expect(audit[0]).toMatchObject({
      actorId: await idOf('admin2'),
      data: { proposedBy: await idOf('admin1'), roles: { from: [], to: ['officer'] } },
    });
    expect(JSON.stringify(audit)).not.toMatch(/Maya|joins/);
  });

  it('change role only with the word of a second administrator, never of the one who asked', async () => {
    const id = (await ask('officer2', { roles: ['collector'] })).body.id;
    const rolesNow = async () =>
      (await api.pool.query(`select roles from staff_users where subject = 'officer2'`)).rows[0].roles;
    expect(told(await decide(id, 'approve', ada))).toEqual([403, 'MAKER_IS_CHECKER']);
    expect(told(await decide(id, 'refuse', ada))).toEqual([403, 'MAKER_IS_CHECKER']);
    expect(told(await decide(id, 'withdraw', ben))).toEqual([403, 'FORBIDDEN']);
    expect(await rolesNow()).toEqual(['officer']);
    const waiting = await send('GET', '/access-changes?status=proposed', undefined, ben);
    expect(waiting.body.data.map((one: { id: string }) => one.id)).toContain(id);
    const key = crypto.randomUUID();
    const first = await decide(id, 'approve', ben, key);
    expect(first.body).toMatchObject({ status: 'approved', decisionComment: 'looked at it' });
    expect((await decide(id, 'approve', ben, key)).body).toEqual(first.body);
    expect(await rolesNow()).toEqual(['collector']);
    expect(told(await decide(id, 'refuse', ben))).toEqual([409, 'CHANGE_DECIDED']);
    const said = (await auditOf(await idOf('officer2'))).map(({ action }: { action: string }) => action);
    expect(said).toEqual(['user.changed', 'user.change_proposed']);
  });

  it('ask once under one key', async () => {
    const url = `/users/${await idOf('senior1')}/changes`;
    const key = crypto.randomUUID();
    const wish = { branch: 'BJ', reason: 'moved' };
    const twice = [await send('POST', url, wish, ada, key), await send('POST', url, wish, ada, key)];
    expect(twice[1]?.body).toEqual(twice[0]?.body);
    const { rows } = await api.pool.query('select id from access_changes where subject = $1', [
      await idOf('senior1'),
    ]);
    expect(rows).toHaveLength(1);
    expect((await decide(rows[0].id, 'withdraw', ada)).body.status).toBe('withdrawn');
    const [entry] = await auditOf(await idOf('senior1'));
    expect(entry.action).toBe('user.change_withdrawn');
  });

  it('do not approve what they may themselves', async () => {
    const id = (await ask('admin2', { authorityLimitMinor: '100' })).body.id;
    expect(told(await decide(id, 'approve', ben))).toEqual([403, 'OWN_ACCESS']);
    expect((await decide(id, 'refuse', ben)).body.status).toBe('refused');
  });

  it('are not changed by what was asked before they changed', async () => {
    const older = (await ask('risk1', { roles: ['officer'] })).body.id;
    const newer = (await ask('risk1', { branch: 'GZ' })).body.id;
    expect((await decide(newer, 'approve', ben)).status).toBe(200);
    expect(told(await decide(older, 'approve', ben))).toEqual([409, 'CHANGE_STALE']);
    expect((await send('GET', `/access-changes/${older}`)).body).toMatchObject({
      status: 'proposed',
      stale: true,
    });
    expect((await decide(older, 'refuse', ben)).status).toBe(200);
  });

  it('are shut out at once by one administrator, and let in again by two', async () => {
    const id = await idOf('operator2');
    const token = await api.token('operator', 'operator2');
    expect((await send('PATCH', `/users/${id}`, { active: false })).body.active).toBe(false);
    expect(told(await send('GET', '/tasks', undefined, token))).toEqual([403, 'ACCOUNT_INACTIVE']);
    expect((await send('PATCH', `/users/${id}`, { active: true })).status).toBe(400);
    expect((await send('PATCH', `/users/${id}`, { roles: ['auditor'] })).status).toBe(400);
    const back = (await ask('operator2', { active: true })).body.id;
    expect(told(await send('GET', '/tasks', undefined, token))).toEqual([403, 'ACCOUNT_INACTIVE']);
    expect((await decide(back, 'approve', ben)).status).toBe(200);
    expect((await send('GET', '/tasks', undefined, token)).status).toBe(200);
  });

  it('keep two administrators in a planned change, and one in an emergency', async () => {
    const leaving = (await ask('admin1', { roles: ['auditor'] })).body.id;
    expect(told(await decide(leaving, 'approve', ben))).toEqual([409, 'LAST_ADMINISTRATOR']);
    const ids = [await idOf('admin1'), await idOf('admin2')];
    const both = await Promise.all(ids.map((id) => send('PATCH', `/users/${id}`, { active: false })));
    expect(both.map(({ status }) => status).sort()).not.toEqual([200, 200]);
    const { rows } = await api.pool.query(
      `select count(*)::int as n from staff_users where active and 'administrator' = any(roles)`,
    );
    expect(rows[0].n).toBe(1);
    await api.pool.query('update staff_users set active = true where id = any($1)', [ids]);
  });

  it.each([
    [{ ...NEW, roles: [] }],
    [{ ...NEW, roles: ['applicant'] }],
    [{ ...NEW, roles: ['officer', 'officer'] }],
    [{ ...NEW, authorityLimitMinor: '-1' }],
    [{ ...NEW, subject: 'a b' }],
    [{ ...NEW, reason: ' ' }],
  ])('are refused as %j', async (body) => {
    expect((await send('POST', '/users', body)).status).toBe(400);
  });

  it.each(['officer', 'risk_manager', 'operator', 'auditor', 'applicant', 'partner'])(
    'are not made or changed by a %s',
    async (role) => {
      const id = (await ask('committee1', { branch: `B${role.length}` })).body.id;
      const token = await api.token(role);
      const off = { active: false };
      expect((await send('POST', '/users', NEW, token)).status).toBe(403);
      expect((await send('PATCH', `/users/${await idOf('risk1')}`, off, token)).status).toBe(403);
      expect((await ask('risk1', { branch: 'SZ' }, token)).status).toBe(403);
      expect(told(await decide(id, 'approve', token))).toEqual([403, 'FORBIDDEN']);
      for (const list of ['/users', '/roles', '/access-changes'])
        expect((await send('GET', list, undefined, token)).status).toBe(role === 'auditor' ? 200 : 403);
    },
  );
});

describe('roles', () => {
  it('tell what they permit, and their limits change by two, with an audit event', async () => {
    const limit = { action: 'decide', subject: 'Task', reach: 'all', maxAmountMinor: '30000000' };
    const asked = await send('POST', '/roles/officer/changes', { ...limit, reason: 'audit finding' });
    expect(asked.body.change).toMatchObject({
      before: { reach: 'branch', maxAmountMinor: '50000000' },
      after: { reach: 'all', maxAmountMinor: '30000000' },
    });
    const officer = async () =>
      (await send('GET', '/roles')).body.data.find((one: { role: string }) => one.role === 'officer');
    const changed = { ...limit, fields: null };
    expect((await officer()).permissions).not.toContainEqual(changed);
    expect((await decide(asked.body.id, 'approve', ben)).status).toBe(200);
    expect((await officer()).permissions).toContainEqual(changed);
    expect((await auditOf('role_officer'))[0]).toMatchObject({
      action: 'role.changed',
      data: { permission: 'decide:Task', reachBefore: 'branch', reach: 'all', maxAmountMinor: '30000000' },
    });
    const wish = { subject: 'Task', reason: 'x' };
    const nothing = { ...wish, action: 'manage', subject: 'Staff', reach: 'all' };
    expect(told(await send('POST', '/roles/officer/changes', nothing))).toEqual([404, 'NOT_FOUND']);
    const odd = { ...wish, action: 'read', maxAmountMinor: '1' };
    expect((await send('POST', '/roles/officer/changes', odd)).status).toBe(400);
  });
});
