import { eq } from 'drizzle-orm';
import { policyVersions } from '../../db/schema/policy';
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
    expect(
      codeOf(
        await call('POST', `/policies/${id}/trials`, {
          body: { productCode: 'no_such', example: example() },
        }),
      ),
    ).toEqual([422, 'PRODUCT_UNKNOWN']);
  });
});
