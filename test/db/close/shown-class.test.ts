import { toDay } from '../../../domain/calendar/civil-day';
import { instalmentLoan, Portfolio } from './portfolio';

/** Goal: the class that lists show is that of the last close or the last booking, whichever is newer. */
describe('the class of a loan in the lists', () => {
  const start = toDay('2026-01-15');
  let portfolio: Portfolio;

  beforeAll(async () => {
    portfolio = await Portfolio.open();
  });
  afterAll(() => portfolio.end());

  const shown = async (id: string): Promise<string> =>
    (await portfolio.pool.query('select five_class from loans where id = $1', [id])).rows[0].five_class;

  it('comes from the close for what no booking can know: observation, arrears by time, cross-default', async () => {
    await portfolio.company('cus_company');
    const watched = await portfolio.disburse('watched', instalmentLoan(start), 'cus_w');
    const late = await portfolio.disburse('late', instalmentLoan(start), 'cus_company');
    const other = await portfolio.disburse('other', instalmentLoan(start, 24), 'cus_company');
    const well = await portfolio.disburse('well', instalmentLoan(start, 24), 'cus_well');
    for (const id of [watched, other, well]) await portfolio.pay(id, start, 1_200_000n);
    await portfolio.book(watched, start + 1, { type: 'restructured', capitalised: [], periods: 12 });
    expect(await shown(watched)).toBe('pass');
    await portfolio.closeThrough(start, start + 2);
    expect(await shown(watched)).toBe('special_mention');
    await portfolio.closeThrough(start + 3, start + 31 + 91);
    expect(await Promise.all([late, other, well].map(shown))).toEqual(['substandard', 'substandard', 'pass']);
  });

  it('comes from a booking that is newer, and not from a close that catches up with days before it', async () => {
    const day = start + 31 + 92;
    const id = await portfolio.disburse('quick', instalmentLoan(day), 'cus_quick');
    await portfolio.closeThrough(day, day + 39);
    expect(await shown(id)).toBe('special_mention');
    await portfolio.pay(id, day + 42, 1_200_000n);
    expect(await shown(id)).toBe('pass');
    await portfolio.closeThrough(day + 40, day + 41);
    expect((await portfolio.noted(id, day + 41)).five_class).toBe(1);
    expect(await shown(id)).toBe('pass');
    await portfolio.closeThrough(day + 42, day + 42);
    expect(await shown(id)).toBe('pass');
  });
});
