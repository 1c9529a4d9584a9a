import { fromDay, toDay } from '../../../domain/calendar/civil-day';
import { fromPercent, fromPpm } from '../../../domain/money/decimal';
import { buildSchedule } from '../../../domain/schedule/build-schedule';
import { interestByDays } from '../../../domain/schedule/interest';
import { rebuildFrom, remainingDues } from '../../../domain/schedule/rebuild';
import { totalsOf } from '../../../domain/schedule/schedule';
import { chinaTerms } from './china-terms';

describe('equal instalment (等额本息)', () => {
  const { rows, instalmentMinor } = buildSchedule(chinaTerms());

  it('gives the reference instalment and rows', () => {
    expect(instalmentMinor).toBe(888_488n);
    expect([rows[0]?.interestMinor, rows[0]?.principalMinor]).toEqual([100_000n, 788_488n]);
    expect([rows[1]?.interestMinor, rows[1]?.principalMinor]).toEqual([92_115n, 796_373n]);
    expect(rows[2]?.balanceMinor).toBe(7_610_802n);
    expect([rows[11]?.interestMinor, rows[11]?.principalMinor, rows[11]?.totalMinor]).toEqual([
      8797n,
      879_688n,
      888_485n,
    ]);
    expect(totalsOf(rows).interestMinor).toBe(661_853n);
  });

  it('divides principal alone when the rate is zero', () => {
    const free = buildSchedule(
      chinaTerms({ annualRate: fromPercent('0'), principalMinor: 10_000n, periods: 3 }),
    );
    expect(free.rows.map((row) => row.totalMinor)).toEqual([3333n, 3333n, 3334n]);
  });

  it('prices 240 months at 3.7% and again at 3.4% after the first year', () => {
    const terms = chinaTerms({ principalMinor: 100_000_000n, annualRate: fromPercent('3.7'), periods: 240 });
    const plan = buildSchedule(terms);
    expect(plan.instalmentMinor).toBe(590_289n);
    expect(plan.rows[11]?.balanceMinor).toBe(96_558_561n);
    const repriced = rebuildFrom({
      terms,
      fromDay: plan.rows[11]?.dueOn ?? 0,
      balanceMinor: 96_558_561n,
      annualRate: fromPercent('3.4'),
      remaining: remainingDues(terms, plan.rows[11]?.dueOn ?? 0),
      keep: { what: 'term' },
    });
    expect(repriced.instalmentMinor).toBe(575_499n);
    expect(repriced.rows).toHaveLength(228);
    const known = buildSchedule({
      ...terms,
      rateChanges: [{ from: plan.rows[11]?.dueOn ?? 0, annualRate: fromPercent('3.4') }],
    });
    expect(known.rows.slice(12)).toEqual(repriced.rows);
  });
});

describe('equal principal (等额本金)', () => {
  it('gives the reference rows', () => {
    const { rows } = buildSchedule(chinaTerms({ method: { kind: 'equal-principal' } }));
    expect([rows[0]?.totalMinor, rows[1]?.totalMinor, rows[11]?.totalMinor]).toEqual([
      933_333n,
      925_000n,
      841_670n,
    ]);
    expect([rows[11]?.principalMinor, rows[11]?.interestMinor]).toEqual([833_337n, 8333n]);
    expect(totalsOf(rows).interestMinor).toBe(650_000n);
  });
});

describe('interest first, principal at maturity (先息后本)', () => {
  const terms = chinaTerms({
    disbursedOn: toDay('2026-01-31'),
    method: { kind: 'interest-only' },
    periods: 3,
    interest: 'by-day',
  });

  it('bears interest by actual days and keeps day 31 as its anchor', () => {
    const { rows } = buildSchedule(terms);
    expect(rows.map((row) => fromDay(row.dueOn))).toEqual(['2026-02-28', '2026-03-31', '2026-04-30']);
    expect(rows.map((row) => row.interestMinor)).toEqual([93_333n, 103_333n, 100_000n]);
    expect(rows.map((row) => row.principalMinor)).toEqual([0n, 0n, 10_000_000n]);
  });

  it('follows a 365-day contract', () => {
    const { rows } = buildSchedule({ ...terms, dayCount: 'actual/365' });
    expect(rows.map((row) => row.interestMinor)).toEqual([92_055n, 101_918n, 98_630n]);
  });

  it('pays by quarter when the period is three months', () => {
    const { rows } = buildSchedule({ ...terms, periods: 4, period: { unit: 'month', every: 3 } });
    expect(rows.map((row) => fromDay(row.dueOn))).toEqual([
      '2026-04-30',
      '2026-07-31',
      '2026-10-31',
      '2027-01-31',
    ]);
    expect(totalsOf(rows).interestMinor).toBe(296_667n + 306_667n + 306_667n + 306_667n);
  });
});

describe('bullet (到期一次还本付息)', () => {
  it('bears 日万分之五 for thirty days', () => {
    const { rows } = buildSchedule(
      chinaTerms({
        principalMinor: 1_000_000n,
        annualRate: { units: fromPpm(500).units * 360n, scale: 6 },
        method: { kind: 'bullet' },
        periods: 30,
        period: { unit: 'day', every: 1 },
        interest: 'by-day',
      }),
    );
    expect(rows).toHaveLength(1);
    expect([rows[0]?.days, rows[0]?.interestMinor, rows[0]?.totalMinor]).toEqual([30, 15_000n, 1_015_000n]);
  });
});

describe('flat (等本等息)', () => {
  it('bears interest on the original principal throughout', () => {
    const { rows } = buildSchedule(
      chinaTerms({ principalMinor: 1_200_000n, annualRate: fromPercent('7.2'), method: { kind: 'flat' } }),
    );
    expect(new Set(rows.map((row) => row.interestMinor))).toEqual(new Set([7200n]));
    expect(new Set(rows.map((row) => row.totalMinor))).toEqual(new Set([107_200n]));
  });
});

describe('odd first period', () => {
  const terms = chinaTerms({
    disbursedOn: toDay('2026-03-10'),
    dueDay: { mode: 'fixed-day', dayOfMonth: 20, first: 'next-month' },
  });

  it('bears all its days by default', () => {
    const { rows, instalmentMinor } = buildSchedule(terms);
    expect(fromDay(rows[0]?.dueOn ?? 0)).toBe('2026-04-20');
    expect([rows[0]?.days, rows[0]?.interestMinor]).toEqual([41, 136_667n]);
    expect(rows[0]?.principalMinor).toBe(788_488n);
    expect(rows[1]?.totalMinor).toBe(instalmentMinor);
  });

  it('adds the odd days to a standard month', () => {
    const { rows } = buildSchedule({ ...terms, oddFirst: 'add-on' });
    expect(rows[0]?.interestMinor).toBe(133_333n);
  });
});

describe('early repayment (提前还款)', () => {
  const terms = chinaTerms();
  const { rows, instalmentMinor } = buildSchedule(terms);
  const third = rows[2]?.dueOn ?? 0;
  const base = {
    terms,
    fromDay: third,
    balanceMinor: 5_610_802n,
    annualRate: terms.annualRate,
    remaining: remainingDues(terms, third),
  };

  it('lowers the instalment over the same term (减供)', () => {
    const rebuilt = rebuildFrom({ ...base, keep: { what: 'term' } });
    expect(rebuilt.instalmentMinor).toBe(655_007n);
    expect(rebuilt.rows.map((row) => row.no)).toEqual([4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });

  it('ends sooner with the same instalment (缩期)', () => {
    const rebuilt = rebuildFrom({
      ...base,
      keep: { what: 'instalment', instalmentMinor: instalmentMinor ?? 0n },
    });
    expect(rebuilt.rows).toHaveLength(7);
    expect(rebuilt.rows.slice(0, 6).every((row) => row.totalMinor === instalmentMinor)).toBe(true);
    expect(rebuilt.rows[6]?.totalMinor).toBeLessThan(instalmentMinor ?? 0n);
    expect(totalsOf(rebuilt.rows).principalMinor).toBe(5_610_802n);
  });

  it('asks interest for the days since the last due date on full payoff', () => {
    const segment = { from: third, to: third + 10, balanceMinor: 7_610_802n, annualRate: terms.annualRate };
    expect(interestByDays(segment, 'actual/360', 'half-up')).toBe(25_369n);
  });
});
