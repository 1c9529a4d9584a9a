import { Card, Empty } from 'antd';
import { useLanguage } from '../../i18n/language';
import { Money, percentText } from '../../ui/money';
import { Secondary } from '../../ui/secondary';
import { civilText } from '../../ui/when';
import { type Columns, WideTable } from '../../ui/wide-table';
import { BUCKETS } from './buckets';
import { type RollRow, shareBps } from './sums';
import { useCode, useSay } from './use-words';

interface Cell {
  loans: number;
  before: bigint;
}
interface From {
  from: string;
  before: bigint;
  to: ReadonlyMap<string, Cell>;
}

/** What each bucket of the former month end became, summed over the products looked at. */
function matrixOf(rows: readonly RollRow[]): From[] {
  return BUCKETS.flatMap((from) => {
    const mine = rows.filter(({ fromBucket }) => fromBucket === from);
    if (mine.length === 0) return [];
    const to = new Map<string, Cell>();
    for (const { toBucket, loans, beforeMinor } of mine) {
      const known = to.get(toBucket) ?? { loans: 0, before: 0n };
      to.set(toBucket, { loans: known.loans + loans, before: known.before + BigInt(beforeMinor) });
    }
    return [{ from, to, before: [...to.values()].reduce((sum, { before }) => sum + before, 0n) }];
  });
}

/** Which way a loan went, as a shade: worse, better, or as it was. The place in the table says the same. */
const wayOf = (from: string, to: string): string => {
  const step = BUCKETS.indexOf(to) - BUCKETS.indexOf(from);
  return to === 'ended' || step < 0 ? 'roll better' : step > 0 ? 'roll worse' : 'roll';
};

/** 迁徙率 as a matrix: shares of the former balance of each bucket by where it went. */
export function Rolls({ monthEnd, rows }: { monthEnd: string | null; rows: readonly RollRow[] }) {
  const say = useSay();
  const word = useCode();
  const language = useLanguage();
  const matrix = matrixOf(rows);
  const ways = [...BUCKETS, 'ended'].filter((to) => matrix.some((line) => line.to.has(to)));
  const columns: Columns<From> = [
    { key: 'from', title: say('port.from'), render: (_, { from }) => <strong>{from}</strong> },
    {
      ...{ key: 'before', title: say('port.before'), align: 'right' },
      render: (_, { before }) => <Money minor={before.toString()} />,
    },
    ...ways.map((to) => ({
      ...{ key: to, title: to === 'ended' ? word('bucket', to) : `→ ${to}`, align: 'right' as const },
      render: (_: unknown, { from, to: went, before }: From) => {
        const cell = went.get(to);
        if (cell === undefined) return '—';
        return (
          <span className={wayOf(from, to)}>
            {percentText(shareBps(cell.before, before))}
            <Secondary className="change">
              {say('port.count', { n: cell.loans.toLocaleString(language) })}
            </Secondary>
          </span>
        );
      },
    })),
  ];
  return (
    <Card size="small" title={<h2 className="panel-title">{say('port.rolls')}</h2>}>
      {monthEnd && <p className="roll-of">{say('port.rollsOf', { on: civilText(monthEnd, language) })}</p>}
      {matrix.length === 0 ? (
        <Empty description={say('port.rollsNone')} image={Empty.PRESENTED_IMAGE_SIMPLE} />
      ) : (
        <WideTable<From> rowKey="from" columns={columns} dataSource={matrix} />
      )}
    </Card>
  );
}
