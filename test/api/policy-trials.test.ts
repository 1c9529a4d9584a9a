import { eq } from 'drizzle-orm';
import { newId } from '../../contracts/ids';
import { ExampleApplicant } from '../../contracts/policy/example';
import { policyVersions } from '../../db/schema/policy';
import { decisions } from '../../db/schema/underwriting';
import { exampleCase } from '../../domain/policy/trial/example-case';
import { someApplication } from '../db/support/some-application';
import { codeOf, policyDesk } from './support/policy-desk';
import { startTestApi, type TestApi } from './support/test-api';

let api: TestApi;
let desk: Awaited<ReturnType<typeof policyDesk>>;
beforeAll(async () => {
  api = await startTestApi({ clock: { now: async () => new Date('2026-06-01T02:00:00Z') } });
  desk = await policyDesk(api);
});
afterAll(() => api.close());

describe('trying a draft out', () => {
  const example = (change: object = {}) => ({
    ...{ amountMinor: '3000000', termMonths: 12, purpose: 'renovation', method: 'equal-instalment', age: 35 },
    declared: {
      ...{
        kind: 'person',
        employment: 'employed',
        jobMonths: 80,
        monthlyIncomeMinor: '3500000',
        monthlyDebtMinor: '0',
      },
      ...{
        education: 'master_or_above',
        housing: 'own',
        marital: 'married',
        dependants: 0,
        residenceProvince: '31',
      },
    },
    record: { bureauScore: 820 },
    ...change,
  });

  /** Applications that were decided then, of people as the example, with a good record or none. */
  async function decided(at: string, records: readonly ('A' | 'thin')[]): Promise<void> {
    const on = at.slice(0, 10);
    for (const record of records) {
      const change = record === 'thin' ? { record: { bureauScore: null, dishonest: true } } : {};
      const tried = exampleCase(ExampleApplicant.parse(example(change)), on);
      const applicationId = await someApplication(api.db, 'consumer_instalment');
      await api.db.insert(decisions).values({
        ...{ id: newId('dec'), applicationId, step: 'automatic/1', kind: 'automatic', result: 'approve' },
        ...{ reasonCodes: [], inputsHash: 'x', policyVersions: {}, decidedBy: 'system' },
        inputs: JSON.parse(JSON.stringify(tried, (_, one) => (typeof one === 'bigint' ? `${one}` : one))),
        decidedAt: new Date(at),
      });
    }
  }

  it('shows the outcome under the draft beside that under the version in force, and stores nothing', async () => {
    const { call, draft, save } = desk;
    const { id, etag, content } = await draft('price_table', 'price_consumer');
    const grades = content.form.table.rows.filter((one: { id: string }) => one.id === 'A-to-12m');
    grades[0].give.rateBps = 777;
    await save(id, etag, content);
    const tried = await call('POST', `/policies/${id}/trials`, {
      body: { productCode: 'consumer_instalment', example: example() },
    });
    expect(tried.body).toMatchObject({
      differs: true,
      draft: { result: 'approve', grade: 'A', rateBps: 777, amountMinor: '3000000' },
      published: { result: 'approve', grade: 'A', rateBps: 960 },
    });
    expect(tried.body.draft.rows).toContainEqual({
      policy: 'price_table/price_consumer@2',
      row: 'A-to-12m',
      note: expect.any(String),
    });
    const thin = await call('POST', `/policies/${id}/trials`, {
      body: {
        productCode: 'consumer_instalment',
        example: example({ record: { bureauScore: null, dishonest: true } }),
      },
    });
    expect(thin.body.draft).toMatchObject({
      result: 'decline',
      reasons: expect.arrayContaining(['COURT_DISHONEST']),
    });
    const [row] = await api.db.select().from(policyVersions).where(eq(policyVersions.id, id));
    expect(row).toMatchObject({ status: 'draft', revision: 2 });
    expect((await call('POST', `/policies/${id}/backtests`, { body: {} })).body).toMatchObject({
      applications: 0,
      changed: [],
    });
    await decided('2026-04-10T02:00:00Z', ['A', 'A', 'A']);
    await decided('2026-05-10T02:00:00Z', ['A', 'thin']);
    const backtest = async (body: object) => (await call('POST', `/policies/${id}/backtests`, { body })).body;
    const april = await backtest({ from: '2026-04-01', to: '2026-04-30' });
    expect(april).toMatchObject({
      ...{ applications: 3, more: false, approved: { published: 3, draft: 3 } },
      meanRateBps: { published: 960, draft: 777 },
    });
    expect(april.changed).toHaveLength(3);
    expect(april.changed[0]).toMatchObject({ published: { rateBps: 960 }, draft: { rateBps: 777 } });
    expect(await backtest({ from: '2026-04-01', to: '2026-04-30', applications: 2 })).toMatchObject({
      ...{ applications: 2, more: true },
    });
    const may = await backtest({ from: '2026-05-01', to: '2026-05-31' });
    expect([may.applications, may.changed.length]).toEqual([2, 1]);
    expect(await backtest({})).toMatchObject({ applications: 5, more: false });
    expect(await backtest({ from: '2026-06-01' })).toMatchObject({ applications: 0, changed: [] });
    expect(
      codeOf(
        await call('POST', `/policies/${id}/trials`, {
          body: { productCode: 'no_such', example: example() },
        }),
      ),
    ).toEqual([422, 'PRODUCT_UNKNOWN']);
  });
});
