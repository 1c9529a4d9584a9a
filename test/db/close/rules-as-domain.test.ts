import fc from 'fast-check';
import { appendMonths } from '../../../db/repositories/close/month-end';
import { rulesFor } from '../../../db/repositories/close/rules';
import { standPart } from '../../../db/repositories/close/standing';
import { addMonths } from '../../../domain/calendar/add-months';
import { fromDay, toDay } from '../../../domain/calendar/civil-day';
import { classAfter, classByDays, FIVE_CLASSES } from '../../../domain/delinquency/five-class';
import { appendMonth, repaymentCode } from '../../../domain/delinquency/repayment-string';
import { instalmentLoan, Portfolio } from './portfolio';

/** Goal: the rules that close of business writes in SQL are those of domain/delinquency, whatever a loan went through. */
describe('rules in SQL beside those in the domain', () => {
  const today = toDay('2026-11-23');
  const whole = { clockId: null, partition: 0, fromLoan: '', toLoan: null };
  let portfolio: Portfolio;

  beforeAll(async () => {
    portfolio = await Portfolio.open();
  });
  afterAll(() => portfolio.end());

  interface Noted {
    readonly loanId: string;
    readonly day: number;
    readonly status?: string;
    readonly late?: number;
    readonly ownClass?: number;
    readonly clearedOn?: number | null;
    readonly periods?: number;
    readonly nextDueOn?: number;
    readonly dueInMonth?: boolean;
    readonly lateInMonth?: boolean;
  }
  const note = async (rows: readonly Noted[]) =>
    portfolio.pool.query(
      `insert into loan_days (closed_on, loan_id, book_id, status, principal_minor, exposure_minor, overdue_minor, next_due_on,
         days_overdue, bucket, own_class, five_class, cleared_on, on_time_periods, stage, loss_minor, due_in_month, late_in_month)
       select closed_on, loan_id, 1, status, 0, 0, 0, next_due_on, late, case when late > 0 then 'M1' else 'M0' end,
         own_class, own_class, cleared_on, periods, 1, 0, due_in_month, late_in_month
       from jsonb_to_recordset($1) as n(closed_on date, loan_id text, status text, next_due_on date, late integer,
         own_class smallint, cleared_on date, periods integer, due_in_month boolean, late_in_month boolean)`,
      [
        JSON.stringify(
          rows.map((row) => ({
            closed_on: fromDay(row.day),
            loan_id: row.loanId,
            status: row.status ?? 'active',
            next_due_on: row.nextDueOn === undefined ? null : fromDay(row.nextDueOn),
            late: row.late ?? 0,
            own_class: row.ownClass ?? 0,
            cleared_on: row.clearedOn == null ? null : fromDay(row.clearedOn),
            periods: row.periods ?? 0,
            due_in_month: row.dueInMonth ?? false,
            late_in_month: row.lateInMonth ?? false,
          })),
        ),
      ],
    );

  it('takes a loan from any class to the one that the ladder says', async () => {
    const standing = fc.record({
      former: fc.integer({ min: 0, max: 4 }),
      late: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 400 })),
      clearedFor: fc.option(fc.integer({ min: 0, max: 400 })),
      periods: fc.integer({ min: 0, max: 4 }),
      dueIn: fc.integer({ min: -1, max: 1 }),
    });
    const cases = fc.sample(standing, { seed: 4, numRuns: 150 });
    const loans: string[] = [];
    for (const index of cases.keys())
      loans.push(await portfolio.disburse(`class${index}`, instalmentLoan(today - 1)));
    await note(
      cases.map(({ former, clearedFor, periods, dueIn }, index) => ({
        loanId: loans[index]!,
        day: today - 1,
        ownClass: former,
        clearedOn: former >= 2 && clearedFor !== null ? today - clearedFor : null,
        periods,
        nextDueOn: today + dueIn,
      })),
    );
    await portfolio.pool.query(
      `update loan_accruals a set accrued_to = $1::date, late = n.late > 0,
         oldest_unpaid_on = case when n.late > 0 then $1::date - n.late end, status = case when n.late > 0 then 'overdue' else 'active' end
       from jsonb_to_recordset($2) as n(loan_id text, late integer) where a.loan_id = n.loan_id`,
      [fromDay(today), JSON.stringify(cases.map(({ late }, index) => ({ loan_id: loans[index], late })))],
    );
    const on = fromDay(today);
    const rules = await rulesFor(portfolio.db, { on, clockId: null });
    const [rule] = rules.classes;
    expect(await standPart(portfolio.db, { ...whole, on }, rules)).toBe(cases.length);
    const thresholds = {
      technicalDays: rule!.technical,
      substandardOver: rule!.substandard,
      doubtfulOver: rule!.doubtful,
      lossOver: rule!.loss,
    };
    const seen = new Set<string>();
    for (const [index, { former, late, clearedFor, periods, dueIn }] of cases.entries()) {
      const before = FIVE_CLASSES[former]!;
      const cleared = former >= 2 && clearedFor !== null ? today - clearedFor : null;
      const expected = classAfter(before, classByDays(late, thresholds), {
        arrearsCleared: late === 0,
        periodsPaidOnTime: cleared === null ? 0 : periods + (dueIn <= 0 ? 1 : 0),
        monthsSinceCleared: cleared !== null && addMonths(cleared, 6) <= today ? 6 : 0,
      });
      const { own_class } = await portfolio.noted(loans[index]!, today);
      expect({ ...cases[index], class: FIVE_CLASSES[own_class] }).toEqual({
        ...cases[index],
        class: expected,
      });
      seen.add(`${before}>${expected}`);
    }
    expect(seen.size).toBeGreaterThan(12);
  }, 120_000);

  it('writes the same string of months, whatever they came to', async () => {
    const month = fc.record({
      daysOverdue: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 220 })),
      dueInMonth: fc.boolean(),
      paidLate: fc.boolean(),
    });
    const ends = { settled: 'settled', transferred: 'ended_otherwise', written_off: 'written_off' } as const;
    const life = fc.record({
      months: fc.array(month, { minLength: 1, maxLength: 30 }),
      end: fc.constantFrom(null, 'settled', 'transferred', 'written_off'),
    });
    const lives = fc.sample(life, { seed: 5, numRuns: 60 });
    const monthEnd = (index: number) => addMonths(toDay('2022-02-01'), index) - 1;
    for (let index = 0; index < 30; index++) {
      const day = monthEnd(index);
      await note(
        lives.flatMap(({ months, end }, at) => {
          const each = months[index];
          if (each === undefined) return [];
          const status = index === months.length - 1 && end !== null ? end : 'active';
          const { daysOverdue: late, dueInMonth, paidLate: lateInMonth } = each;
          return [{ loanId: `life_${at}`, day, status, late, dueInMonth, lateInMonth }];
        }),
      );
      await appendMonths(portfolio.db, { ...whole, on: fromDay(day) });
    }
    for (const [at, { months, end }] of lives.entries()) {
      const expected = months.reduce((string, each, index) => {
        const ended = index === months.length - 1 && end !== null ? ends[end] : null;
        return appendMonth(string, repaymentCode({ ...each, ended, paidBy: 'borrower' }));
      }, '');
      const { rows } = await portfolio.pool.query(
        'select months24 from repayment_strings where loan_id = $1 order by month_end desc limit 1',
        [`life_${at}`],
      );
      expect({ at, months: rows[0].months24 }).toEqual({ at, months: expected });
    }
  }, 120_000);
});
