import { bookTo } from '../../../db/repositories/book';
import { datesToClose } from '../../../db/repositories/close/runs';
import { fromDay, toDay } from '../../../domain/calendar/civil-day';
import { instalmentLoan, Portfolio } from './portfolio';

const soon = (ms: number) => new Promise((wake) => setTimeout(wake, ms));

/** Goal: payments go on while a date is closed, whenever they come and whatever date they are for, and the books stay right. */
describe('payments beside a close', () => {
  const start = toDay('2026-03-02');
  let portfolio: Portfolio;
  const loans: string[] = [];

  const mustAgree = async (day: number) => {
    const { findings } = await portfolio.close(day, { partLoans: 10 });
    expect(findings).toEqual([]);
    for (const id of loans)
      expect({ id, ...(await portfolio.noted(id, day)) }).toMatchObject({
        id,
        ...(await portfolio.folded(id, day)),
      });
  };

  beforeAll(async () => {
    portfolio = await Portfolio.open();
    for (let index = 0; index < 40; index++)
      loans.push(await portfolio.disburse(`${index}`, instalmentLoan(start - (index % 30))));
    await portfolio.closeThrough(start, start);
  }, 120_000);
  afterAll(() => portfolio.end());

  it('waits for a payment that holds a loan, passes it by meanwhile, and notes the loan as it was on the date', async () => {
    const day = start + 1;
    const [held = ''] = loans;
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const paying = portfolio.db.transaction(async (tx) => {
      const body = { type: 'repaid', paymentId: 'pay_held', amountMinor: '50000' } as const;
      const on = fromDay(day + 1);
      const newEvents = [{ body, effectiveOn: on, idempotencyKey: 'held', actor: 'system' }];
      const outcome = await bookTo(tx, { loanId: held, on, clockId: null, newEvents });
      expect(outcome.ok).toBe(true);
      await released;
    });
    const closing = portfolio.close(day, { partLoans: 10 });
    const others = async () =>
      (
        await portfolio.pool.query(
          'select count(*) from loan_accruals where accrued_to = $1 and loan_id <> $2',
          [fromDay(day), held],
        )
      ).rows[0].count;
    for (let tries = 0; tries < 200 && (await others()) < 39n; tries++) await soon(50);
    expect(await others()).toBe(39n);
    release();
    await paying;
    expect((await closing).findings).toEqual([]);
    expect(await portfolio.noted(held, day)).toMatchObject(await portfolio.folded(held, day));
    await mustAgree(day + 1);
  }, 60_000);

  it('lets every payment through at once, and is right on that day and the next', async () => {
    const day = start + 3;
    let slowest = 0;
    const pay = async () => {
      for (const id of loans.slice(10)) {
        const from = performance.now();
        await portfolio.pay(id, day + 1, 30_000n);
        slowest = Math.max(slowest, performance.now() - from);
      }
    };
    const [, closed] = await Promise.all([pay(), portfolio.close(day, { partLoans: 10 })]);
    expect(closed.findings).toEqual([]);
    expect(slowest).toBeLessThan(5_000);
    for (const id of loans)
      expect({ id, ...(await portfolio.noted(id, day)) }).toMatchObject({
        id,
        ...(await portfolio.folded(id, day)),
      });
    await mustAgree(day + 1);
  }, 60_000);

  it('takes a payment for a date that is closed on the open one, and leaves what was noted', async () => {
    const day = start + 5;
    const [, id = ''] = loans;
    const before = await portfolio.noted(id, day - 1);
    await portfolio.pay(id, day, 40_000n, day - 3);
    await mustAgree(day);
    expect(await portfolio.noted(id, day - 1)).toEqual(before);
    await expect(portfolio.pay(id, day - 1, 100n)).rejects.toThrow(/BOOKING_DATE_PASSED/);
  }, 60_000);

  it('closes missed dates in order, each by what was known on it', async () => {
    const until = start + 9;
    const [, , id = ''] = loans;
    await portfolio.pay(id, until, 90_000n);
    const dates = await datesToClose(portfolio.db, null, fromDay(until));
    expect(dates).toEqual([6, 7, 8, 9].map((after) => fromDay(start + after)));
    for (const on of dates) await mustAgree(toDay(on));
    expect(await datesToClose(portfolio.db, null, fromDay(until))).toEqual([]);
  }, 60_000);
});
