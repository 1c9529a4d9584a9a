import fc from 'fast-check';
import { closeDay } from '../../../activities/close/close-day';
import { encodeAccountTerms } from '../../../contracts/account-terms';
import { openDatabase } from '../../../db/client';
import { loadAccount } from '../../../db/repositories/account';
import { bookTo } from '../../../db/repositories/book';
import { createLoan } from '../../../db/repositories/loans';
import { seedPolicies } from '../../../db/seed/policies';
import { summaryOf } from '../../../domain/account/summary';
import { fromDay } from '../../../domain/calendar/civil-day';
import { anyTerms, start } from '../../property/account/arbitrary';
import { freshDatabase, type TestDatabase } from '../../support/postgres';

/** Goal: a date is closed as the fold says, whatever product, for as long as it takes, and once. */
describe('closing the days of a portfolio', () => {
  let database: TestDatabase;
  let open: ReturnType<typeof openDatabase>;
  const loans: string[] = [];
  const settings = { parallel: 2, alive: () => undefined };

  type Body = Parameters<typeof bookTo>[1]['newEvents'][number]['body'];
  async function book(loanId: string, on: string, body: Body): Promise<void> {
    const newEvents = [
      { body, effectiveOn: on, idempotencyKey: `${loanId}/${on}/${body.type}`, actor: 'system' },
    ];
    const outcome = await open.db.transaction((tx) => bookTo(tx, { loanId, on, clockId: null, newEvents }));
    if (!outcome.ok) throw new Error(outcome.code);
  }

  const close = (on: string) =>
    closeDay(open.db, { on, clockId: null }, new Date(`${on}T16:10:00Z`), settings);

  beforeAll(async () => {
    database = await freshDatabase();
    open = openDatabase({ connectionString: database.appUrl });
    await seedPolicies(open.db);
    for (const [index, terms] of fc.sample(anyTerms, { seed: 20_261_123, numRuns: 6 }).entries()) {
      const { id } = await open.db.transaction((tx) =>
        createLoan(tx, {
          applicationId: `app_${index}`,
          customerId: `cus_${index}`,
          productCode: index % 2 === 0 ? 'EVEN' : 'ODD',
          productVersion: 1,
          terms: encodeAccountTerms(terms),
          clockId: null,
        }),
      );
      loans.push(id);
      const amountMinor = terms.schedule.principalMinor.toString();
      await book(id, fromDay(start), {
        type: 'disbursed',
        payoutId: `out_${index}`,
        amountMinor,
        withheldMinor: '0',
      });
    }
  }, 120_000);
  afterAll(async () => {
    await open.close();
    await database.drop();
  });

  it('agrees with its proof on each of 100 days, into arrears, payments and write-off between', async () => {
    for (let day = start; day <= start + 100; day++) {
      const on = fromDay(day);
      if ((day - start) % 31 === 17)
        for (const id of loans.slice(0, 3))
          await book(id, on, { type: 'repaid', paymentId: `pay_${id}_${on}`, amountMinor: '300000' });
      if (day === start + 97) await book(loans[5]!, on, { type: 'written_off' });
      const { findings } = await close(on);
      expect({ on, findings }).toEqual({ on, findings: [] });
    }
  }, 240_000);

  it('leaves each loan as folding it would', async () => {
    const on = fromDay(start + 100);
    for (const id of loans) {
      const { loan, account } = (await loadAccount(open.db, id, { asOf: on }))!;
      const summary = summaryOf(account);
      expect([id, loan.interestAccruedMinor, loan.penaltyMinor, loan.daysOverdue, loan.bucket]).toEqual([
        id,
        BigInt(summary.interestAccruedMinor),
        BigInt(summary.penaltyMinor),
        summary.daysOverdue,
        summary.bucket,
      ]);
    }
  });

  it('changes nothing when the date is closed again, and takes no posting on it', async () => {
    const figures = async () =>
      (
        await open.pool.query(`select (select count(*) from journal_entries) as entries,
        (select md5(string_agg(t::text, ',' order by t::text)) from loan_days t) as days,
        (select md5(string_agg(t::text, ',' order by t::text)) from portfolio_snapshots t) as cuts`)
      ).rows[0];
    const before = await figures();
    expect((await close(fromDay(start + 100))).replayed).toBe(true);
    expect(await figures()).toEqual(before);
    await expect(
      book(loans[0]!, fromDay(start + 100), { type: 'fee_charged', code: 'late', amountMinor: '100' }),
    ).rejects.toMatchObject({
      cause: expect.objectContaining({ message: expect.stringContaining('closed period') }),
    });
  });
});
