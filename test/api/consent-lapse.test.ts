import { randomBytes } from 'node:crypto';
import { checkConsentStep } from '../../activities/origination/consent';
import { gatherFacts } from '../../activities/origination/gather-facts';
import type { ActivityDeps } from '../../activities/support/deps';
import { databaseClock } from '../../api/clock';
import { newId } from '../../contracts/ids';
import { testClocks } from '../../db/schema/clocks';
import type { SourceClient } from '../../providers/sources/port';
import { applicationBody, consentsOf } from './support/applicants';
import { inActivity } from './support/in-activity';
import { bearer, startTestApi, type TestApi } from './support/test-api';

/** Goal: no source is asked on the strength of a consent whose time is over; it is asked for anew, and proved anew. */
describe('a consent given on 10 January 2026, valid for 365 days', () => {
  const SOURCES = ['identity', 'bureau'];
  const UNTIL = '2027-01-10T02:00:00.000Z';
  const clockId = newId('clk');
  let api: TestApi;
  let me: string;
  let applicationId: string;
  let consents: Awaited<ReturnType<typeof consentsOf>>;
  let asked: string[] = [];

  const sources: SourceClient = {
    query: async ({ code }) => {
      asked.push(code);
      return { ok: false, kind: 'no_record', raw: '{}', latencyMs: 5, billable: false };
    },
    breakerStates: () => [],
    close: async () => undefined,
  };
  const step = <T>(run: (deps: ActivityDeps) => Promise<T>): Promise<T> =>
    inActivity(api, { sources, sourcesUrl: 'http://sources.test', attempt: 1 }, run);
  const check = () => step((deps) => checkConsentStep(deps, applicationId));
  const gather = () => step((deps) => gatherFacts(deps, { applicationId, sources: SOURCES, round: 1 }));
  const clockAt = (instant: string) =>
    api.pool.query('update test_clocks set now = $1 where id = $2', [instant, clockId]);
  const post = async (url: string, payload: object) => {
    const headers = { ...bearer(me), 'idempotency-key': randomBytes(8).toString('hex') };
    const answer = await api.app.inject({ method: 'POST', url: `/v1${url}`, payload, headers });
    expect([url, answer.statusCode < 300]).toEqual([url, true]);
    return answer.json();
  };
  const given = async (code: string) => {
    const { rows } = await api.pool.query(
      'select id, valid_until, renews from consents where application_id = $1 and code = $2 order by granted_at',
      [applicationId, code],
    );
    return rows;
  };
  const messages = async (): Promise<string[]> =>
    (
      await api.pool.query('select key from messages where application_id = $1 and template = $2', [
        applicationId,
        'consent-request',
      ])
    ).rows.map(({ key }) => key);

  beforeAll(async () => {
    api = await startTestApi({ clock: { now: (id): Promise<Date> => databaseClock(api.db).now(id) } });
    me = await api.token('applicant', 'lapse');
    const now = new Date('2026-01-10T02:00:00Z');
    await api.db
      .insert(testClocks)
      .values({ id: clockId, name: 'lapse', now, status: 'ready', createdBy: 'test', createdAt: now });
    consents = await consentsOf(api.db, 'consumer_instalment', '2026-01-10');
    applicationId = (await post('/applications', applicationBody(977, { clockId, consents }))).id;
  });
  afterAll(() => api.close());
  beforeEach(() => {
    asked = [];
  });

  it('says until when, and stands until that moment', async () => {
    const [row] = await given('credit_report');
    expect(row.valid_until.toISOString()).toBe(UNTIL);
    await clockAt('2027-01-10T01:59:59Z');
    expect(await check()).toMatchObject({ granted: true });
  });

  it('is leant on no longer from then on: its sources are not asked, and nothing is stored of them', async () => {
    await clockAt(UNTIL);
    expect(await gather()).toEqual(SOURCES.map((source) => ({ source, outcome: 'consent_lapsed' })));
    expect(asked).toEqual([]);
    const calls = await api.pool.query('select 1 from source_calls where application_id = $1', [
      applicationId,
    ]);
    expect(calls.rowCount).toBe(0);
  });

  it('is asked for anew, once, with a message and a deadline of its own', async () => {
    const answer = await check();
    expect(answer).toMatchObject({
      granted: false,
      missing: expect.arrayContaining(['credit_report', 'personal_information']),
    });
    await check();
    expect(await messages()).toHaveLength(1);
    const { rows } = await api.pool.query('select stage, waiting_for from applications where id = $1', [
      applicationId,
    ]);
    expect(rows).toEqual([{ stage: 'CONSENT', waiting_for: 'CONSENT' }]);
    const audits = await api.pool.query(
      "select data from audit_events where subject = $1 and action = 'consent.lapsed'",
      [applicationId],
    );
    expect(audits.rowCount).toBe(1);
  });

  it('stands again when it is given to the same words once more, and its sources are asked', async () => {
    const grantOf = (code: string) => ({ ...consents.find((one) => one.code === code) });
    const renewed = await post(`/applications/${applicationId}/consents`, grantOf('credit_report'));
    expect(renewed).toMatchObject({ grantedAt: UNTIL, validUntil: '2028-01-10T02:00:00.000Z' });
    const [first, second, ...others] = await given('credit_report');
    expect([second.id, second.renews, others]).toEqual([renewed.id, first.id, []]);
    expect(await check()).toMatchObject({ granted: false, missing: ['personal_information'] });
    expect(await gather()).toEqual([
      { source: 'identity', outcome: 'consent_lapsed' },
      { source: 'bureau', outcome: 'no_record' },
    ]);
    const again = await post(`/applications/${applicationId}/consents`, grantOf('credit_report'));
    expect(again.id).toBe(renewed.id);

    await post(`/applications/${applicationId}/consents`, grantOf('personal_information'));
    expect(await check()).toMatchObject({ granted: true });
    expect(await gather()).toEqual(SOURCES.map((source) => ({ source, outcome: 'no_record' })));
    expect(asked).toEqual(['bureau', 'identity']);
    const calls = await api.pool.query(
      "select consent_id from source_calls where application_id = $1 and source = 'bureau'",
      [applicationId],
    );
    expect(calls.rows).toEqual([{ consent_id: renewed.id }]);
    expect(await messages()).toHaveLength(1);
  });
});
