import { addMonths, type MonthEndRule, monthsFrom } from '../calendar/add-months';
import { civilDate, civilDay, type Day, daysInMonth } from '../calendar/civil-day';
import { applyHolidayRule } from '../calendar/holiday-rule';
import { invariant } from '../invariant';
import type { PeriodLength, ScheduleTerms } from './terms';

/** One repayment period: its contractual days and what the holiday rule made of them. */
export interface Period {
  readonly no: number;
  readonly from: Day;
  readonly dueOn: Day;
  readonly onTimeUntil: Day;
  /** Start of the regular period that ends on the contractual due date; it differs from the start only in an odd first period. */
  readonly regularFrom: Day;
  readonly contractualFrom: Day;
  readonly contractualDueOn: Day;
  readonly length: PeriodLength;
  readonly published: boolean;
}

/** Due days counted in periods from an anchor; months keep the anchor's day of month. */
function stepsFrom(anchor: Day, length: PeriodLength, rule: MonthEndRule, dayOfMonth: number | undefined) {
  const { unit, every } = length;
  if (unit === 'day' || unit === 'week')
    return (count: number): Day => anchor + count * every * (unit === 'day' ? 1 : 7);
  const months = monthsFrom(anchor, rule, dayOfMonth);
  return (count: number): Day => months(count * every * (unit === 'month' ? 1 : 12));
}

function dayInMonthOf(day: Day, monthsOn: number, dayOfMonth: number): Day {
  const { year, month } = civilDate(day);
  const index = year * 12 + month - 1 + monthsOn;
  const targetYear = Math.floor(index / 12);
  const targetMonth = index - targetYear * 12 + 1;
  return civilDay(targetYear, targetMonth, Math.min(dayOfMonth, daysInMonth(targetYear, targetMonth)));
}

function firstFixedDue(terms: ScheduleTerms, dayOfMonth: number, months: number): Day {
  const start = terms.disbursedOn;
  invariant(terms.dueDay?.mode === 'fixed-day', 'first due date needs a fixed due day');
  switch (terms.dueDay.first) {
    case 'even-if-short': {
      const sameMonth = dayInMonthOf(start, 0, dayOfMonth);
      return sameMonth > start ? sameMonth : dayInMonthOf(start, 1, dayOfMonth);
    }
    case 'after-whole-period': {
      const whole = addMonths(start, months);
      const sameMonth = dayInMonthOf(whole, 0, dayOfMonth);
      return sameMonth >= whole ? sameMonth : dayInMonthOf(whole, 1, dayOfMonth);
    }
    case 'next-month':
      return dayInMonthOf(start, 1, dayOfMonth);
    case 'standard-quarter': {
      for (let ahead = 0; ; ahead++) {
        const candidate = dayInMonthOf(start, ahead, dayOfMonth);
        if (candidate > start && civilDate(candidate).month % 3 === 0) return candidate;
      }
    }
  }
}

interface DueSeries {
  readonly anchor: Day;
  readonly anchorCount: number;
  readonly dayOfMonth: number | undefined;
}

function seriesOf(terms: ScheduleTerms): DueSeries {
  const { period, dueDay, disbursedOn, firstDueOn } = terms;
  const byMonth = period.unit === 'month' || period.unit === 'year';
  if (dueDay?.mode === 'fixed-day' && byMonth) {
    const months = period.unit === 'year' ? period.every * 12 : period.every;
    const first = firstDueOn ?? firstFixedDue(terms, dueDay.dayOfMonth, months);
    return { anchor: first, anchorCount: 1, dayOfMonth: dueDay.dayOfMonth };
  }
  if (firstDueOn !== undefined) {
    const dayOfMonth = byMonth ? Math.max(civilDate(firstDueOn).day, 1) : undefined;
    return { anchor: firstDueOn, anchorCount: 1, dayOfMonth };
  }
  return {
    anchor: disbursedOn,
    anchorCount: 0,
    dayOfMonth: byMonth ? civilDate(disbursedOn).day : undefined,
  };
}

/** Rows of a custom table are as long as their days, whatever the terms call a period. */
function lengthOf(
  { method, period }: ScheduleTerms,
  { dueOn, regularFrom }: { readonly dueOn: Day; readonly regularFrom: Day },
): PeriodLength {
  return method.kind === 'custom' ? { unit: 'day', every: dueOn - regularFrom } : period;
}

/** A contractual period after the holiday rule has had its say. */
export function settlePeriod(
  terms: ScheduleTerms,
  no: number,
  contractual: { readonly from: Day; readonly dueOn: Day; readonly regularFrom: Day },
  from: Day,
): Period {
  const { holiday } = terms;
  const adjusted =
    holiday === undefined || holiday.rule === 'none'
      ? null
      : applyHolidayRule(contractual.dueOn, holiday.rule, holiday.calendar);
  const moved = adjusted?.ok === true ? adjusted : null;
  return {
    no,
    from,
    dueOn: moved?.dueOn ?? contractual.dueOn,
    onTimeUntil: moved?.onTimeUntil ?? contractual.dueOn,
    regularFrom: contractual.regularFrom,
    contractualFrom: contractual.from,
    contractualDueOn: contractual.dueOn,
    length: lengthOf(terms, contractual),
    published: adjusted === null || adjusted.ok,
  };
}

/** A row that falls due with the payout: a period without days, then one period less. */
function periodsFromStart(terms: ScheduleTerms): Period[] {
  const on = terms.disbursedOn;
  const later = periodsOf({ ...terms, dueAt: 'period-end', periods: terms.periods - 1 });
  const atOnce = settlePeriod(terms, 1, { from: on, dueOn: on, regularFrom: on }, on);
  const first: Period = { ...atOnce, dueOn: on, onTimeUntil: on, published: true };
  return [first, ...later.map((period) => ({ ...period, no: period.no + 1 }))];
}

/** Whether due dates stay where the contract puts them and rows are as long as the terms say, as in most plans. */
function staysAsAgreed({ holiday, method }: ScheduleTerms): boolean {
  return (holiday === undefined || holiday.rule === 'none') && method.kind !== 'custom';
}

/** The regular repayment periods of a loan. Due dates count from the anchor, never from the previous due date. */
export function periodsOf(terms: ScheduleTerms): Period[] {
  if (terms.dueAt === 'period-start') return periodsFromStart(terms);
  invariant(Number.isInteger(terms.periods) && terms.periods > 0, 'periods must be a positive whole number');
  const rule = terms.monthEnd ?? 'clamp';
  const { anchor, anchorCount, dayOfMonth } = seriesOf(terms);
  const step = stepsFrom(anchor, terms.period, rule, dayOfMonth);
  const dueOf = (no: number) => step(no - anchorCount);
  const { period: length } = terms;
  const asAgreed = staysAsAgreed(terms);
  const periods: Period[] = [];
  let contractualFrom = terms.disbursedOn;
  let from = terms.disbursedOn;
  for (let no = 1; no <= terms.periods; no++) {
    const dueOn = dueOf(no);
    invariant(dueOn > contractualFrom, 'due dates must follow each other');
    const regularFrom = no === 1 ? dueOf(0) : contractualFrom;
    // An object less for each row: plans of hundreds of rows are laid again at every fold.
    const period = asAgreed
      ? {
          no,
          from,
          dueOn,
          onTimeUntil: dueOn,
          regularFrom,
          contractualFrom,
          contractualDueOn: dueOn,
          length,
          published: true,
        }
      : settlePeriod(terms, no, { from: contractualFrom, dueOn, regularFrom }, from);
    periods.push(period);
    contractualFrom = dueOn;
    from = period.dueOn;
  }
  return periods;
}
