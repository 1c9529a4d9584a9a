import fc from 'fast-check';
import { closeDay } from '../../../activities/close/close-day';
import { openDatabase } from '../../../db/client';
import { fromDay } from '../../../domain/calendar/civil-day';
import { anyTerms, start } from '../../property/account/arbitrary';
import { asAdmin, TEST_POSTGRES } from '../../support/postgres';
import { Portfolio } from './portfolio';

/** Goal: a run that dies between or within its batches is finished by the next, and nothing tells them from one that never died. */
describe('a close that is broken off', () => {
  const DAYS = 45;
  const LOANS = 6;
  /** Signs of life that a run of three parts gives at least. */
  const PLACES = 22;
  let whole: Portfolio;
  let broken: Portfolio;

  async function portfolio(): Promise<Portfolio> {
    const made = await Portfolio.open();
    for (const [index, terms] of fc.sample(anyTerms, { seed: 7, numRuns: LOANS }).entries())
      await made.disburse(`${index}`, terms, `cus_${index}`, index % 2 === 0 ? 'EVEN' : 'ODD');
    return made;
  }

  beforeAll(async () => {
    whole = await portfolio();
    broken = await portfolio();
  }, 120_000);
  afterAll(async () => {
    await whole.end();
    await broken.end();
  });

  /** Closes a date whose worker dies after so many signs of life; answers whether it came to that. */
  async function diesAfter(day: number, signs: number): Promise<boolean> {
    let left = signs;
    const alive = () => {
      left -= 1;
      if (left < 0) throw new Error('the worker died');
    };
    const scope = { on: fromDay(day), clockId: null };
    const run = closeDay(broken.db, scope, new Date(), { parallel: 1, partLoans: 2, alive });
    return run.then(
      () => false,
      (error: Error) => {
        expect(error.message).toBe('the worker died');
        return true;
      },
    );
  }

  async function dump({ pool }: Portfolio) {
    const { rows } = await pool.query(`select
      (select jsonb_agg(to_jsonb(t) order by closed_on, loan_id) from loan_days t) as days,
      (select jsonb_agg(to_jsonb(t) - 'entry_id' order by accrued_on, loan_id) from accrual_lines t) as lines,
      (select jsonb_agg(to_jsonb(t) order by loan_id) from loan_accruals t) as accruals,
      (select jsonb_agg(to_jsonb(t) order by t::text) from portfolio_snapshots t) as cuts,
      (select jsonb_agg(to_jsonb(t) order by t::text) from gl_days t) as balances,
      (select jsonb_agg(to_jsonb(t) order by t::text) from repayment_strings t) as months,
      (select jsonb_agg(to_jsonb(t) - 'updated_at' - 'created_at' order by id) from loans t) as loans`);
    return rows[0];
  }

  it('comes to the same figures, wherever between two steps it died', async () => {
    let deaths = 0;
    for (let day = start; day < start + DAYS; day++) {
      await whole.close(day, { partLoans: 2 });
      const died = await diesAfter(day, (day - start) % PLACES);
      const { replayed, findings } = await broken.close(day, { partLoans: 2 });
      expect({ replayed, findings }).toEqual({ replayed: !died, findings: [] });
      if (died) deaths += 1;
    }
    expect(deaths).toBeGreaterThan(DAYS - 10);
    expect(await dump(broken)).toEqual(await dump(whole));
  }, 240_000);

  it('comes to the same figures when its connections are cut inside a batch', async () => {
    const admin = process.env[TEST_POSTGRES]!;
    let cuts = 0;
    for (let day = start + DAYS; day < start + DAYS + 10; day++) {
      await whole.close(day, { partLoans: 2 });
      const scope = { on: fromDay(day), clockId: null };
      // A pool of its own: a transaction that cannot even begin leaves its client checked out (drizzle-orm), so it has no end.
      const { db } = openDatabase({ connectionString: broken.appUrl });
      const run = closeDay(db, scope, new Date(), { partLoans: 2, parallel: 1, alive: () => undefined });
      await new Promise((wake) => setTimeout(wake, 5 + (day % 5) * 10));
      const name = new URL(broken.appUrl).pathname.slice(1);
      await asAdmin(
        admin,
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}' and usename = 'loanflow_app'`,
      );
      cuts += await run.then(
        () => 0,
        () => 1,
      );
      // Its connections were cut too, which its pool may learn only now.
      const close = () => broken.close(day, { partLoans: 2 });
      const { findings } = await close().catch(close);
      expect(findings).toEqual([]);
    }
    expect(cuts).toBeGreaterThan(2);
    expect(await dump(broken)).toEqual(await dump(whole));
  }, 120_000);
});
