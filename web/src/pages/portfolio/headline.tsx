import { Card } from 'antd';
import { useLanguage } from '../../i18n/language';
import { Money, percentText } from '../../ui/money';
import { Figure } from '../dashboard/panel';
import { BAD } from './buckets';
import { Change } from './change';
import { type SnapshotRow, shareBps, sumOf } from './sums';
import { useSay } from './use-words';

/** Shares that a risk committee asks for first, in hundredths of a percent of the principal (coverage: of 不良). */
function ratiosOf(rows: readonly SnapshotRow[]) {
  const all = sumOf(rows);
  const bad = sumOf(rows.filter(({ fiveClass }) => BAD.includes(fiveClass)));
  const late = sumOf(rows.filter(({ bucket }) => bucket !== 'M0' && bucket !== 'M1'));
  return {
    bad: shareBps(bad.principal, all.principal),
    late30: shareBps(late.principal, all.principal),
    coverage: shareBps(all.loss, bad.principal),
  };
}

interface HeadlineProps {
  currency: string;
  now: readonly SnapshotRow[];
  former: readonly SnapshotRow[] | undefined;
  to: string | undefined;
  toBad: string | undefined;
}

/** The portfolio in one row: how much, how bad, how well provided for, and by how much that differs from the other day. */
export function Headline({ currency, now, former, to, toBad }: HeadlineProps) {
  const say = useSay();
  const language = useLanguage();
  const [all, before] = [sumOf(now), former && sumOf(former)];
  const [ratios, ratiosBefore] = [ratiosOf(now), former && ratiosOf(former)];
  return (
    <Card size="small">
      <div className="figures">
        <div>
          <Figure name={say('port.loans')} to={to}>
            {all.loans.toLocaleString(language)}
          </Figure>
          <Change now={all.loans} former={before?.loans} kind="count" />
        </div>
        {(['principal', 'exposure', 'overdue', 'loss'] as const).map((field) => (
          <div key={field}>
            <Figure name={say(`port.${field}`)} to={to}>
              <Money minor={all[field].toString()} currency={currency} />
            </Figure>
            <Change now={all[field]} former={before?.[field]} kind="money" />
          </div>
        ))}
        {(['bad', 'late30', 'coverage'] as const).map((field) => (
          <div key={field}>
            <Figure name={say(`port.${field}`)} to={field === 'bad' ? toBad : undefined}>
              {percentText(ratios[field])}
            </Figure>
            {ratios[field] !== null && (
              <Change now={ratios[field]} former={ratiosBefore?.[field] ?? undefined} kind="bps" />
            )}
          </div>
        ))}
      </div>
    </Card>
  );
}
