import { Client } from 'pg';
import { fillPortfolio } from '../../bench/lists/portfolio';
import { TEST_POSTGRES } from '../support/postgres';
import { bearer, startTestApi, type TestApi } from './support/test-api';

const LOANS = 12_000;

let api: TestApi;
let manager: string;
beforeAll(async () => {
  api = await startTestApi();
  manager = await api.token('risk_manager');
  const url = new URL(process.env[TEST_POSTGRES]!);
  url.pathname = new URL(api.database.ownerUrl).pathname;
  const admin = new Client({ connectionString: url.href });
  await admin.connect();
  await fillPortfolio(admin, LOANS);
  await admin.end();
}, 60_000);
afterAll(() => api.close());

const page = async (path: string) => {
  const answer = await api.app.inject({ url: `/v1/${path}`, headers: bearer(manager) });
  expect(answer.statusCode).toBe(200);
  const { data, nextCursor } = answer.json<{ data: { id: string }[]; nextCursor: string | null }>();
  return { ids: data.map(({ id }) => id), nextCursor };
};
const told = async (sql: string) =>
  (await api.pool.query<{ id: string }>(`select id from ${sql}`)).rows.map(({ id }) => id);

/** A list as asked for, and the plainest statement that gives the same. */
const LISTS = [
  // Nearly all come at once.
  ['loans?sort=-days', '', 'loans', '', 'days_overdue desc, id desc'],
  [
    'loans?sort=-days',
    'where=status.is.overdue',
    'loans',
    `status = 'overdue'`,
    'days_overdue desc, id desc',
  ],
  // None of the first rows of the order meets these.
  [
    'loans?sort=nextDue',
    'where=closed.min.2026-06-01',
    'loans',
    `closed_on >= '2026-06-01'`,
    `coalesce(next_due_on, 'infinity'), id`,
  ],
  [
    'loans?sort=nextDue',
    'where=status.is.settled,transferred&where=branch.is.SH',
    'loans',
    `status in ('settled', 'transferred') and branch = 'SH'`,
    `coalesce(next_due_on, 'infinity'), id`,
  ],
  ['loans?sort=-id', 'where=currency.is.JPY', 'loans', `currency = 'JPY'`, 'id desc'],
  [
    'loans?sort=-outstanding',
    'where=outstanding.max.1000',
    'loans',
    'outstanding_principal_minor <= 1000',
    'outstanding_principal_minor desc, id desc',
  ],
  [
    'loans?sort=-id',
    'where=status.is.settled&where=disbursed.max.2023-07-20',
    'loans',
    `status = 'settled' and disbursed_on <= '2023-07-20'`,
    'id desc',
  ],
  // Nothing is left.
  [
    'loans?sort=-id',
    'where=bucket.is.M0&where=class.not.pass',
    'loans',
    `bucket = 'M0' and five_class <> 'pass'`,
    'id desc',
  ],
  [
    'applications?sort=since',
    'where=stage.is.APPROVAL',
    'applications',
    `stage = 'APPROVAL'`,
    'stage_since, id',
  ],
  ['customers?sort=-id', 'where=locale.is.en', 'customers', `locale = 'en'`, 'id desc'],
] as const;

describe('pages of a long list', () => {
  it.each(LISTS)(
    'of %s, %s hold what a plain reading gives',
    async (list, where, table, condition, order) => {
      const wanted = await told(`${table} ${condition && `where ${condition}`} order by ${order} limit 90`);
      const seen: string[] = [];
      let cursor: string | null = '';
      while (cursor !== null && seen.length < wanted.length) {
        const next = await page(`${list}&limit=40&${where}${cursor && `&cursor=${cursor}`}`);
        seen.push(...next.ids);
        cursor = next.nextCursor;
      }
      expect(seen.slice(0, 90)).toEqual(wanted);
    },
  );
});
