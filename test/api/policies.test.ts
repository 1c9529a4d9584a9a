import { eq } from 'drizzle-orm';
import { auditChainOf } from '../../db/repositories/audit';
import { sha256 } from '../../db/repositories/audit-chain';
import { publishedPolicy } from '../../db/repositories/policy';
import { policyVersions } from '../../db/schema/policy';
import { devUserId } from '../../db/seed/access';
import { verifyChain } from '../../domain/audit/chain';
import { codeOf, policyDesk } from './support/policy-desk';
import { startTestApi, type TestApi } from './support/test-api';

let api: TestApi;
type Desk = Awaited<ReturnType<typeof policyDesk>>;
let risk1: string;
let risk2: string;
let admin: string;
let call: Desk['call'];
let draft: Desk['draft'];
let save: Desk['save'];
let step: Desk['step'];
let published: Desk['published'];
let now = new Date('2026-06-01T02:00:00Z');
beforeAll(async () => {
  api = await startTestApi({ clock: { now: async () => now } });
  ({ risk1, risk2, call, draft, save, step, published } = await policyDesk(api));
  admin = await api.token('administrator');
});
afterAll(() => api.close());
beforeEach(() => {
  now = new Date('2026-06-01T02:00:00Z');
});

describe('the list of policies', () => {
  it('shows every name with its versions, where they stand and who uses them', async () => {
    const { body } = await call('GET', '/policies?kind=price_table', { token: await api.token('auditor') });
    const prices = body.data.find((one: { code: string }) => one.code === 'price_consumer');
    expect(prices).toMatchObject({
      editable: true,
      usedBy: [
        { code: 'consumer_floating', names: { zh: '消费分期贷(浮动利率)' } },
        { code: 'consumer_instalment', names: { zh: '消费分期贷' } },
        { code: 'consumer_revolving', names: { zh: '随借随还消费贷' } },
      ],
      versions: [{ version: 1, standing: 'in_force', effectiveFrom: '2020-01-01', author: { name: null } }],
    });
    const all = await call('GET', '/policies');
    expect(new Set(all.body.data.map((one: { kind: string }) => one.kind)).size).toBeGreaterThan(12);
    expect(all.body.data.find((one: { kind: string }) => one.kind === 'source')).toMatchObject({
      editable: false,
    });
  });

  it('is for those who change, judge or audit policy', async () => {
    for (const role of ['officer', 'senior_officer', 'collector', 'operator', 'applicant'])
      expect(codeOf(await call('GET', '/policies', { token: await api.token(role) }))).toEqual([
        403,
        'FORBIDDEN',
      ]);
    const auditor = await api.token('auditor');
    const body = { kind: 'limits', code: 'limits_car' };
    expect(codeOf(await call('POST', '/policies', { token: auditor, body }))).toEqual([403, 'FORBIDDEN']);
    expect(codeOf(await call('POST', '/policies', { token: admin, body }))).toEqual([403, 'FORBIDDEN']);
  });

  it('gives a table as rows of clauses, and the facts that it may read with their words', async () => {
    const { body } = await call('GET', '/policies?kind=entry_rules');
    const rules = body.data.find((one: { code: string }) => one.code === 'entry_person');
    const read = await call('GET', `/policies/${rules.versions[0].id}`);
    expect(read.body.content.form.table.rows).toContainEqual({
      id: 'age-young',
      note: '18 至 21 岁由人工判断还款来源',
      when: [
        { fact: 'age', test: { op: 'at_least', value: 18 } },
        { fact: 'age', test: { op: 'below', value: 22 } },
      ],
      give: { code: 'YOUNG_APPLICANT', severity: 'review' },
    });
    const facts = await call('GET', '/policy-facts?kind=price_table&code=price_consumer');
    expect(facts.body.data.map((one: { fact: string }) => one.fact)).toEqual([
      'product',
      'grade',
      'termMonths',
    ]);
    expect(facts.body.data[1].choices.map((one: { value: string }) => one.value)).toEqual([
      'A',
      'B',
      'C',
      'D',
      'E',
    ]);
    const credit = await call('GET', '/policy-facts?kind=entry_rules&code=credit_person');
    expect(credit.body.data.find((one: { fact: string }) => one.fact === 'cardType')).toMatchObject({
      names: { zh: '银行卡类型' },
      choices: [{ value: 'debit' }, { value: 'credit' }, { value: 'unknown' }],
    });
  });
});

describe('a price change', () => {
  it('goes from draft over a second person to its day, and every step is on the audit chain', async () => {
    const { id, etag, content } = await draft('price_table', 'price_car');
    expect(
      codeOf(await call('POST', '/policies', { body: { kind: 'price_table', code: 'price_car' } })),
    ).toEqual([409, 'POLICY_DRAFT_EXISTS']);
    content.form.table.rows[0].give.rateBps = 450;
    expect((await save(id, etag, content)).body).toMatchObject({ standing: 'draft', revision: 2 });
    const changes = (await call('GET', `/policies/${id}/changes`)).body;
    expect(changes).toMatchObject({
      against: { version: 1 },
      changes: [
        { kind: 'changed', path: ['table', 'rows', 'A-to-12m', 'give', 'rateBps'], before: 480, after: 450 },
      ],
    });
    expect((await step(id, 'submit', risk1)).body).toMatchObject({ standing: 'in_approval' });
    expect(codeOf(await step(id, 'approve', risk1))).toEqual([403, 'MAKER_IS_CHECKER']);
    expect(codeOf(await step(id, 'approve', await api.token('senior_officer')))).toEqual([403, 'FORBIDDEN']);
    expect((await step(id, 'send-back', admin, { comment: '请说明理由' })).body).toMatchObject({
      standing: 'draft',
    });
    await step(id, 'submit', risk1);
    expect((await step(id, 'approve', admin)).body).toMatchObject({
      standing: 'approved',
      approver: { id: devUserId('admin1'), name: 'admin1' },
    });
    expect(codeOf(await step(id, 'publish', risk1, { effectiveFrom: '2026-05-31' }))).toEqual([
      422,
      'EFFECTIVE_IN_PAST',
    ]);
    expect((await step(id, 'publish', risk1, { effectiveFrom: '2026-06-03' })).body).toMatchObject({
      standing: 'scheduled',
      effectiveFrom: '2026-06-03',
      publisher: { name: 'risk1' },
    });
    const rateOn = async (day: string) => {
      const found = await publishedPolicy(api.db, 'price_table', 'price_car', day);
      return found?.ref.version;
    };
    expect([await rateOn('2026-06-02'), await rateOn('2026-06-03')]).toEqual([1, 2]);
    now = new Date('2026-06-04T02:00:00Z');
    const listed = (await call('GET', '/policies?kind=price_table')).body.data;
    const car = listed.find((one: { code: string }) => one.code === 'price_car');
    expect(car.versions.map((one: { standing: string }) => one.standing)).toEqual(['in_force', 'superseded']);
    const history = (await call('GET', `/policies/${id}/history`)).body.data;
    expect(history.map((one: { what: string }) => one.what.replace('policy.', ''))).toEqual([
      'drafted',
      'changed',
      'submitted',
      'sent_back',
      'submitted',
      'approved',
      'published',
    ]);
    expect(history[3]).toMatchObject({ comment: '请说明理由', actor: { name: 'admin1' } });
    expect(history[6]).toMatchObject({ on: '2026-06-03' });
    const chain = await auditChainOf(api.db, id);
    expect(verifyChain(id, chain, sha256)).toMatchObject({ ok: true });
    expect(JSON.stringify(chain)).not.toContain('请说明理由');
  });

  it('is refused over another revision, and once handed in', async () => {
    const { id, etag, content } = await draft('price_table', 'price_business');
    content.form.table.rows[0].give.rateBps = 610;
    expect(codeOf(await call('PUT', `/policies/${id}`, { body: content }))).toEqual([
      428,
      'PRECONDITION_REQUIRED',
    ]);
    expect((await save(id, etag, content)).status).toBe(200);
    expect(codeOf(await save(id, etag, content))).toEqual([412, 'VERSION_MISMATCH']);
    expect(codeOf(await call('POST', `/policies/${id}/submit`, { seen: etag }))).toEqual([
      412,
      'VERSION_MISMATCH',
    ]);
    await step(id, 'submit', risk1);
    const { etag: now_ } = await call('GET', `/policies/${id}`);
    expect(codeOf(await save(id, now_, content))).toEqual([409, 'WRONG_POLICY_STATUS']);
    expect(codeOf(await call('DELETE', `/policies/${id}`, { seen: now_ }))).toEqual([
      409,
      'WRONG_POLICY_STATUS',
    ]);
    expect((await step(id, 'take-back', risk1)).body).toMatchObject({ standing: 'draft' });
    const { etag: last } = await call('GET', `/policies/${id}`);
    expect((await call('DELETE', `/policies/${id}`, { seen: last })).status).toBe(204);
    expect(codeOf(await call('GET', `/policies/${id}`))).toEqual([404, 'NOT_FOUND']);
  });

  it('may not be approved by somebody who wrote in the draft of another', async () => {
    const { id, etag, content } = await draft('limits', 'limits_business');
    content.form.openApplicationsMax = 4;
    expect((await save(id, etag, content, risk2)).status).toBe(200);
    await step(id, 'submit', risk1);
    expect(codeOf(await step(id, 'approve', risk2))).toEqual([403, 'MAKER_IS_CHECKER']);
    expect((await step(id, 'approve', admin)).status).toBe(200);
  });
});

describe('a table that does not hold together', () => {
  it('is refused where its form is wrong, with a pointer', async () => {
    const { id, etag, content } = await draft('price_table', 'price_instant');
    content.form.table.rows[2].when[0].test = { op: 'almost', value: 3 };
    const answer = await save(id, etag, content);
    expect(codeOf(answer)).toEqual([400, 'VALIDATION_FAILED']);
    expect(answer.body.errors[0].pointer).toMatch(/^#\/form\/table\/rows\/2\/when\/0\/test/);
  });

  it('can be kept as a draft, but is not handed in: each place is pointed at', async () => {
    const [listed] = await api.db
      .select()
      .from(policyVersions)
      .where(eq(policyVersions.code, 'price_instant'))
      .orderBy(policyVersions.version)
      .offset(1);
    const id = listed!.id;
    const read = await call('GET', `/policies/${id}`);
    const content = read.body.content;
    content.form.table.rows[0].give.rateBps = 3600;
    content.form.table.rows[4].when = content.form.table.rows[3].when;
    content.form.table.rows[5].when.push({ fact: 'age', test: { op: 'below', value: 30 } });
    expect((await save(id, read.etag, content)).status).toBe(200);
    const refused = await step(id, 'submit', risk1);
    expect(codeOf(refused)).toEqual([422, 'POLICY_NOT_SOUND']);
    expect(
      refused.body.errors.map((one: { pointer: string; code: string }) => [one.pointer, one.code]),
    ).toEqual([
      ['#/table/rows/5/when/2', 'FACT_UNKNOWN'],
      ['#/table/rows/0/give/rateBps', 'COST_ABOVE_CAP'],
      ['#/table/rows/5', 'CELL_UNREADABLE'],
    ]);
    content.form.table.rows[5].when.pop();
    await save(id, (await call('GET', `/policies/${id}`)).etag, content);
    const found = (await call('GET', `/policies/${id}/findings`)).body.data;
    expect(found).toContainEqual({
      severity: 'block',
      code: 'ROW_HIDDEN',
      pointer: '#/table/rows/4',
      detail: { zh: expect.stringContaining('B-to-12m'), en: expect.stringContaining('B-to-12m') },
    });
  });

  it('is not handed in when nothing changed', async () => {
    const { id } = await draft('price_table', 'price_bullet');
    expect(codeOf(await step(id, 'submit', risk1))).toEqual([422, 'POLICY_NOT_SOUND']);
  });
});

describe('retirement', () => {
  it('rolls back to the version before, and is refused where nothing would govern', async () => {
    const id = await published('limits', 'limits_car', (form: { openApplicationsMax: number }) => {
      form.openApplicationsMax = 5;
    });
    const governs = async (day: string) =>
      (await publishedPolicy(api.db, 'limits', 'limits_car', day))?.ref.version;
    expect(await governs('2026-06-01')).toBe(2);
    expect(codeOf(await step(id, 'retire', risk2, { effectiveTo: '2026-05-30', comment: '有误' }))).toEqual([
      422,
      'EFFECTIVE_IN_PAST',
    ]);
    expect(
      (await step(id, 'retire', risk2, { effectiveTo: '2026-06-01', comment: '有误' })).body,
    ).toMatchObject({
      standing: 'retired',
      retirer: { name: 'risk2' },
    });
    expect(await governs('2026-06-01')).toBe(1);
    const [first] = await api.db
      .select()
      .from(policyVersions)
      .where(eq(policyVersions.code, 'limits_car'))
      .orderBy(policyVersions.version);
    expect(
      codeOf(await step(first!.id, 'retire', risk2, { effectiveTo: '2026-06-02', comment: '停用' })),
    ).toEqual([409, 'POLICY_IN_USE']);
  });
});

describe('a new product', () => {
  it('begins as a copy, with a price table of its own, and is on offer from its day', async () => {
    const listed = (await call('GET', '/policies?kind=product')).body.data;
    const [origin] = listed.find((one: { code: string }) => one.code === 'instant_small').versions;
    const made = await call('POST', '/policies', {
      body: { kind: 'product', code: 'summer_special', copyOf: origin.id },
    });
    expect(made.body).toMatchObject({ version: 1, standing: 'draft' });
    const { etag, body } = await call('GET', `/policies/${made.body.id}`);
    expect(body.content.form.code).toBe('summer_special');
    body.content.form.names = { zh: '夏日特惠', en: 'Summer special' };
    body.content.form.maxAmountMinor = '100';
    await save(made.body.id, etag, body.content);
    const refused = await step(made.body.id, 'submit', risk1);
    expect(refused.body.errors[0]).toMatchObject({ pointer: '#/minAmountMinor', code: 'RANGE_REVERSED' });
    body.content.form.maxAmountMinor = '1000000';
    await save(made.body.id, (await call('GET', `/policies/${made.body.id}`)).etag, body.content);
    await step(made.body.id, 'submit', risk1);
    await step(made.body.id, 'approve', risk2);
    await step(made.body.id, 'publish', risk1, { effectiveFrom: '2026-06-10' });
    const offered = async () =>
      (await call('GET', '/products')).body.data.map((one: { code: string }) => one.code);
    expect(await offered()).not.toContain('summer_special');
    now = new Date('2026-06-10T02:00:00Z');
    expect(await offered()).toContain('summer_special');
  });
});
