import { randomBytes } from 'node:crypto';
import { decideStep } from '../../activities/origination/decide';
import { preScreenStep } from '../../activities/origination/pre-screen';
import type { ActivityDeps } from '../../activities/support/deps';
import { databaseClock } from '../../api/clock';
import { newId } from '../../contracts/ids';
import { testClocks } from '../../db/schema/clocks';
import type { SourceClient } from '../../providers/sources/port';
import { publishNext } from '../support/publish-policy';
import { applicationBody } from './support/applicants';
import { inActivity } from './support/in-activity';
import { bearer, startTestApi, type TestApi } from './support/test-api';

/**
 * Goal: what a customer owes in one currency counts in the limit of an application in another. The limit of a person is
 * 300,000.00 yuan and 10,000.00 are asked for, so that 290,000.00 of other loans are the most.
 */
describe('loans in other currencies of who asks for yuan', () => {
  const ON = '2026-01-10';
  const clockId = newId('clk');
  let api: TestApi;
  let me: string;
  let serial = 860;

  const sources: SourceClient = {
    query: () => Promise.reject(new Error('no source is asked here')),
    breakerStates: () => [],
    close: async () => undefined,
  };
  const step = <T>(run: (deps: ActivityDeps) => Promise<T>): Promise<T> =>
    inActivity(api, { sources, sourcesUrl: 'http://sources.test', attempt: 1 }, run);
  const apply = async (): Promise<{ id: string; customerId: string }> => {
    serial += 1;
    const headers = { ...bearer(me), 'idempotency-key': randomBytes(8).toString('hex') };
    const payload = applicationBody(serial, { clockId });
    const answer = await api.app.inject({ method: 'POST', url: '/v1/applications', payload, headers });
    expect(answer.statusCode).toBe(202);
    return answer.json();
  };
  /** An application of somebody who owes these amounts already. */
  async function owing(held: Readonly<Record<string, bigint>>): Promise<string> {
    const { id, customerId } = await apply();
    for (const [currency, amountMinor] of Object.entries(held)) {
      const other = await apply();
      const currencyOf = "update applications set currency = $2, stage = 'REPAYING' where id = $1";
      await api.pool.query(currencyOf, [other.id, currency]);
      await api.pool.query("insert into exposures values ($1, $2, $3, 'drawn', now())", [
        ...[other.id, customerId, amountMinor.toString()],
      ]);
    }
    return id;
  }
  const preScreen = (id: string) => step((deps) => preScreenStep(deps, id));
  const verdict = async (held: Readonly<Record<string, bigint>>) => {
    const result = await preScreen(await owing(held));
    return result.verdict === 'decline' ? result.reasonCodes : result.verdict;
  };
  const publishRates = (rates: Readonly<Record<string, string>>) =>
    publishNext(api.database.appUrl, { on: ON, kind: 'exchange_rates', code: 'house' }, async () => ({
      rates: Object.entries(rates).map(([currency, cnyPerUnit]) => ({ currency, cnyPerUnit })),
    }));

  beforeAll(async () => {
    api = await startTestApi({ clock: { now: (id): Promise<Date> => databaseClock(api.db).now(id) } });
    me = await api.token('applicant', 'abroad');
    const now = new Date(`${ON}T02:00:00Z`);
    await api.db
      .insert(testClocks)
      .values({ id: clockId, name: 'abroad', now, status: 'ready', createdBy: 'test', createdAt: now });
  });
  afterAll(() => api.close());

  it('count at their worth in yuan, rounded up, and together', async () => {
    expect(await verdict({ USD: 4_027_777n })).toBe('supplement');
    expect(await verdict({ USD: 4_027_778n })).toEqual(['CUSTOMER_LIMIT']);
    expect(await verdict({ JPY: 5_800_000n })).toBe('supplement');
    expect(await verdict({ JPY: 5_800_001n })).toEqual(['CUSTOMER_LIMIT']);
    expect(await verdict({ CNY: 14_500_000n, JPY: 2_900_000n })).toBe('supplement');
    expect(await verdict({ CNY: 14_500_000n, JPY: 2_900_000n, HKD: 1n })).toEqual(['CUSTOMER_LIMIT']);
  });

  it('are told with the decision: their sum, and by which version of the rates', async () => {
    const decisionOf = async (id: string) => {
      await api.pool.query("update applications set stage = 'FACTS' where id = $1", [id]);
      await step((deps) => decideStep(deps, id));
      const { rows } = await api.pool.query(
        'select inputs, policy_versions as refs from decisions where application_id = $1',
        [id],
      );
      return {
        exposureMinor: rows[0].inputs.application.standing.exposureMinor,
        rates: rows[0].refs.filter(({ kind }: { kind: string }) => kind === 'exchange_rates'),
      };
    };
    expect(await decisionOf(await owing({ USD: 100_000n, CNY: 1n }))).toEqual({
      exposureMinor: '720001',
      rates: [{ kind: 'exchange_rates', code: 'house', version: 1 }],
    });
    expect(await decisionOf(await owing({ CNY: 720_001n }))).toEqual({ exposureMinor: '720001', rates: [] });
  });

  it('without a rate park the loan, which goes on once one is published', async () => {
    await publishRates({ USD: '7.2' });
    const id = await owing({ JPY: 5_800_001n });
    await expect(preScreen(id)).rejects.toMatchObject({
      ...{ type: 'MISSING_POLICY', nonRetryable: true },
      message: 'MISSING_POLICY exchange_rates house: JPY to CNY',
    });
    expect(await verdict({ CNY: 1n })).toBe('supplement');
    await publishRates({ USD: '7.2', JPY: '0.04' });
    expect(await preScreen(id)).toMatchObject({ verdict: 'supplement' });
  });
});
