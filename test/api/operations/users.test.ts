import { bearer, startTestApi, type TestApi } from '../support/test-api';

let api: TestApi;
let admin: string;
beforeAll(async () => {
  api = await startTestApi();
  admin = await api.token('administrator', 'admin1');
});
afterAll(() => api.close());

const send = async (method: 'GET' | 'POST' | 'PATCH', url: string, payload?: object, token = admin) => {
  const key = { 'idempotency-key': crypto.randomUUID() };
  const answer = await api.app.inject({
    ...{ method, url: `/v1${url}`, headers: { ...bearer(token), ...key } },
    ...(payload && { payload }),
  });
  return { status: answer.statusCode, body: answer.json() };
};
const idOf = async (subject: string): Promise<string> => {
  const { rows } = await api.pool.query('select id from staff_users where subject = $1', [subject]);
  return rows[0].id;
};
const NEW = { subject: 'maya', displayName: 'Maya', roles: ['officer'], branch: 'SZ' };

describe('users', () => {
  it('are made, log in with their role at once, and leave an audit event', async () => {
    const made = await send('POST', '/users', { ...NEW, authorityLimitMinor: '500000' });
    expect(made).toMatchObject({ status: 201, body: { roles: ['officer'], branch: 'SZ', active: true } });
    const session = await send('GET', '/session', undefined, await api.token('officer', 'maya'));
    expect(session.body).toMatchObject({ displayName: 'Maya', authorityLimitMinor: '500000' });
    const twice = await send('POST', '/users', NEW);
    expect([twice.status, twice.body.code]).toEqual([409, 'ALREADY_EXISTS']);
    const audit = await send(
      'GET',
      `/audit/entries?subject=${made.body.id}`,
      undefined,
      await api.token('auditor'),
    );
    expect(audit.body.data[0]).toMatchObject({
      action: 'user.created',
      actorId: await idOf('admin1'),
      data: { roles: ['officer'], authorityLimitMinor: '500000' },
    });
    expect(JSON.stringify(audit.body)).not.toContain('Maya');
  });

  it('change role, and are shut out at once when disabled', async () => {
    const id = await idOf('officer2');
    const changed = await send('PATCH', `/users/${id}`, { roles: ['collector'] });
    expect(changed.body.roles).toEqual(['collector']);
    const token = await api.token('collector', 'officer2');
    expect((await send('GET', '/tasks', undefined, token)).status).toBe(200);
    await send('PATCH', `/users/${id}`, { active: false });
    const refused = await send('GET', '/tasks', undefined, token);
    expect([refused.status, refused.body.code]).toEqual([403, 'ACCOUNT_INACTIVE']);
    const audit = await send('GET', `/audit/entries?subject=${id}`, undefined, await api.token('auditor'));
    expect(audit.body.data.map((row: { data: unknown }) => row.data)).toEqual([
      { active: { from: true, to: false } },
      { roles: { from: ['officer'], to: ['collector'] } },
    ]);
  });

  it('never lose their last administrator, also when two take the role at once', async () => {
    const ids = [await idOf('admin1'), await idOf('admin2')];
    const both = await Promise.all(ids.map((id) => send('PATCH', `/users/${id}`, { roles: ['auditor'] })));
    const { rows } = await api.pool.query(
      `select count(*)::int as n from staff_users where active and 'administrator' = any(roles)`,
    );
    expect(rows[0].n).toBe(1);
    expect(both.map(({ status }) => status).sort()).not.toEqual([200, 200]);
    await api.pool.query(`update staff_users set roles = '{administrator}' where id = any($1)`, [ids]);
    await send('PATCH', `/users/${ids[1]}`, { active: false });
    for (const change of [{ roles: ['auditor'] }, { active: false }]) {
      const refused = await send('PATCH', `/users/${ids[0]}`, change);
      expect([refused.status, refused.body.code]).toEqual([409, 'LAST_ADMINISTRATOR']);
    }
    expect((await send('PATCH', `/users/${ids[0]}`, { displayName: 'Ada' })).status).toBe(200);
  });

  it.each([
    [{ ...NEW, roles: [] }],
    [{ ...NEW, roles: ['applicant'] }],
    [{ ...NEW, roles: ['officer', 'officer'] }],
    [{ ...NEW, authorityLimitMinor: '-1' }],
    [{ ...NEW, subject: 'a b' }],
  ])('are refused as %j', async (body) => {
    expect((await send('POST', '/users', body)).status).toBe(400);
  });

  it.each(['officer', 'risk_manager', 'operator', 'auditor', 'applicant', 'partner'])(
    'are not made or changed by a %s',
    async (role) => {
      const token = await api.token(role);
      expect((await send('POST', '/users', NEW, token)).status).toBe(403);
      expect((await send('PATCH', `/users/${await idOf('risk1')}`, { active: false }, token)).status).toBe(
        403,
      );
      expect((await send('GET', '/users', undefined, token)).status).toBe(role === 'auditor' ? 200 : 403);
      expect((await send('GET', '/roles', undefined, token)).status).toBe(role === 'auditor' ? 200 : 403);
    },
  );
});

describe('roles', () => {
  it('tell what they permit, and their limits change with an audit event', async () => {
    const limit = { action: 'decide', subject: 'Task', maxAmountMinor: '30000000' };
    const changed = await send('PATCH', '/roles/officer', limit);
    expect(changed.body.permissions).toContainEqual({
      ...limit,
      reach: 'branch',
      fields: null,
    });
    const audit = await send(
      'GET',
      '/audit/entries?action=role.changed',
      undefined,
      await api.token('auditor'),
    );
    expect(audit.body.data[0].data).toMatchObject({
      permission: 'decide:Task',
      maxAmountMinorBefore: '50000000',
      maxAmountMinor: '30000000',
    });
    const nothing = await send('PATCH', '/roles/officer', {
      action: 'manage',
      subject: 'Staff',
      reach: 'all',
    });
    expect([nothing.status, nothing.body.code]).toEqual([404, 'NOT_FOUND']);
    const odd = await send('PATCH', '/roles/officer', {
      action: 'read',
      subject: 'Task',
      maxAmountMinor: '1',
    });
    expect(odd.status).toBe(400);
  });
});
