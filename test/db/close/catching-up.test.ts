import fc from 'fast-check';
import { closeDay } from '../../../activities/close/close-day';
import { foldRest } from '../../../db/repositories/close/fold-rest';
import type { AccountTerms } from '../../../domain/account/terms';
import { fromDay } from '../../../domain/calendar/civil-day';
import { anyTerms, start } from '../../property/account/arbitrary';
import { Portfolio } from './portfolio';

const DAYS = 36;

/** What happens to a portfolio: loans, payments by day, and which days pass without a close or see theirs die. */
interface Story {
  readonly loans: readonly AccountTerms[];
  readonly payments: readonly { readonly on: number; readonly loan: number; readonly amountMinor: bigint }[];
  readonly skipped: readonly number[];
  /** Days on which the loans are booked though no date is closed, as when a test clock arrives. */
  readonly arrives: readonly number[];
  readonly dies: readonly { readonly on: number; readonly after: number }[];
}

const day = fc.integer({ min: 0, max: DAYS - 1 });
const story: fc.Arbitrary<Story> = fc.record({
  loans: fc.array(anyTerms, { minLength: 2, maxLength: 3 }),
  payments: fc.uniqueArray(
    fc.record({ on: day, loan: fc.nat(2), amountMinor: fc.bigInt(1_000n, 400_000n) }),
    { maxLength: 6, selector: ({ on, loan }) => `${on}/${loan}` },
  ),
  // Not the first: until a date was closed once, time is booked on the days that something happens on.
  skipped: fc.uniqueArray(fc.integer({ min: 1, max: DAYS - 1 }), { minLength: 8, maxLength: 26 }),
  arrives: fc.uniqueArray(day, { maxLength: 6 }),
  dies: fc.uniqueArray(fc.record({ on: day, after: fc.integer({ min: 0, max: 25 }) }), {
    maxLength: 8,
    selector: ({ on }) => on,
  }),
});

/** Goal: whenever its dates are closed, a portfolio comes to the same rows; and a closed date stays as it is. */
describe('a close that catches up', () => {
  async function played(
    { loans, payments }: Story,
    closeUpTo: (made: Portfolio, at: number) => Promise<void>,
  ) {
    const made = await Portfolio.open();
    const ids: string[] = [];
    for (const [index, terms] of loans.entries())
      ids.push(await made.disburse(`${index}`, terms, `cus_${index}`, index % 2 === 0 ? 'EVEN' : 'ODD'));
    for (let at = 0; at < DAYS; at++) {
      for (const { loan, amountMinor } of payments.filter(({ on }) => on === at)) {
        const id = ids[loan % ids.length]!;
        const { rows } = await made.pool.query('select status from loans where id = $1', [id]);
        if (rows[0].status === 'active' || rows[0].status === 'overdue')
          await made.pay(id, start + at, amountMinor);
      }
      await closeUpTo(made, at);
    }
    return made;
  }

  async function rowsOf({ pool }: Portfolio) {
    const { rows } = await pool.query(`select
      (select jsonb_agg(to_jsonb(t) order by closed_on, loan_id) from loan_days t) as days,
      (select jsonb_agg(to_jsonb(t) order by t::text) from portfolio_snapshots t) as cuts,
      (select jsonb_agg(to_jsonb(t) order by t::text) from gl_days t) as balances,
      (select jsonb_agg(to_jsonb(t) order by t::text) from repayment_strings t) as months,
      (select jsonb_agg(jsonb_build_array(id, five_class, days_overdue, bucket, overdue_minor) order by id) from loans) as shown,
      (select count(*)::int from close_findings) as findings`);
    return rows[0];
  }

  async function counted({ pool }: Portfolio) {
    const { rows } = await pool.query(`select
      (select count(*) from journal_entries) as entries, (select count(*) from postings) as postings,
      (select count(*) from accrual_lines) as lines, (select count(*) from close_steps) as steps`);
    return rows[0];
  }

  /** Closes every date that is still open until `at`; the one whose worker dies is begun again. */
  async function catchUp(made: Portfolio, until: number, next: { at: number }, { dies }: Story) {
    for (; next.at <= until; next.at += 1) {
      const death = dies.find(({ on }) => on === next.at);
      if (death !== undefined) {
        let left = death.after;
        const alive = () => {
          left -= 1;
          if (left < 0) throw new Error('the worker died');
        };
        const scope = { on: fromDay(start + next.at), clockId: null };
        const settings = { parallel: 1, partLoans: 2, alive };
        await closeDay(made.db, scope, new Date(), settings).catch((error: Error) => {
          if (error.message !== 'the worker died') throw error;
        });
      }
      await made.close(start + next.at, { partLoans: 2 });
    }
  }

  it('gives the rows that closing day by day gives, whatever was skipped or broken off', async () => {
    await fc.assert(
      fc.asyncProperty(story, async (told) => {
        const daily = await played(told, async (made, at) => {
          await made.close(start + at, { partLoans: 2 });
        });
        const next = { at: 0 };
        const late = await played(told, async (made, at) => {
          const on = fromDay(start + at);
          const all = { on, clockId: null, partition: 0, fromLoan: '', toLoan: null };
          if (told.arrives.includes(at)) await foldRest(made.db, all);
          if (at === DAYS - 1 || !told.skipped.includes(at)) await catchUp(made, at, next, told);
        });
        try {
          const expected = await rowsOf(daily);
          expect(expected.findings).toBe(0);
          expect(await rowsOf(late)).toEqual(expected);
          const before = await counted(late);
          for (const at of [0, DAYS >> 1, DAYS - 1])
            expect((await late.close(start + at)).replayed).toBe(true);
          expect(await rowsOf(late)).toEqual(expected);
          expect(await counted(late)).toEqual(before);
        } finally {
          await daily.end();
          await late.end();
        }
      }),
      { numRuns: 5, seed: 20_261_123, endOnFailure: true },
    );
  }, 300_000);
});
