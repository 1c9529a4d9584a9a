import { fromDay, toDay } from '../../../domain/calendar/civil-day';
import { instalmentLoan, Portfolio } from './portfolio';

/**
 * Goal: classes go down at once and up only as the rules allow, companies default as one debtor and people do not, and
 * what is reported each month follows; thirteen months of one portfolio, each date closed and proven.
 */
describe('classes, stages and months of a portfolio', () => {
  const start = toDay('2026-01-15');
  /** Past the year of watching that begins with the first due date after 20 January. */
  const end = toDay('2027-02-22');
  const day = (on: string) => toDay(on);
  /** Enough for every instalment, kept until each falls due. */
  const ALL = 2_000_000n;
  let portfolio: Portfolio;
  const id: Record<string, string> = {};

  /** What happens to the loans, by date; everything else is time that passes. */
  const story: Readonly<Record<string, () => Promise<unknown>>> = {
    '2026-01-20': () => restructure('watched'),
    '2026-01-21': () => restructure('twice'),
    '2026-02-15': () => portfolio.pay(id.ends!, day('2026-02-15'), 408_027n),
    '2026-03-20': () => portfolio.pay(id.ends!, day('2026-03-20'), 410_000n),
    '2026-04-15': () => portfolio.pay(id.ends!, day('2026-04-15'), 420_000n),
    '2026-05-20': () => portfolio.pay(id.bad!, day('2026-05-20'), ALL),
    '2026-06-01': () => restructure('twice', '2026-06-01'),
  };
  const restructure = (name: string, on = name === 'watched' ? '2026-01-20' : '2026-01-21') =>
    portfolio.book(id[name]!, day(on), { type: 'restructured', capitalised: [], periods: 24 });

  const classOn = async (name: string, on: string) => {
    const { own_class, five_class, stage } = await portfolio.noted(id[name]!, day(on));
    return { own_class, five_class, stage };
  };
  const months = async (name: string, on: string) =>
    (
      await portfolio.pool.query(
        'select months24 from repayment_strings where loan_id = $1 and month_end = $2',
        [id[name], on],
      )
    ).rows[0]?.months24;

  beforeAll(async () => {
    portfolio = await Portfolio.open();
    await portfolio.company('cus_company');
    const long = instalmentLoan(start, 24);
    for (const [name, customer] of [
      ['bad', 'cus_company'],
      ['good', 'cus_company'],
      ['never', 'cus_person'],
      ['always', 'cus_person'],
      ['watched', 'cus_watched'],
      ['twice', 'cus_twice'],
    ] as const)
      id[name] = await portfolio.disburse(name, long, customer);
    id.ends = await portfolio.disburse('ends', instalmentLoan(start, 3), 'cus_ends');
    const large = instalmentLoan(start);
    id.large = await portfolio.disburse('large', {
      ...large,
      schedule: { ...large.schedule, principalMinor: 10_000_000n },
    });
    await portfolio.company('cus_abroad');
    const inDollars = {
      ...long,
      schedule: { ...long.schedule, currency: 'USD' as const, principalMinor: 100_000n },
    };
    id.dollars = await portfolio.disburse('dollars', inDollars, 'cus_abroad');
    const inYuan = { ...long, schedule: { ...long.schedule, principalMinor: 5_000_000n } };
    id.yuan = await portfolio.disburse('yuan', inYuan, 'cus_abroad');
    for (const name of ['yuan', 'good', 'always', 'watched', 'twice'])
      await portfolio.pay(id[name]!, start, ALL);
    for (let at = start; at <= end; at++) {
      await story[fromDay(at)]?.();
      const { on, findings } = await portfolio.close(at);
      expect({ on, findings }).toEqual({ on, findings: [] });
    }
  }, 600_000);
  afterAll(() => portfolio.end());

  it('expects 1,100.00 of 100,000.00 to be lost when granted, and 8.25 % once risk has risen', async () => {
    expect((await portfolio.noted(id.large!, start)).loss_minor).toBe(110_000n);
    const risen = await portfolio.noted(id.large!, day('2026-02-23'));
    expect(risen).toMatchObject({ days_overdue: 8, own_class: 1, stage: 2 });
    expect(risen.loss_minor).toBe((risen.exposure_minor * 825n + 5_000n) / 10_000n);
  });

  it('takes a loan down the day after each threshold', async () => {
    expect(await classOn('never', '2026-02-22')).toEqual({ own_class: 0, five_class: 0, stage: 1 });
    expect(await classOn('never', '2026-02-23')).toEqual({ own_class: 1, five_class: 1, stage: 2 });
    expect(await classOn('never', '2026-05-16')).toEqual({ own_class: 1, five_class: 1, stage: 2 });
    expect(await classOn('never', '2026-05-17')).toEqual({ own_class: 2, five_class: 2, stage: 3 });
    expect(await classOn('never', '2026-11-13')).toMatchObject({ own_class: 3 });
    expect(await classOn('never', '2027-02-11')).toMatchObject({ own_class: 4 });
  });

  it('makes all claims on a company bad with one of them, and leaves a person’s other loan alone', async () => {
    expect(await classOn('good', '2026-05-16')).toEqual({ own_class: 0, five_class: 0, stage: 1 });
    expect(await classOn('good', '2026-05-17')).toEqual({ own_class: 0, five_class: 2, stage: 3 });
    expect(await classOn('always', '2026-05-17')).toEqual({ own_class: 0, five_class: 0, stage: 1 });
    const good = await portfolio.noted(id.good!, day('2026-05-17'));
    expect(good.loss_minor).toBe((good.exposure_minor * 528n + 500n) / 1_000n);
  });

  it('weighs claims on a company in several currencies by their worth', async () => {
    // 1,000.00 USD at 7.2 are a seventh of the 50,000.00 CNY beside them; as figures they are a fiftieth.
    expect(await classOn('dollars', '2026-05-17')).toMatchObject({ own_class: 2 });
    expect(await classOn('yuan', '2026-05-16')).toEqual({ own_class: 0, five_class: 0, stage: 1 });
    expect(await classOn('yuan', '2026-05-17')).toEqual({ own_class: 0, five_class: 2, stage: 3 });
  });

  it('lets a loan up only six months after its arrears were paid, and the company’s others with it', async () => {
    expect(await portfolio.noted(id.bad!, day('2026-05-20'))).toMatchObject({
      days_overdue: 0,
      own_class: 2,
    });
    expect(await classOn('bad', '2026-11-19')).toEqual({ own_class: 2, five_class: 2, stage: 3 });
    expect(await classOn('good', '2026-11-19')).toEqual({ own_class: 0, five_class: 2, stage: 3 });
    expect(await classOn('bad', '2026-11-20')).toEqual({ own_class: 0, five_class: 0, stage: 1 });
    expect(await classOn('good', '2026-11-20')).toEqual({ own_class: 0, five_class: 0, stage: 1 });
  });

  it('watches a restructured loan for a year from its next due date, and takes it down when restructured again', async () => {
    expect(await classOn('watched', '2026-01-19')).toMatchObject({ own_class: 0 });
    expect(await portfolio.noted(id.watched!, day('2026-01-20'))).toMatchObject({ own_class: 1, stage: 2 });
    const { rows } = await portfolio.pool.query(
      `select observed_until::text, observed_until = (next_due_on + interval '1 year')::date as a_year
       from loan_days where loan_id = $1 and closed_on = '2026-01-20'`,
      [id.watched],
    );
    expect(rows[0].a_year).toBe(true);
    const until = day(rows[0].observed_until);
    expect(await classOn('watched', fromDay(until))).toMatchObject({ own_class: 1, stage: 2 });
    expect(await classOn('watched', fromDay(until + 1))).toMatchObject({ own_class: 0, stage: 1 });
    expect(await classOn('twice', '2026-05-31')).toMatchObject({ own_class: 1 });
    expect(await classOn('twice', '2026-06-01')).toMatchObject({ own_class: 2, stage: 3 });
  });

  it('writes the months as the bureau reads them', async () => {
    expect(await months('never', '2026-08-31')).toBe('*1234567'.padStart(24, '/'));
    expect(await months('never', '2027-01-31')).toBe('*123456777777'.padStart(24, '/'));
    expect(await months('always', '2027-01-31')).toBe('*NNNNNNNNNNNN'.padStart(24, '/'));
    expect(await months('bad', '2026-07-31')).toBe('*123MNN'.padStart(24, '/'));
    expect(await months('ends', '2026-04-30')).toBe('*NMC'.padStart(24, '/'));
    expect(await months('ends', '2026-05-31')).toBeUndefined();
  });

  it('rolls every balance of a month end from its bucket into one of the next month end', async () => {
    const { rows } = await portfolio.pool.query(`
      select r.month_end from (
        select month_end, from_bucket, sum(loans) as loans, sum(before_minor) as amount from bucket_rolls group by 1, 2
      ) r full join (
        select (closed_on + interval '1 month')::date as month_end, bucket, sum(loans) as loans, sum(principal_minor) as amount
        from portfolio_snapshots where extract(day from closed_on + 1) = 1 group by 1, 2
      ) s on s.bucket = r.from_bucket and date_trunc('month', s.month_end) = date_trunc('month', r.month_end)
      where r.month_end is not null and (r.loans, r.amount) is distinct from (s.loans, s.amount)`);
    expect(rows).toEqual([]);
    const { rows: march } = await portfolio.pool.query(
      `select from_bucket, to_bucket, loans from bucket_rolls where month_end = '2026-03-31' and currency = 'CNY' order by 1, 2`,
    );
    expect(march).toEqual([
      { from_bucket: 'M0', to_bucket: 'M0', loans: 6 },
      { from_bucket: 'M1', to_bucket: 'M2', loans: 3 },
    ]);
  });
});
