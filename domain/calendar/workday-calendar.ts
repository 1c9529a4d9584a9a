import { type Day, fromDay, toDay, weekday } from './civil-day';

/** A published calendar as it is stored: public holidays and make-up working weekends (调休), complete up to a date. */
export interface WorkdayCalendarData {
  readonly publishedFrom: string;
  readonly publishedThrough: string;
  readonly holidays: readonly string[];
  readonly makeUpWorkdays: readonly string[];
}

/** The same calendar ready for look-ups. */
export interface WorkdayCalendar {
  readonly from: Day;
  readonly through: Day;
  readonly holidays: ReadonlySet<Day>;
  readonly makeUpWorkdays: ReadonlySet<Day>;
}

/** A question about a date that the authorities have not published yet has no answer. */
export interface NotPublished {
  readonly ok: false;
  readonly code: 'CALENDAR_NOT_PUBLISHED';
  readonly date: string;
  readonly publishedThrough: string;
}

export type NextWorkday = { readonly ok: true; readonly day: Day } | NotPublished;

export function workdayCalendar(data: WorkdayCalendarData): WorkdayCalendar {
  return {
    from: toDay(data.publishedFrom),
    through: toDay(data.publishedThrough),
    holidays: new Set(data.holidays.map(toDay)),
    makeUpWorkdays: new Set(data.makeUpWorkdays.map(toDay)),
  };
}

export function isPublished(calendar: WorkdayCalendar, day: Day): boolean {
  return day >= calendar.from && day <= calendar.through;
}

function worksOn(calendar: WorkdayCalendar, day: Day): boolean {
  if (calendar.makeUpWorkdays.has(day)) return true;
  if (calendar.holidays.has(day)) return false;
  const dayOfWeek = weekday(day);
  return dayOfWeek !== 0 && dayOfWeek !== 6;
}

/** Whether banks and courts work on a day. */
export function isWorkday(
  calendar: WorkdayCalendar,
  day: Day,
): { readonly ok: true; readonly workday: boolean } | NotPublished {
  if (!isPublished(calendar, day)) return notPublished(calendar, day);
  return { ok: true, workday: worksOn(calendar, day) };
}

function notPublished(calendar: WorkdayCalendar, day: Day): NotPublished {
  return {
    ok: false,
    code: 'CALENDAR_NOT_PUBLISHED',
    date: fromDay(day),
    publishedThrough: fromDay(calendar.through),
  };
}

/** The day itself if it is a working day, else the first one after it (民法典 art. 203). */
export function nextWorkday(calendar: WorkdayCalendar, day: Day): NextWorkday {
  for (let candidate = day; ; candidate++) {
    if (!isPublished(calendar, candidate)) return notPublished(calendar, candidate);
    if (worksOn(calendar, candidate)) return { ok: true, day: candidate };
  }
}
