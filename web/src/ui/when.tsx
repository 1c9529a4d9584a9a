import { Tooltip } from 'antd';
import { type Language, useLanguage } from '../i18n/language';

const STEPS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000_000],
  ['month', 2_592_000_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** An instant in words, seen from another. */
export function inWords(at: string, now: number, language: Language): string {
  const gap = new Date(at).getTime() - now;
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  for (const [unit, size] of STEPS)
    if (Math.abs(gap) >= size) return format.format(Math.trunc(gap / size), unit);
  return format.format(0, 'minute');
}

/** An instant in full, in the lender's time zone. */
export function exactly(at: string, language: Language): string {
  return new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeStyle: 'medium',
    timeZone: 'Asia/Shanghai',
  }).format(new Date(at));
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

/** A day of the business calendar. */
export function Day({ on }: { on: string | null }) {
  const language = useLanguage();
  if (on === null) return <span>—</span>;
  const text = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(
    new Date(`${on}T00:00:00Z`),
  );
  return <time dateTime={on}>{text}</time>;
}
