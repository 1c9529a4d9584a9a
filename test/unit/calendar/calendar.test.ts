import { addMonths } from '../../../domain/calendar/add-months';
import { businessDate } from '../../../domain/calendar/business-date';
import { daysBetween, fromDay, isDate, toDay, weekday } from '../../../domain/calendar/civil-day';
import { applyHolidayRule } from '../../../domain/calendar/holiday-rule';
import { instantOf } from '../../../domain/calendar/instant-of';
import { isWorkday, nextWorkday, workdayCalendar } from '../../../domain/calendar/workday-calendar';

describe('civil days', () => {
  it('agrees with the system calendar for five centuries', () => {
    for (let day = -100_000; day <= 100_000; day += 7) {
      const iso = new Date(day * 86_400_000).toISOString().slice(0, 10);
      expect([fromDay(day), toDay(iso), weekday(day)]).toEqual([
        iso,
        day,
        new Date(day * 86_400_000).getUTCDay(),
      ]);
    }
  });

  it('knows real dates', () => {
    expect(['2024-02-29', '2026-12-31'].every(isDate)).toBe(true);
    for (const text of ['2026-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '2026-01-01T00:00']) {
      expect(isDate(text)).toBe(false);
    }
    expect(() => toDay('2026-02-30')).toThrow('not a date');
    expect(daysBetween(toDay('2024-02-28'), toDay('2024-03-01'))).toBe(2);
  });

  it('adds months by clamping or rolling and keeps the anchor day', () => {
    const from = toDay('2024-01-31');
    expect([1, 2, 13].map((count) => fromDay(addMonths(from, count)))).toEqual([
      '2024-02-29',
      '2024-03-31',
      '2025-02-28',
    ]);
    expect(fromDay(addMonths(from, 1, 'roll'))).toBe('2024-03-01');
    expect(fromDay(addMonths(toDay('2024-02-29'), 1, 'clamp', 31))).toBe('2024-03-31');
    expect(fromDay(addMonths(from, -2))).toBe('2023-11-30');
  });
});

describe('business date', () => {
  it('changes at midnight in Shanghai', () => {
    expect(businessDate(Date.parse('2025-12-31T15:59:59.999Z'))).toBe('2025-12-31');
    expect(businessDate(Date.parse('2025-12-31T16:00:00Z'))).toBe('2026-01-01');
    expect(businessDate(Date.parse('2025-12-31T16:00:00Z'), 0)).toBe('2025-12-31');
  });

  it('turns a wall-clock time into an instant', () => {
    expect(instantOf('2026-01-01', '07:30')).toBe('2025-12-31T23:30:00.000Z');
    expect(instantOf('2026-01-01', '07:30', 0)).toBe('2026-01-01T07:30:00.000Z');
    expect(() => instantOf('2026-01-01', '24:00')).toThrow('not a time');
  });
});

describe('working days', () => {
  const calendar = workdayCalendar({
    publishedFrom: '2026-01-01',
    publishedThrough: '2026-12-31',
    holidays: ['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'],
    makeUpWorkdays: ['2026-10-10'],
  });

  it('knows weekends, holidays and make-up days', () => {
    const works = (date: string) => isWorkday(calendar, toDay(date));
    expect(works('2026-09-30')).toEqual({ ok: true, workday: true });
    expect(works('2026-10-01')).toEqual({ ok: true, workday: false });
    expect(works('2026-10-10')).toEqual({ ok: true, workday: true });
    expect(works('2026-10-11')).toEqual({ ok: true, workday: false });
  });

  it('does not guess beyond what is published', () => {
    const refusal = {
      ok: false,
      code: 'CALENDAR_NOT_PUBLISHED',
      date: '2027-01-01',
      publishedThrough: '2026-12-31',
    };
    expect(isWorkday(calendar, toDay('2027-01-01'))).toEqual(refusal);
    expect(applyHolidayRule(toDay('2027-01-01'), 'next', calendar)).toEqual(refusal);
    expect(isWorkday(calendar, toDay('2025-12-31'))).toMatchObject({ ok: false });
  });

  it('finds the next working day', () => {
    expect(nextWorkday(calendar, toDay('2026-10-01'))).toEqual({ ok: true, day: toDay('2026-10-08') });
    expect(nextWorkday(calendar, toDay('2026-09-30'))).toEqual({ ok: true, day: toDay('2026-09-30') });
  });
});
