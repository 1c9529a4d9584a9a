import { useLanguage } from '../../i18n/language';
import { useCode, useSay } from '../portfolio/use-words';

/** The month that lies some months before the one of a day, as its first day. */
function monthBefore(until: string, months: number): Date {
  const month = new Date(`${until.slice(0, 7)}-01T00:00:00Z`);
  month.setUTCMonth(month.getUTCMonth() - months);
  return month;
}

const late = (code: string) => /[1-7B]/.test(code);

/** 还款状态 of 24 months as the bureau writes it, each code with its month, and what the codes that occur mean. */
export function Months({ codes, until }: { codes: string; until: string }) {
  const say = useSay();
  const word = useCode();
  const language = useLanguage();
  const all = [...codes];
  const said = (month: Date, how: 'short' | 'long') =>
    new Intl.DateTimeFormat(language, {
      ...(how === 'short' ? { month: 'numeric', year: '2-digit' } : { month: 'long', year: 'numeric' }),
      timeZone: 'UTC',
    } as const).format(month);
  return (
    <>
      <ol className="months">
        {all.map((code, at) => {
          const month = monthBefore(until, all.length - 1 - at);
          const what = say('stand.monthIs', { month: said(month, 'long'), what: word('month', code) });
          return (
            <li key={month.getTime()} className={late(code) ? 'late' : undefined} title={what}>
              <span className="sr-only">{what}</span>
              <span aria-hidden="true">
                <small>{said(month, 'short')}</small>
                <b>{code}</b>
              </span>
            </li>
          );
        })}
      </ol>
      <dl className="months-key">
        {[...new Set(all)].map((code) => (
          <div key={code}>
            <dt>{code}</dt>
            <dd>{word('month', code)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
