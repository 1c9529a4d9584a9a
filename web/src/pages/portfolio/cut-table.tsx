import { Card } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useLanguage } from '../../i18n/language';
import { Money, percentText } from '../../ui/money';
import { type Columns, WideTable } from '../../ui/wide-table';
import { Change } from './change';
import { NOTHING, type Sum, shareBps } from './sums';
import { useSay } from './use-words';

interface CutTableProps {
  title: string;
  head: string;
  currency: string;
  /** Keys in order with their words; those without loans on either day are left out. */
  keys: readonly (readonly [key: string, name: ReactNode])[];
  now: ReadonlyMap<string, Sum>;
  former: ReadonlyMap<string, Sum> | undefined;
  total: Sum;
  totalFormer: Sum | undefined;
  /** Where the rows behind a key are; undefined where no list has them. */
  to: (key: string | null) => string | undefined;
}

interface Line {
  key: string;
  name: ReactNode;
  sum: Sum;
  former: Sum | undefined;
  to: string | undefined;
}

const MONEY = ['principal', 'overdue', 'exposure', 'loss'] as const;

/** The portfolio cut by one thing, with a total; each number with what it differs by from the other day. */
export function CutTable({
  title,
  head,
  currency,
  keys,
  now,
  former,
  total,
  totalFormer,
  to,
}: CutTableProps) {
  const say = useSay();
  const language = useLanguage();
  const lines: Line[] = keys.flatMap(([key, name]) => {
    const [sum, before] = [now.get(key), former?.get(key)];
    if (sum === undefined && before === undefined) return [];
    return [{ key, name, sum: sum ?? NOTHING, former: former && (before ?? NOTHING), to: sum && to(key) }];
  });
  lines.push({ key: 'total', name: say('port.total'), sum: total, former: totalFormer, to: to(null) });
  const linked = (line: Line, value: ReactNode) =>
    line.to === undefined ? value : <Link to={line.to}>{value}</Link>;
  const columns: Columns<Line> = [
    { key: 'name', title: head, render: (_, { name }) => name },
    {
      ...{ key: 'loans', title: say('port.loans'), align: 'right' },
      render: (_, line) => (
        <>
          {linked(line, line.sum.loans.toLocaleString(language))}
          <Change now={line.sum.loans} former={line.former?.loans} kind="count" />
        </>
      ),
    },
    {
      ...{ key: 'share', title: say('port.share'), align: 'right' },
      render: (_, { sum }) => percentText(shareBps(sum.principal, total.principal)),
    },
    ...MONEY.map((field) => ({
      ...{ key: field, title: say(`port.${field}`), align: 'right' as const },
      render: (_: unknown, line: Line) => (
        <>
          {linked(line, <Money minor={line.sum[field].toString()} currency={currency} />)}
          <Change now={line.sum[field]} former={line.former?.[field]} kind="money" />
        </>
      ),
    })),
    {
      ...{ key: 'rate', title: say('port.lossRate'), align: 'right' },
      render: (_, { sum }) => percentText(shareBps(sum.loss, sum.exposure)),
    },
  ];
  return (
    <Card size="small" title={<h2 className="panel-title">{title}</h2>}>
      <WideTable<Line> rowKey="key" columns={columns} dataSource={lines} />
    </Card>
  );
}
