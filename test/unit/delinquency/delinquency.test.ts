import { toDay } from '../../../domain/calendar/civil-day';
import { bucketOf } from '../../../domain/delinquency/bucket';
import { daysOverdue } from '../../../domain/delinquency/days-overdue';
import { classAfter, classByDays, isNonPerforming, worseClass } from '../../../domain/delinquency/five-class';
import {
  appendMonth,
  type MonthOutcome,
  readMonths,
  repaymentCode,
} from '../../../domain/delinquency/repayment-string';
import { seeded } from '../underwriting/support';

describe('daysOverdue', () => {
  it('counts from the oldest unpaid due date, from the next day on', () => {
    const due = toDay('2026-02-28');
    expect(daysOverdue(due, toDay('2026-02-27'))).toBe(0);
    expect(daysOverdue(due, toDay('2026-02-28'))).toBe(0);
    expect(daysOverdue(due, toDay('2026-03-01'))).toBe(1);
    expect(daysOverdue(due, toDay('2026-04-01'))).toBe(32);
    expect(daysOverdue(null, toDay('2026-04-01'))).toBe(0);
  });
});

describe('bucketOf', () => {
  it.each([
    [-3, 'M0'],
    [0, 'M0'],
    [1, 'M1'],
    [30, 'M1'],
    [31, 'M2'],
    [60, 'M2'],
    [61, 'M3'],
    [90, 'M3'],
    [91, 'M4'],
    [121, 'M5'],
    [151, 'M6'],
    [180, 'M6'],
    [181, 'M6+'],
    [4000, 'M6+'],
  ])('%i days are %s', (days, bucket) => {
    expect(bucketOf(days)).toBe(bucket);
  });
});

describe('five classes', () => {
  const { thresholds } = seeded('provisioning', 'standard');

  it.each([
    [0, 'pass'],
    [7, 'pass'],
    [8, 'special_mention'],
    [90, 'special_mention'],
    [91, 'substandard'],
    [270, 'substandard'],
    [271, 'doubtful'],
    [360, 'doubtful'],
    [361, 'loss'],
  ])('%i days are %s', (days, each) => {
    expect(classByDays(days, thresholds)).toBe(each);
  });

  it('takes the worse of two findings', () => {
    expect(worseClass('pass', 'doubtful')).toBe('doubtful');
    expect(worseClass('loss', 'substandard')).toBe('loss');
    expect([isNonPerforming('special_mention'), isNonPerforming('substandard')]).toEqual([false, true]);
  });

  const cure = (over = {}) => ({
    arrearsCleared: true,
    periodsPaidOnTime: 2,
    monthsSinceCleared: 6,
    ...over,
  });

  it('goes down at once and up from bad only after the cure', () => {
    expect(classAfter('pass', 'doubtful', cure())).toBe('doubtful');
    expect(classAfter('substandard', 'pass', cure())).toBe('pass');
    expect(classAfter('substandard', 'pass', cure({ monthsSinceCleared: 5 }))).toBe('substandard');
    expect(classAfter('substandard', 'pass', cure({ periodsPaidOnTime: 1 }))).toBe('substandard');
    expect(classAfter('doubtful', 'special_mention', cure({ arrearsCleared: false }))).toBe('doubtful');
    expect(classAfter('special_mention', 'pass', cure({ arrearsCleared: false }))).toBe('pass');
  });
});

describe('repayment codes', () => {
  const month: MonthOutcome = {
    ended: null,
    paidBy: 'borrower',
    daysOverdue: 0,
    dueInMonth: true,
    paidLate: false,
  };

  it.each<[string, Partial<MonthOutcome>, string]>([
    ['on time', {}, 'N'],
    ['late within the month', { paidLate: true }, 'M'],
    ['nothing due', { dueInMonth: false }, '*'],
    ['1 day', { daysOverdue: 1 }, '1'],
    ['30 days', { daysOverdue: 30 }, '1'],
    ['31 days', { daysOverdue: 31 }, '2'],
    ['180 days', { daysOverdue: 180 }, '6'],
    ['181 days', { daysOverdue: 181 }, '7'],
    ['overdue though nothing new fell due', { daysOverdue: 45, dueInMonth: false }, '2'],
    ['settled', { ended: 'settled' }, 'C'],
    ['ended otherwise', { ended: 'ended_otherwise' }, 'G'],
    ['written off', { ended: 'written_off', daysOverdue: 400 }, 'B'],
    ['paid by the guarantor', { paidBy: 'guarantor', daysOverdue: 10 }, 'D'],
    ['paid in kind', { paidBy: 'in_kind' }, 'Z'],
  ])('%s is %s', (_what, over, code) => {
    expect(repaymentCode({ ...month, ...over })).toBe(code);
  });

  it('keeps the last 24 months, with months before the account as /', () => {
    expect(appendMonth('', 'N')).toBe(`${'/'.repeat(23)}N`);
    expect(appendMonth(`1${'N'.repeat(23)}`, '2')).toBe(`${'N'.repeat(23)}2`);
  });

  it('reads 连三累六 from a string', () => {
    expect(readMonths('NNNN123NNNN12NNNNN1NNNNN')).toEqual({ worstStep: 3, overdueMonths: 6, longestRun: 3 });
    expect(readMonths('N'.repeat(24))).toEqual({ worstStep: 0, overdueMonths: 0, longestRun: 0 });
    expect(readMonths('/////NMC*1#A')).toEqual({ worstStep: 1, overdueMonths: 1, longestRun: 1 });
  });
});
