import fc from 'fast-check';
import { encodeAccountTerms } from '../../contracts/account-terms';
import { openDatabase } from '../../db/client';
import { loadAccount } from '../../db/repositories/account';
import { accrueDay, loansToFold } from '../../db/repositories/accruals';
import { bookTo } from '../../db/repositories/book';
import { createLoan } from '../../db/repositories/loans';
import { summaryOf } from '../../domain/account/summary';
import { fromDay } from '../../domain/calendar/civil-day';
import { anyTerms, start } from '../property/account/arbitrary';
import { freshDatabase, type TestDatabase } from '../support/postgres';

/** Goal: accruing a portfolio in SQL gives, for every loan and day, what folding each loan gives. */
describe('accruing a portfolio day by day', () => {
  let database: TestDatabase;
  let open: ReturnType<typeof openDatabase>;
  const loans: string[] = [];

  beforeAll(async () => {
    database = await freshDatabase();
    open = openDatabase({ connectionString: database.appUrl });
    const products = fc.sample(anyTerms, { seed: 20_261_122, numRuns: 8 });
    for (const [index, terms] of products.entries()) {
      const { id } = await open.db.transaction((tx) =>
        createLoan(tx, {
          applicationId: `app_${index}`,
          customerId: 'cus_1',
          productCode: index % 2 === 0 ? 'EVEN' : 'ODD',
          productVersion: 1,
          terms: encodeAccountTerms(terms),
          clockId: null,
        }),
      );
      loans.push(id);
      await book(id, fromDay(start), {
        type: 'disbursed',
        payoutId: `out_${index}`,
        amountMinor: terms.schedule.principalMinor.toString(),
        withheldMinor: '0',
      });
    }
  }, 120_000);
  afterAll(async () => {
    await open.close();
    await database.drop();
  });

  type Body = Parameters<typeof bookTo>[1]['newEvents'][number]['body'];
  async function book(loanId: string, on: string, body?: Body) {
    const newEvents =
      body === undefined
        ? []
        : [{ body, effectiveOn: on, idempotencyKey: `${loanId}/${on}/${body.type}`, actor: 'system' }];
    const outcome = await open.db.transaction((tx) => bookTo(tx, { loanId, on, clockId: null, newEvents }));
    if (!outcome.ok) throw new Error(outcome.code);
  }

  async function closeDay(on: string): Promise<{ folded: number; accrued: number }> {
    const toFold = await loansToFold(open.db, { on, clockId: null, limit: 1_000 });
    for (const id of toFold) await book(id, on);
    let accrued = 0;
    for (const productCode of ['EVEN', 'ODD']) {
      for (;;) {
        const scope = { on, clockId: null, currency: 'CNY', productCode, branch: 'HQ', batch: 7 };
        const batch = await open.db.transaction((tx) => accrueDay(tx, scope));
        accrued += batch.loans;
        if (batch.loans === 0) break;
      }
    }
    return { folded: toFold.length, accrued };
  }

  async function compareAll(on: string): Promise<void> {
    for (const id of loans) {
      const loaded = await loadAccount(open.db, id, { asOf: on });
      const { loan, account } = loaded!;
      const summary = summaryOf(account);
      expect({
        id,
        accrued: loan.interestAccruedMinor.toString(),
        penalty: loan.penaltyMinor.toString(),
        compound: loan.compoundMinor.toString(),
        days: loan.daysOverdue,
        bucket: loan.bucket,
        overdue: loan.overdueMinor.toString(),
      }).toEqual({
        id,
        accrued: summary.interestAccruedMinor,
        penalty: summary.penaltyMinor,
        compound: summary.compoundMinor,
        days: summary.daysOverdue,
        bucket: summary.bucket,
        overdue: summary.daysOverdue > 0 ? summary.dueMinor : '0',
      });
    }
  }

  it('agrees with the fold on each of 100 days, into arrears and beyond ninety days', async () => {
    let accrued = 0;
    for (let day = start + 1; day <= start + 100; day++) {
      const closed = await closeDay(fromDay(day));
      accrued += closed.accrued;
      if (day % 13 === 0) await compareAll(fromDay(day));
    }
    await compareAll(fromDay(start + 100));
    expect(accrued).toBeGreaterThan(300);
  }, 180_000);

  it('has nothing left to do on a day that was closed', async () => {
    expect(await closeDay(fromDay(start + 100))).toEqual({ folded: 0, accrued: 0 });
  });

  it('lets every loan be booked after it, with ledger and account in agreement', async () => {
    const on = fromDay(start + 101);
    for (const id of loans)
      await book(id, on, { type: 'repaid', paymentId: `pay_${id}`, amountMinor: '50000' });
  });

  it('keeps sub-ledger and general ledger equal, entry by entry', async () => {
    const { rows } = await open.pool.query(`
      select count(*) from (
        select p.entry_id, p.account_code, sum(p.amount_minor) as total from postings p
        join accrual_batches b on b.entry_id = p.entry_id group by 1, 2
        except
        select entry_id, account_code, sum(amount_minor) from accrual_lines group by 1, 2 having sum(amount_minor) <> 0
      ) odd`);
    expect(Number(rows[0].count)).toBe(0);
    const { rows: batches } = await open.pool.query(
      `select count(*), count(distinct (product_code, accrued_on)), min(length(lines_sha256)) as hash from accrual_batches`,
    );
    expect(Number(batches[0].count)).toBeGreaterThan(40);
    expect(batches[0].hash).toBe(64);
  });
});
