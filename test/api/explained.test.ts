import { eq } from 'drizzle-orm';
import { newId } from '../../contracts/ids';
import { applications } from '../../db/schema/applications';
import { decisions, sourceCalls } from '../../db/schema/underwriting';
import { applicationBody } from './support/applicants';
import { bearer, startTestApi, type TestApi } from './support/test-api';

let api: TestApi;
let applicationId: string;
let officer: string;
const at = new Date('2026-03-02T02:00:00Z');

beforeAll(async () => {
  api = await startTestApi();
  officer = await api.token('officer');
  const made = await api.app.inject({
    method: 'POST',
    url: '/v1/applications',
    payload: applicationBody(1),
    headers: { ...bearer(await api.token('applicant', 'explained')), 'idempotency-key': 'e1' },
  });
  applicationId = made.json().id;
});
afterAll(() => api.close());

const read = (path: string, token?: string) =>
  api.app.inject({ url: `/v1/${path}`, headers: token === undefined ? {} : bearer(token) });

describe('the session', () => {
  it('says who asks and what their roles permit', async () => {
    const session = (await read('session', officer)).json();
    expect(session).toMatchObject({ kind: 'staff', roles: ['officer'], displayName: 'officer1' });
    expect(session.permissions).toContainEqual({ action: 'decide', subject: 'Task', reach: 'branch' });
    expect(session.permissions).not.toContainEqual(expect.objectContaining({ subject: 'Staff' }));
    const auditor = (await read('session', await api.token('auditor'))).json();
    expect(auditor.permissions).toContainEqual({ action: 'read', subject: 'Audit', reach: 'all' });
    expect(auditor.permissions).not.toContainEqual(expect.objectContaining({ action: 'decide' }));
  });

  it('is refused without a credential', async () => {
    const answer = await read('session');
    expect([answer.statusCode, answer.json().code]).toEqual([401, 'UNAUTHENTICATED']);
  });
});

describe('the installation', () => {
  it('is told to anybody, before they log in', async () => {
    expect((await read('installation')).json()).toEqual({
      testMode: true,
      developmentLogin: true,
      login: null,
      temporalUiUrl: null,
    });
  });
});

describe('reasons', () => {
  it('have names in both languages and a category', async () => {
    const { data } = (await read('reasons', officer)).json();
    expect(data.length).toBeGreaterThan(20);
    expect(data.find(({ code }: { code: string }) => code === 'REPAYMENT_SOURCE_WEAK')).toMatchObject({
      names: { zh: expect.stringMatching(/\p{Script=Han}/u), en: expect.any(String) },
      category: expect.any(String),
    });
    expect(new Set(data.map(({ code }: { code: string }) => code)).size).toBe(data.length);
  });
});

describe('the decision on an application', () => {
  it('is unknown before there is one', async () => {
    const answer = await read(`applications/${applicationId}/decision`, officer);
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'NOT_FOUND']);
  });

  it('tells rules, points and where sources differ from what was declared', async () => {
    const common = { applicationId, decidedAt: at, reasonCodes: ['LOW_SCORE'], inputsHash: 'a'.repeat(64) };
    await api.db.insert(decisions).values({
      ...common,
      id: newId('dec'),
      step: 'automatic/1',
      kind: 'automatic',
      result: 'refer',
      route: 'OFFICER',
      grade: 'C',
      score: 560,
      amountMinor: 900_000n,
      rateBps: 1080,
      termMonths: 12,
      decidedBy: 'system',
      policyVersions: [{ kind: 'scorecard', code: 'person', version: 1 }],
      inputs: {
        application: {
          declared: { kind: 'person', monthlyDebtMinor: '0' },
          standing: { exposureMinor: '0', openApplications: 0, daysOverdue: 0, blacklisted: false },
        },
      },
      trace: {
        rules: [{ policy: 'entry_rules/person@1', rows: [{ table: 'age', row: '3', note: 'young' }] }],
        score: [{ name: 'jobMonths', points: 30, lost: 12 }],
        findings: [
          {
            field: 'monthlyDebtMinor',
            source: 'bureau',
            declared: '0',
            found: '150000',
            code: 'DEBT_HIGHER',
          },
        ],
      },
    });
    await api.db.insert(sourceCalls).values({
      id: newId('src'),
      applicationId,
      source: 'bureau',
      requestKey: 'bureau/1',
      requestHash: 'h',
      outcome: 'answered',
      result: { monthlyRepaymentMinor: '150000' },
      latencyMs: 40,
      costMinor: 10n,
      calledAt: at,
    });
    const told = (await read(`applications/${applicationId}/decision`, officer)).json();
    expect(told).toMatchObject({ result: 'refer', route: 'OFFICER', score: 560 });
    expect(told.rules).toEqual([{ policy: 'entry_rules/person@1', table: 'age', row: '3', note: 'young' }]);
    expect(told.scoreParts[0]).toMatchObject({
      lost: 12,
      names: expect.objectContaining({ zh: expect.any(String) }),
    });
    const debt = told.facts.find(({ field }: { field: string }) => field === 'monthlyDebtMinor');
    expect(debt).toEqual({
      field: 'monthlyDebtMinor',
      declared: '0',
      declaredNames: null,
      sources: [{ source: 'bureau', value: '150000', differs: true, settled: null }],
      scans: [],
    });
  });

  it('plans the proposed terms under the versions of the decision, whatever is on offer since', async () => {
    const pin = (refs: object[]) =>
      api.pool.query('update decisions set policy_versions = $2 where application_id = $1', [
        applicationId,
        JSON.stringify([{ kind: 'scorecard', code: 'person', version: 1 }, ...refs]),
      ]);
    const plan = (token = officer) =>
      read(`applications/${applicationId}/proposed-plan?on=2026-03-02`, token);
    expect((await plan()).statusCode).toBe(404);
    await pin([
      { kind: 'product', code: 'consumer_instalment', version: 1 },
      { kind: 'calendar', code: 'cn', version: 1 },
    ]);
    const before = (await plan()).json();
    expect(before.rows).toHaveLength(12);
    expect(before.totals.principalMinor).toBe('900000');
    // The next version, on offer from the day before the decision, asks quarterly.
    await api.pool.query(
      `insert into policy_versions (id, kind, code, version, status, body, effective_from, author, approver, publisher,
         created_at, approved_at, published_at)
       select 'pol_quarterly', kind, code, 2, 'published', jsonb_set(body, '{repayment,monthsPerPeriod}', '3'),
         '2026-03-01', author, approver, publisher, created_at, approved_at, published_at
       from policy_versions where kind = 'product' and code = 'consumer_instalment' and version = 1`,
    );
    expect((await plan()).json()).toEqual(before);
    await pin([
      { kind: 'product', code: 'consumer_instalment', version: 2 },
      { kind: 'calendar', code: 'cn', version: 1 },
    ]);
    expect((await plan()).json().rows).toHaveLength(4);
    expect((await plan(await api.token('applicant', 'explained'))).statusCode).toBe(403);
  });

  it('takes the word of somebody who decides on a contradiction, and keeps it in the record', async () => {
    let settlings = 0;
    const settle = async (body: object, role = 'officer', user = 'officer1') => {
      const token = role === 'officer' ? officer : await api.token(role, user);
      const answer = await api.app.inject({
        method: 'POST',
        url: `/v1/applications/${applicationId}/settled-facts`,
        payload: { field: 'monthlyDebtMinor', source: 'bureau', comment: '流水已核对', ...body },
        headers: { ...bearer(token), 'idempotency-key': `settle${++settlings}` },
      });
      return { status: answer.statusCode, body: answer.json() };
    };
    expect((await settle({ believed: 'source' }, 'auditor', 'auditor1')).status).toBe(403);
    expect((await settle({ believed: 'source', field: 'housing' })).status).toBe(404);
    expect((await settle({ believed: 'source', comment: ' ' })).status).toBe(400);
    await settle({ believed: 'source' });
    const { status, body } = await settle({ believed: 'declared', comment: '他行贷款已结清' });
    expect(status).toBe(200);
    const debt = body.facts.find(({ field }: { field: string }) => field === 'monthlyDebtMinor');
    expect(debt.sources[0].settled).toMatchObject({
      ...{ believed: 'declared', comment: '他行贷款已结清', actorName: 'officer1' },
      actorId: expect.stringMatching(/^usr_/),
    });
    const auditor = await api.token('auditor');
    const { data } = (
      await read(`audit/entries?subject=${applicationId}&action=fact.settled`, auditor)
    ).json();
    expect(data.map((entry: { data: { believed: string } }) => entry.data.believed).sort()).toEqual([
      'declared',
      'source',
    ]);
    expect(JSON.stringify(data)).not.toContain('结清');
  });

  it('is for those who decide, not for the applicant', async () => {
    const own = await read(
      `applications/${applicationId}/decision`,
      await api.token('applicant', 'explained'),
    );
    expect([own.statusCode, own.json().code]).toEqual([403, 'FORBIDDEN']);
  });
});

describe('cases that are comparable', () => {
  let serial = 0;
  /** Somebody else's request, as far as it came. */
  const past = async (body: object, row: Partial<typeof applications.$inferInsert>) => {
    const made = await api.app.inject({
      method: 'POST',
      url: '/v1/applications',
      payload: { ...applicationBody(40 + ++serial), ...body },
      headers: { ...bearer(await api.token('applicant', `past${serial}`)), 'idempotency-key': `p${serial}` },
    });
    const { id } = made.json();
    await api.db.update(applications).set(row).where(eq(applications.id, id));
    return id;
  };
  const cases = async (token = officer) => read(`applications/${applicationId}/comparable-cases`, token);

  it('are none before the application has a score', async () => {
    expect((await cases()).json()).toEqual({ data: [] });
  });

  it('are settled ones for the same product, the nearest by score and amount first', async () => {
    await api.db.update(applications).set({ score: 560 }).where(eq(applications.id, applicationId));
    const declined = await past({}, { score: 520, outcome: 'DECLINED', reasonCodes: ['LOW_SCORE'] });
    const near = await past({}, { score: 566, outcome: 'PAID_OFF', approvedAmountMinor: 900_000n });
    await past({}, { score: 560 });
    await past({}, { score: 560, outcome: 'DECLINED', productCode: 'car_loan' });
    const far = await past({}, { score: 700, outcome: 'EXPIRED' });
    const { data } = (await cases()).json();
    expect(data.map((one: { applicationId: string }) => one.applicationId)).toEqual([near, declined, far]);
    expect(data[0]).toMatchObject({
      ...{ score: 566, outcome: 'PAID_OFF', loanId: null, loan: null },
      approved: { amountMinor: '900000' },
      customerName: expect.stringMatching(/[*]/),
    });
    expect(data[1]).toMatchObject({ approved: null, reasonCodes: ['LOW_SCORE'] });
  });

  it('are for those who decide', async () => {
    expect((await cases(await api.token('applicant', 'explained'))).statusCode).toBe(403);
  });
});

describe('messages of an application', () => {
  it('are for staff only', async () => {
    expect((await read(`applications/${applicationId}/messages`, officer)).json()).toEqual({
      data: [],
      nextCursor: null,
    });
    const own = await read(
      `applications/${applicationId}/messages`,
      await api.token('applicant', 'explained'),
    );
    expect(own.statusCode).toBe(403);
  });
});
