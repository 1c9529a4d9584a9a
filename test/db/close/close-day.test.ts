import fc from 'fast-check';
import { portfolio as owedNow } from '../../../api/reads/dashboard/portfolio';
import { loadAccount } from '../../../db/repositories/account';
import type { AccountTerms } from '../../../domain/account/terms';
import { fromDay } from '../../../domain/calendar/civil-day';
import { anyTerms, start } from '../../property/account/arbitrary';
import { Portfolio } from './portfolio';

const sample = { seed: 20_261_123, numRuns: 5 };
const COMMON = new Set(['equal-instalment', 'equal-principal', 'interest-only', 'bullet']);
const isCommon = ({ schedule }: AccountTerms) =>
  schedule.convention === 'china' &&
  schedule.monthEnd === 'clamp' &&
  schedule.grace === undefined &&
  schedule.dayCount !== 'actual/actual' &&
  COMMON.has(schedule.method.kind);
/** Any product at all, which may need a fold each day, and as many of the kind that most of a portfolio consists of. */
const products = [...fc.sample(anyTerms, sample), ...fc.sample(anyTerms.filter(isCommon), sample)];

/** Goal: a date is closed as the fold says, whatever product, for as long as it takes, and once. */
describe('closing the days of a portfolio', () => {
  let portfolio: Portfolio;
  const loans: string[] = [];

  beforeAll(async () => {
    portfolio = await Portfolio.open();
    for (const [index, terms] of products.entries())
      loans.push(
        await portfolio.disburse(`${index}`, terms, `cus_${index}`, index % 2 === 0 ? 'EVEN' : 'ODD'),
      );
  }, 120_000);
  afterAll(() => portfolio.end());

  /** What running loans owe, folded from their events, and how many of them nobody booked on the date. */
  async function owedByKind(on: string) {
    let quiet = 0;
    let interest = 0n;
    let penalty = 0n;
    for (const id of loans) {
      const { loan, account } = (await loadAccount(portfolio.db, id, { asOf: on }))!;
      if (account.status !== 'active' && account.status !== 'overdue') continue;
      interest += account.balances.interestDueMinor + account.balances.interestAccruedMinor;
      penalty += account.balances.penaltyMinor + account.balances.compoundMinor;
      if (loan.bookedTo! < on) quiet += 1;
    }
    return { quiet, owed: { interestMinor: interest.toString(), penaltyMinor: penalty.toString() } };
  }

  it('gives each loan on each of 100 days what folding its events gives, into arrears, payments and write-off', async () => {
    let accruedAlone = 0;
    for (let day = start; day <= start + 100; day++) {
      const on = fromDay(day);
      if ((day - start) % 31 === 17)
        for (const id of loans.slice(0, 3)) await portfolio.pay(id, day, 300_000n);
      if (day === start + 97) await portfolio.book(loans[5]!, day, { type: 'written_off' });
      const { findings } = await portfolio.close(day, { partLoans: 3 });
      expect({ on, findings }).toEqual({ on, findings: [] });
      for (const id of loans) {
        const noted = await portfolio.noted(id, day);
        if (noted === undefined || noted.status === 'written_off') continue;
        expect({ on, id, ...noted }).toMatchObject({ on, id, ...(await portfolio.folded(id, day)) });
      }
      if ((day - start) % 20 === 10) {
        const { quiet, owed } = await owedByKind(on);
        const view = { clockId: null, branch: null, currency: 'CNY', from: on, to: on };
        expect((await owedNow(portfolio.db, view)).balances).toMatchObject(owed);
        accruedAlone += quiet;
      }
    }
    expect(accruedAlone).toBeGreaterThan(3);
  }, 240_000);

  it('accrued a good part of those days without folding, in lines that sum to their entries', async () => {
    const { rows } = await portfolio.pool.query(
      `select (select count(*) from accrual_lines) as lines, (select min(length(lines_sha256)) from accrual_batches) as hash,
        (select count(*) from (
          select entry_id, sum(amount_minor) as amount from postings where loan_id is null and amount_minor > 0
            and entry_id in (select entry_id from accrual_batches) group by 1
          except
          select entry_id, sum(interest_minor + penalty_minor + compound_minor) from accrual_lines group by 1) odd) as odd`,
    );
    expect(Number(rows[0].lines)).toBeGreaterThan(200);
    expect(rows[0]).toMatchObject({ hash: 64, odd: 0n });
  });

  it('keeps the list of loans in arrears by the day', async () => {
    const { rows } = await portfolio.pool.query(
      `select l.id, l.days_overdue, l.overdue_minor, l.bucket from loans l
       join loan_days d on d.loan_id = l.id and d.closed_on = $1
       where d.days_overdue > 0 and (l.days_overdue, l.overdue_minor, l.bucket) is distinct from (d.days_overdue, d.overdue_minor, d.bucket)`,
      [fromDay(start + 100)],
    );
    expect(rows).toEqual([]);
  });

  it('changes nothing when the date is closed again, and takes no posting on it', async () => {
    const figures = async () =>
      (
        await portfolio.pool.query(`select (select count(*) from journal_entries) as entries,
        (select md5(string_agg(t::text, ',' order by t::text)) from loan_days t) as days,
        (select md5(string_agg(t::text, ',' order by t::text)) from loan_accruals t) as accruals,
        (select md5(string_agg(t::text, ',' order by t::text)) from portfolio_snapshots t) as cuts`)
      ).rows[0];
    const before = await figures();
    expect((await portfolio.close(start + 100)).replayed).toBe(true);
    expect(await figures()).toEqual(before);
    const fee = { type: 'fee_charged', code: 'late', amountMinor: '100' } as const;
    await expect(portfolio.book(loans[0]!, start + 100, fee)).rejects.toMatchObject({
      cause: expect.objectContaining({ message: expect.stringContaining('closed period') }),
    });
  });

  it('lets every loan be booked after it, with ledger and account in agreement', async () => {
    for (const id of loans) if (id !== loans[5]) await portfolio.pay(id, start + 101, 50_000n);
  });
});
