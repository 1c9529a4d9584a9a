import calendar from './data/calendar-cn.json';
import { seedRow } from './seed-row';

/** Working days of mainland China with 调休, as far as published; refresh by running build-calendar.ts and drafting a version. */
export const calendarSeeds = [seedRow('calendar', 'cn', calendar)];
