import { Tooltip } from 'antd';
import { type Language, useLanguage } from '../i18n/language';

const DAY_MS = 86_400_000;
const STEPS: readonly (readonly ['day' | 'hour' | 'minute', number])[] = [
  ['day', DAY_MS],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** An instant near another in words, a distant one as day and time: what people then ask is when, not how long ago. */
export function inWords(at: string, now: number, language: Language): string {
  const gap = new Date(at).getTime() - now;
  if (Math.abs(gap) >= DAY_MS) return dayAndTime(at, now, language);
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  for (const [unit, size] of STEPS)
    if (Math.abs(gap) >= size) return format.format(Math.trunc(gap / size), unit);
  return format.format(0, 'minute');
}

/** How long something lasts, in its largest unit. */
export function lastingWords(ms: number, language: Language): string {
  const [unit, size] = STEPS.find(([, least]) => ms >= least) ?? (['minute', 60_000] as const);
  const count = Math.trunc(ms / size);
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
}

function dayAndTime(at: string, now: number, language: Language): string {
  const sameYear = new Date(at).getUTCFullYear() === new Date(now).getUTCFullYear();
  return new Intl.DateTimeFormat(language, {
    ...{ month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    ...(!sameYear && { year: 'numeric' }),
    timeZone: 'Asia/Shanghai',
  }).format(new Date(at));
}

/** An instant in full, in the lender's time zone. */
export function exactly(at: string, language: Language): string {
  return new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeStyle: 'medium',
    timeZone: 'Asia/Shanghai',
  }).format(new Date(at));
}

/** An instant to the minute, in the lender's time zone: what a deadline needs. */
export function toTheMinute(at: string, language: Language): string {
  return new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'Asia/Shanghai',
  }).format(new Date(at));
}

/** The day of an instant in the lender's time zone as the API writes days: YYYY-MM-DD. */
export function civilDay(at: number): string {
  return new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone: 'Asia/Shanghai' }).format(at);
}

/** The day of an instant, in the lender's time zone. */
export function exactDay(at: number, language: Language): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'Asia/Shanghai' }).format(at);
}

/** An instant: words to read, the exact time when pointed at. On a test clock, seen from that clock. */
export function When({ at, now }: { at: string | null; now?: number }) {
  const language = useLanguage();
  if (at === null) return <span>—</span>;
  return (
    <Tooltip title={exactly(at, language)}>
      <time dateTime={at}>{inWords(at, now ?? Date.now(), language)}</time>
    </Tooltip>
  );
}

/** A day of the business calendar in words. */
export function civilText(on: string, language: Language): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(
    new Date(`${on}T00:00:00Z`),
  );
}

/** A day of the business calendar. */
export function Day({ on }: { on: string | null }) {
  const language = useLanguage();
  if (on === null) return <span>—</span>;
  return <time dateTime={on}>{civilText(on, language)}</time>;
}
