import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CalendarBody } from '../../../contracts/policy/servicing';

/** Public holidays as the package of the development tools carries them, keyed by date. */
interface PublishedDays {
  readonly holidays: Readonly<Record<string, string>>;
  readonly workdays: Readonly<Record<string, string>>;
}

/** The state council publishes year by year: the calendar is complete through the last year that has holidays. */
export function calendarFrom(days: PublishedDays, fromYear: number): CalendarBody {
  const since = `${fromYear}-01-01`;
  const holidays = Object.keys(days.holidays)
    .filter((day) => day >= since)
    .sort();
  const makeUpWorkdays = Object.keys(days.workdays)
    .filter((day) => day >= since)
    .sort();
  const lastYear = (holidays.at(-1) ?? since).slice(0, 4);
  return { publishedFrom: since, publishedThrough: `${lastYear}-12-31`, holidays, makeUpWorkdays };
}

if (require.main === module) {
  const published: PublishedDays = JSON.parse(
    readFileSync(require.resolve('chinese-days/dist/chinese-days.json'), 'utf8'),
  );
  const body = calendarFrom(published, 2020);
  writeFileSync(join(__dirname, 'data', 'calendar-cn.json'), `${JSON.stringify(body, null, 2)}\n`);
}
