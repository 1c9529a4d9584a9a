import { person } from '../../sandbox/people/people';
import { applicationBody } from './support/applicants';
import { agreementTo, cardNetwork, codeSentTo, post, registered } from './support/borrowers';
import { forgetAnswer } from './support/forget-answer';
import { bearer, startTestApi, type TestApi } from './support/test-api';

let aheadMs = 0;
let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ clock: { now: async () => new Date(Date.now() + aheadMs) } });
});
afterAll(() => api.close());

const ask = (phone: string) => post(api, '/v1/my/login-codes', { phone });
const codeOf = (answer: { statusCode: number; json(): { code?: string } }) => [
  answer.statusCode,
  answer.json().code,
];
const me = (token: string) => api.app.inject({ url: '/v1/my/account', headers: bearer(token) });
const refresh = (cookie: string) =>
  api.app.inject({
    method: 'POST',
    url: '/v1/my/session/refresh',
    cookies: { loanflow_refresh: cookie },
  });
const cookieOf = (answer: { cookies: { name: string; value: string }[] }) =>
  answer.cookies.find(({ name }) => name === 'loanflow_refresh')?.value ?? '';

describe('registering', () => {
  const phone = '13911110001';

  it('needs the code that came to the phone and the terms in force', async () => {
    expect((await ask(phone)).json()).toMatchObject({ sentTo: '139****0001', nextAfterSeconds: 60 });
    const code = await codeSentTo(api, phone);
    const terms = await agreementTo(api, 'account_terms');
    expect(codeOf(await post(api, '/v1/my/session', { phone, code }))).toEqual([409, 'ACCOUNT_UNKNOWN']);
    const stale = await post(api, '/v1/my/registrations', { phone, code, terms: { ...terms, version: 99 } });
    expect(codeOf(stale)).toEqual([422, 'TERMS_NOT_CURRENT']);
    const made = await post(api, '/v1/my/registrations', { phone, code, terms });
    expect([made.statusCode, made.json().isNew]).toEqual([201, true]);
    const cookie = made.cookies.find(({ name }) => name === 'loanflow_refresh');
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/v1/my/session' });
    const account = await me(made.json().accessToken);
    expect(account.json()).toMatchObject({ phone: '139****0001', identity: null });
  });

  it('refuses a code that was used', async () => {
    const code = await codeSentTo(api, phone);
    expect(codeOf(await post(api, '/v1/my/session', { phone, code }))).toEqual([422, 'CODE_INVALID']);
  });

  it('keeps phone, code and tokens out of tables and logs', async () => {
    const { rows } = await api.pool.query(
      `select to_jsonb(a)::text || coalesce((select string_agg(to_jsonb(s)::text, '') from borrower_sessions s), '') ||
       coalesce((select string_agg(to_jsonb(c)::text, '') from login_codes c), '') as text from borrower_accounts a`,
    );
    expect(rows[0].text).not.toContain(phone);
    expect(api.logLines.join('')).not.toContain(phone);
    expect(`${rows[0].text}${api.logLines.join('')}`).not.toMatch(/lf[sr]_[A-Za-z0-9_-]{43}/);
  });

  it('leaves a record of registering and of wrong codes', async () => {
    const { rows } = await api.pool.query(
      `select action from audit_events where subject like 'acc_%' order by subject, seq`,
    );
    expect(rows.map(({ action }) => action)).toEqual(['account.registered', 'account.login_refused']);
  });
});

describe('codes', () => {
  it('come once a minute and ten times a day', async () => {
    const phone = '13911110002';
    await ask(phone);
    const soon = await ask(phone);
    expect(codeOf(soon)).toEqual([429, 'CODE_TOO_SOON']);
    expect(Number(soon.headers['retry-after'])).toBeGreaterThan(50);
    for (let n = 1; n < 10; n++) {
      aheadMs += 61_000;
      expect((await ask(phone)).statusCode).toBe(202);
    }
    aheadMs += 61_000;
    expect(codeOf(await ask(phone))).toEqual([429, 'LOGIN_CODES_EXCEEDED']);
  });

  it('lock the phone for half an hour after five wrong tries, over all its codes', async () => {
    const phone = '13911110003';
    aheadMs += 3_600_000;
    await ask(phone);
    const right = await codeSentTo(api, phone);
    const wrong = right === '000000' ? '000001' : '000000';
    const attempt = (code: string) => post(api, '/v1/my/session', { phone, code });
    for (let n = 0; n < 3; n++) expect(codeOf(await attempt(wrong))).toEqual([422, 'CODE_INVALID']);
    aheadMs += 61_000;
    await ask(phone);
    const second = await codeSentTo(api, phone);
    const missed = second === '000000' ? '000001' : '000000';
    for (let n = 0; n < 2; n++) expect(codeOf(await attempt(missed))).toEqual([422, 'CODE_INVALID']);
    const locked = await attempt(second);
    expect(codeOf(locked)).toEqual([429, 'LOGIN_LOCKED']);
    expect(Number(locked.headers['retry-after'])).toBeGreaterThan(1_700);
    expect(codeOf(await ask(phone))).toEqual([429, 'LOGIN_LOCKED']);
    aheadMs += 31 * 60_000;
    expect((await ask(phone)).statusCode).toBe(202);
    const fresh = await codeSentTo(api, phone);
    expect(codeOf(await attempt(fresh))).toEqual([409, 'ACCOUNT_UNKNOWN']);
  });

  it('expire', async () => {
    const phone = '13911110004';
    await ask(phone);
    const code = await codeSentTo(api, phone);
    aheadMs += 11 * 60_000;
    expect(codeOf(await post(api, '/v1/my/session', { phone, code }))).toEqual([422, 'CODE_EXPIRED']);
  });

  it('are bounded per network address', async () => {
    aheadMs += 24 * 3_600_000;
    let last = 202;
    for (let n = 0; n <= 100; n++) last = (await ask(`1392222${String(n).padStart(4, '0')}`)).statusCode;
    expect(last).toBe(429);
    aheadMs += 3_600_001;
  });
});

describe('sessions', () => {
  it('are renewed by a cookie that changes; one used up before ends the session', async () => {
    const phone = '13911110010';
    await ask(phone);
    const code = await codeSentTo(api, phone);
    const terms = await agreementTo(api, 'account_terms');
    const made = await post(api, '/v1/my/registrations', { phone, code, terms });
    const first = cookieOf(made);
    const renewed = await refresh(first);
    expect(renewed.statusCode).toBe(200);
    const { accessToken } = renewed.json();
    expect(accessToken).not.toBe(made.json().accessToken);
    expect((await me(made.json().accessToken)).statusCode).toBe(401);
    expect((await me(accessToken)).statusCode).toBe(200);
    aheadMs += 31_000;
    expect(codeOf(await refresh(first))).toEqual([401, 'SESSION_ENDED']);
    expect(codeOf(await me(accessToken))).toEqual([401, 'SESSION_ENDED']);
    expect(codeOf(await refresh(cookieOf(renewed)))).toEqual([401, 'SESSION_ENDED']);
  });

  it('end at once on logging out, and by themselves', async () => {
    const token = await registered(api, '13911110011');
    const out = await api.app.inject({ method: 'DELETE', url: '/v1/my/session', headers: bearer(token) });
    expect(out.statusCode).toBe(204);
    expect(codeOf(await me(token))).toEqual([401, 'SESSION_ENDED']);
    const other = await registered(api, '13911110012');
    await api.pool.query(`update borrower_sessions set access_until = now() - interval '1 second'`);
    expect((await me(other)).statusCode).toBe(401);
    expect((await refresh('')).statusCode).toBe(401);
  });
});

describe('bank cards', () => {
  const bind = async (token: string, body: object) => {
    const consent = await agreementTo(api, 'card_binding');
    return post(api, '/v1/my/cards', { consent, ...body }, token);
  };
  const cards = async (token: string) =>
    (await api.app.inject({ url: '/v1/my/cards', headers: bearer(token) })).json().data;
  let network: Awaited<ReturnType<typeof cardNetwork>>;
  beforeAll(async () => {
    aheadMs += 3_600_000;
    network = await cardNetwork(api);
  });
  afterAll(() => network.close());

  it('are bound when the network agrees, which confirms the person too', async () => {
    const { name, idNo, phone, cardNo } = person({ n: 801 });
    const token = await registered(api, phone);
    expect(codeOf(await bind(token, { cardNo }))).toEqual([422, 'IDENTITY_NEEDED']);
    const asked = await bind(token, { cardNo, holder: { name, idNo } });
    expect([asked.statusCode, asked.json().status]).toEqual([202, 'checking']);
    expect(asked.body).not.toContain(cardNo);
    expect(await network.check(asked.json().id)).toBe('done');
    expect(await cards(token)).toMatchObject([
      { status: 'bound', isDefault: true, card: expect.any(String) },
    ]);
    expect((await me(token)).json().identity).toMatchObject({ name: expect.stringMatching(/^.\*$/) });
    expect(codeOf(await bind(token, { cardNo }))).toEqual([409, 'CARD_ALREADY_BOUND']);
    const stranger = person({ n: 802 });
    const holder = { name: stranger.name, idNo: stranger.idNo };
    const theirs = await bind(token, { cardNo: stranger.cardNo, holder });
    expect(codeOf(theirs)).toEqual([409, 'IDENTITY_DIFFERS']);
  });

  it.each([
    ['card_mismatch', 'mismatch'],
    ['card_invalid', 'invalid_card'],
    ['card_restricted', 'restricted_card'],
    ['card_credit', 'credit_card'],
  ] as const)('of %s are refused with the reason, and confirm nobody', async (scenario, refusal) => {
    const { name, idNo, phone, cardNo } = person({ n: 810, scenario });
    const token = await registered(api, `1371111${String(refusal.length).padStart(4, '0')}`);
    expect(phone).toHaveLength(11);
    const asked = await bind(token, { cardNo, holder: { name, idNo } });
    await network.check(asked.json().id);
    expect(await cards(token)).toMatchObject([{ status: 'refused', refusal, isDefault: false }]);
    expect((await me(token)).json().identity).toBeNull();
  });

  it('of a second account of one person are refused', async () => {
    const { name, idNo, cardNo } = person({ n: 801 });
    const token = await registered(api, '13711119999');
    const asked = await bind(token, { cardNo, holder: { name, idNo } });
    await network.check(asked.json().id);
    expect(await cards(token)).toMatchObject([{ status: 'refused' }]);
  });

  it('belong to their account, and one in use cannot be removed', async () => {
    const one = person({ n: 821 });
    const token = await registered(api, one.phone);
    const asked = await bind(token, { cardNo: one.cardNo, holder: { name: one.name, idNo: one.idNo } });
    const { id } = asked.json();
    await network.check(id);
    const other = await registered(api, person({ n: 822 }).phone);
    const foreign = await api.app.inject({ url: `/v1/my/cards/${id}`, headers: bearer(other) });
    expect(foreign.statusCode).toBe(404);
    const body = applicationBody(1, {
      customer: { kind: 'person', name: one.name, idNo: one.idNo, phone: one.phone },
      payoutAccount: undefined,
      bankCardId: id,
    });
    const short = { ...body, customer: { kind: 'account_holder' } };
    expect((await post(api, '/v1/applications', short, other)).json().code).toBe('IDENTITY_NEEDED');
    const made = await post(api, '/v1/applications', short, token);
    expect(made.json()).toMatchObject({ payoutAccount: expect.stringContaining('****') });
    const remove = () =>
      api.app.inject({ method: 'DELETE', url: `/v1/my/cards/${id}`, headers: bearer(token) });
    expect(codeOf(await remove())).toEqual([409, 'CARD_IN_USE']);
    const second = await bind(token, { cardNo: person({ n: 823 }).cardNo });
    await network.check(second.json().id);
    const path = `/v1/my/applications/${made.json().id}/card`;
    const choose = (key?: string) => post(api, path, { cardId: second.json().id }, token, key);
    const changed = await choose('died-choosing');
    expect(changed.json().payoutAccount).toBe(second.json().card);
    expect((await remove()).statusCode).toBe(204);
    expect(codeOf(await post(api, path, { cardId: second.json().id }, other))).toEqual([404, 'NOT_FOUND']);
    // The API died before it could store its answer; when the request comes again, the loan has ended.
    await forgetAnswer(api, 'died-choosing');
    await api.pool.query(`update applications set stage = 'CLOSED' where id = $1`, [made.json().id]);
    const again = await choose('died-choosing');
    expect([again.statusCode, again.json().payoutAccount]).toEqual([200, second.json().card]);
    expect(codeOf(await choose())).toEqual([409, 'LOAN_CLOSED']);
  });
});

describe('an application from an account', () => {
  const bodyOf = (who: { name: string; idNo: string; phone: string }) =>
    applicationBody(1, { customer: { kind: 'person', name: who.name, idNo: who.idNo, phone: who.phone } });

  it('must name the proved phone, and one person for good', async () => {
    const one = person({ n: 831 });
    const token = await registered(api, one.phone);
    const apply = (who: { name: string; idNo: string; phone: string }) =>
      post(api, '/v1/applications', bodyOf(who), token);
    expect(codeOf(await apply({ ...one, phone: '13800009999' }))).toEqual([422, 'PHONE_NOT_PROVED']);
    expect((await apply(one)).statusCode).toBe(202);
    expect((await me(token)).json().identity).not.toBeNull();
    const other = person({ n: 832 });
    const differs = await apply({ ...other, phone: one.phone });
    expect(codeOf(differs)).toEqual([409, 'IDENTITY_DIFFERS']);
  });

  it('reaches the record that a partner made only with its phone, and never that of another account', async () => {
    const victim = person({ n: 841 });
    const dealer = await api.token('partner', 'dealer');
    await post(api, '/v1/applications', bodyOf(victim), dealer);
    const thief = await registered(api, '13600000001');
    const taken = await post(api, '/v1/applications', bodyOf({ ...victim, phone: '13600000001' }), thief);
    expect(codeOf(taken)).toEqual([409, 'CUSTOMER_OF_ANOTHER']);
    const owner = await registered(api, victim.phone);
    expect((await post(api, '/v1/applications', bodyOf(victim), owner)).statusCode).toBe(202);
    const list = await api.app.inject({ url: '/v1/applications', headers: bearer(owner) });
    expect(list.json().data).toHaveLength(2);
    const foreign = await api.app.inject({
      url: `/v1/applications/${list.json().data[0].id}`,
      headers: bearer(thief),
    });
    expect(foreign.statusCode).toBe(404);
  });
});

describe('messages and choices', () => {
  const put = (token: string, choices: object[]) =>
    api.app.inject({
      method: 'PUT',
      url: '/v1/my/notifications',
      payload: { choices },
      headers: bearer(token),
    });

  it('leave what the law needs where it is', async () => {
    const token = await registered(api, '13600000010');
    expect(codeOf(await put(token, [{ topic: 'overdue', channel: 'inapp' }]))).toEqual([
      422,
      'CHOICE_NOT_ALLOWED',
    ]);
    const changed = await put(token, [{ topic: 'reminder', channel: 'inapp' }]);
    expect(changed.json().data).toContainEqual({ topic: 'reminder', channel: 'inapp', fixed: false });
    expect(changed.json().data).toContainEqual({ topic: 'overdue', channel: 'sms', fixed: true });
    const staff = await api.token('officer');
    expect((await put(staff, [{ topic: 'reminder', channel: 'inapp' }])).statusCode).toBe(403);
  });

  it('show the whole text to their reader only, and never a code', async () => {
    const one = person({ n: 851 });
    const token = await registered(api, one.phone);
    const body = applicationBody(1, {
      customer: { kind: 'person', name: one.name, idNo: one.idNo, phone: one.phone },
    });
    const { customerId, id } = (await post(api, '/v1/applications', body, token)).json();
    const messageId = `msg_${'0'.repeat(26)}`;
    const sealed = api.vault.seal(
      { table: 'messages', column: 'sealed_params', rowId: messageId },
      JSON.stringify({ amount: '888488', dueOn: '2026-03-01', accountTail: '6789' }),
    );
    await api.pool.query(
      `insert into messages (id, key, customer_id, application_id, template, channel, locale, sealed_params, status, created_at)
       values ($1, 'k', $2, $3, 'payment-reminder', 'sms', 'zh-CN', $4, 'sent', now())`,
      [messageId, customerId, id, sealed],
    );
    const read = (as: string) => api.app.inject({ url: '/v1/my/messages', headers: bearer(as) });
    const mine = (await read(token)).json().data;
    expect(mine).toMatchObject([{ topic: 'reminder', subject: '还款提醒', applicationId: id }]);
    expect(mine[0].body).toContain('8,884.88');
    const other = await registered(api, '13600000011');
    expect((await read(other)).json().data).toEqual([]);
    expect((await read(await api.token('officer'))).statusCode).toBe(403);
  });
});
