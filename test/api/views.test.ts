import { bearer, startTestApi, type TestApi } from './support/test-api';

let api: TestApi;
const people: Record<string, string> = {};
beforeAll(async () => {
  api = await startTestApi();
  for (const [role, user] of [
    ['officer', 'officer1'],
    ['officer', 'officer2'],
    ['risk_manager', 'risk1'],
    ['administrator', 'admin1'],
    ['applicant', 'someone'],
  ] as const)
    people[user] = await api.token(role, user);
});
afterAll(() => api.close());

let keys = 0;
const call = (
  who: string,
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  path: string,
  payload?: object,
  headers: Record<string, string> = {},
) =>
  api.app.inject({
    method,
    url: `/v1/views${path}`,
    ...(payload && { payload }),
    headers: {
      ...bearer(people[who] ?? ''),
      ...(method === 'POST' && { 'idempotency-key': `v${++keys}` }),
      ...headers,
    },
  });
const LATE = { filters: { where: ['days.min.30'], sort: '-days' }, hide: ['id'], density: 'compact' };
const keep = async (who: string, body: object) => {
  const made = await call(who, 'POST', '', { list: 'loans', query: LATE, ...body });
  expect([made.statusCode, made.json()]).toEqual([201, expect.anything()]);
  return made.json();
};
const seen = (version: number) => ({ 'if-match': `"v${version}"` });
const named = async (who: string, list = 'loans') =>
  (await call(who, 'GET', `?list=${list}`)).json().data.map((one: { name: string }) => one.name);
const opened = async (who: string) => (await call(who, 'GET', '?list=loans')).json().opensWith;

describe('an own view', () => {
  it('is kept as the list takes it, renamed, overwritten and deleted, by its owner alone', async () => {
    const key = { 'idempotency-key': 'the-same' };
    const body = { list: 'loans', name: ' Late ', query: LATE };
    const first = await call('officer1', 'POST', '', body, key);
    const view = first.json();
    expect(first.headers.location).toBe(`/v1/views/${view.id}`);
    expect(view).toMatchObject({ name: 'Late', query: LATE, role: null, own: true, changeable: true });
    expect((await call('officer1', 'POST', '', body, key)).json()).toEqual(view);
    expect(await named('officer1')).toEqual(['Late']);
    expect(await named('officer1', 'tasks')).toEqual([]);
    expect(await named('officer2')).toEqual([]);
    for (const method of ['GET', 'PATCH', 'DELETE'] as const)
      expect(
        (await call('officer2', method, `/${view.id}`, method === 'PATCH' ? {} : undefined)).json().code,
      ).toBe('NOT_FOUND');
    const renamed = await call('officer1', 'PATCH', `/${view.id}`, { name: 'Later' }, seen(1));
    expect(renamed.json()).toMatchObject({ name: 'Later', query: LATE, version: 2 });
    expect((await call('officer1', 'PATCH', `/${view.id}`, { name: 'x' }, seen(1))).statusCode).toBe(412);
    expect((await call('officer1', 'PATCH', `/${view.id}`, { name: 'x' })).statusCode).toBe(428);
    const query = { filters: { where: ['days.min.60'] } };
    const over = await call('officer1', 'PATCH', `/${view.id}`, { query }, seen(2));
    expect(over.json().query).toEqual({
      ...{ filters: { where: ['days.min.60'], sort: '-id' }, hide: [], density: 'normal' },
    });
    expect((await call('officer1', 'DELETE', `/${view.id}`)).statusCode).toBe(204);
    expect((await call('officer1', 'GET', `/${view.id}`)).statusCode).toBe(404);
    expect((await api.pool.query("select 1 from audit_events where action like 'view.%'")).rowCount).toBe(0);
  });

  it.each([
    ['an unknown filter', { colour: 'red' }, 'unknown_field', '#/query/filters/colour'],
    [
      'an unknown condition',
      { where: ['days.min.1', 'colour.is.red'] },
      'filter_invalid',
      '#/query/filters/where/1',
    ],
    ['an order of another list', { sort: '-amount' }, 'invalid_value', '#/query/filters/sort'],
    ['one customer', { customerId: `cus_${'0'.repeat(26)}` }, 'unknown_field', '#/query/filters/customerId'],
    [
      'a number of a person',
      { where: ['product.is.11010519491231002X'] },
      'personal_number',
      '#/query/filters/where/0',
    ],
  ])('is refused with %s', async (_, filters, code, pointer) => {
    const given = { list: 'loans', name: 'n', query: { filters } };
    const refused = await call('officer1', 'POST', '', given);
    expect([refused.statusCode, refused.json().code]).toEqual([400, 'VALIDATION_FAILED']);
    expect(refused.json().errors).toEqual([expect.objectContaining({ code, pointer })]);
    expect(refused.body).not.toContain('11010519491231002X');
  });

  it('has a name of its own, without a number of a person, and there are 60 at most', async () => {
    const view = await keep('officer1', { name: 'twice' });
    const again = await call('officer1', 'POST', '', { list: 'loans', name: 'twice', query: {} });
    expect([again.statusCode, again.json().errors[0].pointer]).toEqual([409, '#/name']);
    await keep('officer1', { name: 'twice', list: 'tasks', query: {} });
    await keep('officer2', { name: 'twice' });
    const numbered = await call('officer1', 'POST', '', { list: 'loans', name: '138 0013-8000', query: {} });
    expect(numbered.json().errors[0].code).toBe('personal_number');
    await api.pool.query(
      `insert into saved_views (id, list, name, owner_id, query, created_at, changed_at)
       select 'viw_' || n, 'loans', n, owner_id, query, created_at, changed_at from saved_views, generate_series(1, 58) n where id = $1`,
      [view.id],
    );
    const full = await call('officer1', 'POST', '', { list: 'loans', name: 'more', query: {} });
    expect(full.json().code).toBe('VIEW_LIMIT_REACHED');
    await api.pool.query('delete from saved_views');
  });

  it('is for staff who may read the list', async () => {
    expect((await call('someone', 'GET', '?list=loans')).statusCode).toBe(403);
    expect((await call('someone', 'POST', '', { list: 'loans', name: 'n', query: {} })).statusCode).toBe(403);
    expect((await call('officer1', 'GET', '?list=papers')).statusCode).toBe(400);
  });
});

describe('a shared view', () => {
  it('is shared by who decides about loans, read by its role, and audited', async () => {
    const refused = await call('officer1', 'POST', '', {
      list: 'loans',
      name: 'n',
      query: {},
      role: 'officer',
    });
    expect(refused.json().code).toBe('FORBIDDEN');
    const view = await keep('risk1', { name: 'Watch', role: 'officer' });
    expect(await named('officer1')).toEqual(['Watch']);
    expect((await call('officer1', 'GET', `/${view.id}`)).json()).toMatchObject({
      own: false,
      changeable: false,
    });
    for (const [method, body] of [
      ['PATCH', { name: 'Mine' }],
      ['DELETE', undefined],
    ] as const)
      expect((await call('officer1', method, `/${view.id}`, body, seen(1))).statusCode).toBe(403);
    expect((await call('risk1', 'PATCH', `/${view.id}`, { isDefault: true }, seen(1))).statusCode).toBe(403);
    await call('risk1', 'PATCH', `/${view.id}`, { role: null }, seen(1));
    expect(await named('officer1')).toEqual([]);
    const { rows } = await api.pool.query(
      'select action, data from audit_events where subject = $1 order by seq',
      [view.id],
    );
    expect(rows.map(({ action }) => action)).toEqual(['view.shared', 'view.unshared']);
    expect(rows[0].data).toEqual({
      list: 'loans',
      role: 'officer',
      filters: JSON.stringify({ sort: LATE.filters.sort, where: LATE.filters.where }),
    });
  });

  it('opens for a role where an administrator says so, behind the own default of a person', async () => {
    const first = await keep('risk1', { name: 'First', role: 'officer' });
    const second = await keep('risk1', { name: 'Second', role: 'officer' });
    const mark = (id: string, version: number, who = 'admin1') =>
      call(who, 'PATCH', `/${id}`, { isDefault: true }, seen(version));
    expect(await opened('officer1')).toBeNull();
    expect((await mark(first.id, 1)).json()).toMatchObject({ isDefault: true, version: 2 });
    expect([await opened('officer1'), await opened('risk1')]).toEqual([first.id, null]);
    expect((await mark(second.id, 1)).statusCode).toBe(200);
    expect(await opened('officer1')).toBe(second.id);
    expect((await call('risk1', 'GET', `/${first.id}`)).json()).toMatchObject({
      isDefault: false,
      version: 3,
    });
    for (const [method, body] of [
      ['PATCH', { name: 'Other' }],
      ['DELETE', undefined],
    ] as const)
      expect((await call('risk1', method, `/${second.id}`, body, seen(2))).statusCode).toBe(403);
    const own = await keep('officer1', { name: 'Own', isDefault: true });
    expect([await opened('officer1'), await opened('officer2')]).toEqual([own.id, second.id]);
    expect((await call('admin1', 'DELETE', `/${second.id}`)).statusCode).toBe(204);
    expect(await opened('officer2')).toBeNull();
    const { rows } = await api.pool.query(
      'select action from audit_events where subject in ($1, $2) order by subject = $2, seq',
      [first.id, second.id],
    );
    expect(rows.map(({ action }) => action)).toEqual([
      ...['view.shared', 'view.default_set', 'view.default_ended'],
      ...['view.shared', 'view.default_set', 'view.unshared'],
    ]);
  });

  it('opens no more by itself once it is for another role', async () => {
    const view = await keep('admin1', { name: 'Moved', role: 'collector', isDefault: true });
    const moved = await call('admin1', 'PATCH', `/${view.id}`, { role: 'auditor' }, seen(1));
    expect(moved.json()).toMatchObject({ role: 'auditor', isDefault: false });
  });
});
