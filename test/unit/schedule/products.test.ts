import { fromDay, toDay } from '../../../domain/calendar/civil-day';
import { workdayCalendar } from '../../../domain/calendar/workday-calendar';
import { fromPercent } from '../../../domain/money/decimal';
import { buildSchedule } from '../../../domain/schedule/build-schedule';
import type { ConventionName } from '../../../domain/schedule/conventions';
import { totalsOf } from '../../../domain/schedule/schedule';
import type { ScheduleTerms } from '../../../domain/schedule/terms';
import { chinaTerms } from './china-terms';

const dues = (rows: readonly { dueOn: number }[]) => rows.map((row) => fromDay(row.dueOn));

describe('balloon (气球贷)', () => {
  it('leaves the balloon for the last row', () => {
    const { rows, instalmentMinor } = buildSchedule(
      chinaTerms({ method: { kind: 'balloon', balloonMinor: 4_000_000n } }),
    );
    expect(instalmentMinor).toBe(573_093n);
    expect(rows[11]?.totalMinor).toBe(4_573_090n);
    expect(totalsOf(rows).principalMinor).toBe(10_000_000n);
  });
});

describe('interest only for the first rows', () => {
  it('pays interest alone, then one instalment over the rest', () => {
    const { rows, instalmentMinor } = buildSchedule(
      // biome-ignore lint/suspicious/noThenProperty: a field of data that is never awaited
      chinaTerms({ method: { kind: 'interest-only-first', periods: 3, then: 'equal-instalment' } }),
    );
    expect(rows.slice(0, 3).map((row) => row.totalMinor)).toEqual([100_000n, 100_000n, 100_000n]);
    expect(instalmentMinor).toBe(1_167_404n);
    expect(rows[3]?.totalMinor).toBe(instalmentMinor);
  });

  it('divides principal equally afterwards where agreed', () => {
    const { rows } = buildSchedule(
      // biome-ignore lint/suspicious/noThenProperty: a field of data that is never awaited
      chinaTerms({ method: { kind: 'interest-only-first', periods: 2, then: 'equal-principal' } }),
    );
    expect(rows.slice(0, 3).map((row) => row.principalMinor)).toEqual([0n, 0n, 1_000_000n]);
  });
});

describe('custom table (自定义计划)', () => {
  it('keeps agreed amounts and computes the interest left out by days', () => {
    const { rows } = buildSchedule(
      chinaTerms({
        disbursedOn: toDay('2026-01-01'),
        method: {
          kind: 'custom',
          rows: [
            { dueOn: toDay('2026-01-31'), principalMinor: 4_000_000n },
            {
              dueOn: toDay('2026-03-02'),
              principalMinor: 6_000_000n,
              interestMinor: 55_000n,
              feeMinor: 700n,
            },
          ],
        },
      }),
    );
    expect(rows.map((row) => [row.principalMinor, row.interestMinor, row.feeMinor])).toEqual([
      [4_000_000n, 100_000n, 0n],
      [6_000_000n, 55_000n, 700n],
    ]);
  });
});

describe('revolving (随借随还)', () => {
  it('bears interest by day on what is drawn and bills it each month', () => {
    const { rows } = buildSchedule(
      chinaTerms({
        principalMinor: 1_000_000n,
        disbursedOn: toDay('2026-01-01'),
        interest: 'by-day',
        periods: 2,
        tranches: [{ on: toDay('2026-01-11'), amountMinor: 500_000n }],
        method: { kind: 'revolving', repayments: [{ on: toDay('2026-01-21'), amountMinor: 300_000n }] },
      }),
    );
    expect(dues(rows)).toEqual(['2026-01-21', '2026-02-01', '2026-03-01']);
    expect(rows.map((row) => row.principalMinor)).toEqual([300_000n, 0n, 1_200_000n]);
    // (1,000,000 × 10 + 1,500,000 × 10 + 1,200,000 × 11) × 12% ÷ 360
    expect(rows[1]?.interestMinor).toBe(12_733n);
    expect(rows[2]?.interestMinor).toBe(11_200n);
  });
});

describe('grace (宽限)', () => {
  it('asks no principal in grace rows', () => {
    const { rows } = buildSchedule(chinaTerms({ grace: { principalPeriods: 2 } }));
    expect(rows.slice(0, 3).map((row) => row.principalMinor)).toEqual([0n, 0n, 955_821n]);
  });

  it('moves interest to the first row after the grace', () => {
    const { rows } = buildSchedule(
      chinaTerms({ method: { kind: 'interest-only' }, grace: { interestPeriods: 2 } }),
    );
    expect(rows.slice(0, 4).map((row) => row.interestMinor)).toEqual([0n, 0n, 300_000n, 100_000n]);
  });

  it('drops the interest of free rows and of free days', () => {
    const free = buildSchedule(
      chinaTerms({ method: { kind: 'interest-only' }, grace: { interestFreePeriods: 1 } }),
    );
    expect(free.rows.slice(0, 2).map((row) => row.interestMinor)).toEqual([0n, 100_000n]);
    const days = buildSchedule(
      chinaTerms({ method: { kind: 'bullet' }, interest: 'by-day', grace: { interestFreeDays: 30 } }),
    );
    expect(days.rows[0]?.interestMinor).toBe(BigInt(Math.round((10_000_000 * 0.12 * (365 - 30)) / 360)));
  });
});

describe('due dates (还款日)', () => {
  const first = (rule: 'even-if-short' | 'after-whole-period' | 'next-month' | 'standard-quarter') =>
    dues(
      buildSchedule(
        chinaTerms({
          disbursedOn: toDay('2026-03-10'),
          method: { kind: 'interest-only' },
          dueDay: { mode: 'fixed-day', dayOfMonth: 20, first: rule },
        }),
      ).rows,
    )[0];

  it('follows the first-due rule', () => {
    expect(first('even-if-short')).toBe('2026-03-20');
    expect(first('after-whole-period')).toBe('2026-04-20');
    expect(first('next-month')).toBe('2026-04-20');
    expect(first('standard-quarter')).toBe('2026-03-20');
  });

  it('keeps a fixed day 31 through short months, or rolls', () => {
    const terms = chinaTerms({
      disbursedOn: toDay('2026-01-10'),
      periods: 3,
      dueDay: { mode: 'fixed-day', dayOfMonth: 31, first: 'even-if-short' },
    });
    expect(dues(buildSchedule(terms).rows)).toEqual(['2026-01-31', '2026-02-28', '2026-03-31']);
    expect(dues(buildSchedule({ ...terms, monthEnd: 'roll' }).rows)).toEqual([
      '2026-01-31',
      '2026-03-01',
      '2026-03-31',
    ]);
  });

  it('counts days, weeks and years', () => {
    const at = (unit: 'day' | 'week' | 'year', every: number) =>
      dues(buildSchedule(chinaTerms({ periods: 2, period: { unit, every } })).rows);
    expect(at('day', 10)).toEqual(['2026-01-25', '2026-02-04']);
    expect(at('week', 2)).toEqual(['2026-01-29', '2026-02-12']);
    expect(at('year', 1)).toEqual(['2027-01-15', '2028-01-15']);
  });
});

describe('periods of days', () => {
  it('follow the day count of the contract', () => {
    const terms = chinaTerms({
      periods: 2,
      period: { unit: 'day', every: 30 },
      method: { kind: 'interest-only' },
    });
    expect(buildSchedule(terms).rows[0]?.interestMinor).toBe(100_000n);
    expect(buildSchedule({ ...terms, dayCount: 'actual/365' }).rows[0]?.interestMinor).toBe(98_630n);
  });
});

describe('holidays (节假日)', () => {
  const calendar = workdayCalendar({
    publishedFrom: '2026-01-01',
    publishedThrough: '2026-12-31',
    holidays: ['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20', '2026-02-23'],
    makeUpWorkdays: ['2026-02-28'],
  });
  const terms = chinaTerms({ disbursedOn: toDay('2026-01-16'), interest: 'by-day', periods: 2 });

  it('moves the due date to the next working day and bears interest until then', () => {
    const { rows } = buildSchedule({ ...terms, holiday: { rule: 'next', calendar } });
    expect(dues(rows)).toEqual(['2026-02-24', '2026-03-16']);
    expect(rows.map((row) => row.days)).toEqual([39, 20]);
  });

  it('keeps the due date and extends the time to pay', () => {
    const { rows } = buildSchedule({ ...terms, holiday: { rule: 'grace', calendar } });
    expect(dues(rows)).toEqual(['2026-02-16', '2026-03-16']);
    expect(fromDay(rows[0]?.onTimeUntil ?? 0)).toBe('2026-02-24');
  });

  it('flags due dates beyond the published calendar', () => {
    const { unpublishedDueDates } = buildSchedule({
      ...terms,
      periods: 12,
      holiday: { rule: 'next', calendar },
    });
    expect(unpublishedDueDates.map(fromDay)).toEqual(['2027-01-16']);
  });
});

describe('money rules of a product', () => {
  it('rounds instalments to a multiple and leaves the rest to the last row', () => {
    const { rows, instalmentMinor } = buildSchedule(chinaTerms({ instalmentMultipleMinor: 1000n }));
    expect(instalmentMinor).toBe(888_000n);
    expect(rows[11]?.totalMinor).toBe(894_187n);
  });

  it('rounds to whole yuan when the product says no decimals', () => {
    const { rows } = buildSchedule(chinaTerms({ rounding: { mode: 'half-up', decimals: 0 } }));
    expect(rows.every((row) => row.interestMinor % 100n === 0n && row.totalMinor % 100n === 0n)).toBe(true);
  });

  it('takes fees with each row, on their date and at disbursement', () => {
    const { rows, disbursements } = buildSchedule(
      chinaTerms({
        fees: [
          {
            code: 'service',
            when: { kind: 'each-row' },
            amount: { kind: 'fixed', amountMinor: 500n },
            taken: 'paid',
          },
          {
            code: 'insurance',
            when: { kind: 'at', on: toDay('2026-03-15') },
            amount: { kind: 'rate', base: 'principal', rate: fromPercent('0.5') },
            taken: 'paid',
          },
          {
            code: 'setup',
            when: { kind: 'upfront' },
            amount: { kind: 'rate', base: 'principal', rate: fromPercent('2') },
            taken: 'withheld',
          },
        ],
      }),
    );
    expect(rows.slice(0, 3).map((row) => row.feeMinor)).toEqual([500n, 50_500n, 500n]);
    expect(disbursements[0]).toMatchObject({ withheldMinor: 200_000n, paidMinor: 0n });
  });

  it('asks a down payment on the day of payout', () => {
    const { rows } = buildSchedule(chinaTerms({ downPaymentRate: fromPercent('25') }));
    expect(rows).toHaveLength(13);
    expect(rows[0]).toMatchObject({ no: 1, days: 0, principalMinor: 2_500_000n, balanceMinor: 7_500_000n });
    expect(totalsOf(rows).principalMinor).toBe(10_000_000n);
  });

  it('computes the instalment again from the row of a later payout', () => {
    const { rows } = buildSchedule(
      chinaTerms({
        principalMinor: 5_000_000n,
        tranches: [{ on: toDay('2026-03-15'), amountMinor: 5_000_000n }],
      }),
    );
    expect(rows[0]?.totalMinor).toBe(444_244n);
    expect(rows[1]?.totalMinor).toBe(444_244n);
    expect(new Set(rows.slice(2, -1).map((row) => row.totalMinor)).size).toBe(1);
    expect(totalsOf(rows).principalMinor).toBe(10_000_000n);
  });
});

describe('flat (等本等息) with a grace', () => {
  const parts = (convention: ConventionName, grace: ScheduleTerms['grace']) => {
    const flat = {
      ...chinaTerms({ method: { kind: 'flat' }, principalMinor: 1_200_000n }),
      convention,
      grace,
    };
    const { rows } = buildSchedule(flat);
    expect(totalsOf(rows).principalMinor).toBe(1_200_000n);
    return rows.slice(0, 4).map((row) => [row.principalMinor, row.interestMinor]);
  };

  it.each(['china', 'unequal-annuity', 'constant-rate'] as const)(
    'repays the same principal while interest is put off, and collects it afterwards (%s)',
    (convention) => {
      const principal = 100_000n;
      const interest = 12_000n;
      expect(parts(convention, { interestPeriods: 2 })).toEqual([
        [principal, 0n],
        [principal, 0n],
        [principal, 3n * interest],
        [principal, interest],
      ]);
    },
  );

  it('charges nothing in free periods, whichever way the rest is divided', () => {
    const free = { interestFreePeriods: 2 };
    const asOwed = [
      [100_000n, 0n],
      [100_000n, 0n],
      [100_000n, 12_000n],
      [100_000n, 12_000n],
    ];
    expect(parts('china', free)).toEqual(asOwed);
    expect(parts('constant-rate', free)).toEqual(asOwed);
    // One total for each row: (12,000.00 + ten times 120.00) / 12.
    expect(parts('unequal-annuity', free)).toEqual([
      [110_000n, 0n],
      [110_000n, 0n],
      [98_000n, 12_000n],
      [98_000n, 12_000n],
    ]);
  });
});
