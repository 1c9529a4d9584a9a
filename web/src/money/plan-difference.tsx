import type { components } from '../api/generated';
import { Money } from '../ui/money';
import { Day } from '../ui/when';
import { type Columns, WideTable } from '../ui/wide-table';
import type { Preview } from './use-preview';
import { useSay } from './use-words';

type Row = Preview['schedule'][number];
type Buckets = components['schemas']['Buckets'];

const sum = (...minors: string[]) => minors.reduce((total, minor) => total + BigInt(minor), 0n).toString();
const PARTS = {
  principal: ({ principal }: Buckets) => principal,
  interest: ({ interest }: Buckets) => interest,
  other: ({ fee, penalty, compound }: Buckets) => sum(fee, penalty, compound),
  total: (buckets: Buckets) => sum(...Object.values(buckets)),
} as const;
const NAMES = ['principal', 'interest', 'other', 'total'] as const;
const LABELS = {
  principal: 'plan.principal',
  interest: 'plan.interest',
  other: 'order.other',
  total: 'plan.total',
} as const;

/** Due dates whose amounts change, as they were beside as they would be; each changed cell is marked. */
export function PlanDifference({ rows }: { rows: readonly Row[] }) {
  const say = useSay();
  if (rows.length === 0) return <p>{say('order.planSame')}</p>;
  const cell = ({ before, after }: Row, part: (typeof NAMES)[number]) => {
    const read = PARTS[part];
    const [was, becomes] = [before && read(before), after && read(after)];
    if (was === becomes) return <Money minor={was} />;
    return (
      <span className="stacked-change">
        <span>
          <span className="sr-only">{say('order.before')}</span>
          <s>
            <Money minor={was} />
          </s>
        </span>
        <span className="differs">
          <span className="sr-only">{say('order.after')}</span>
          <Money minor={becomes} />
        </span>
      </span>
    );
  };
  const columns: Columns<Row> = [
    { key: 'due', title: say('plan.due'), render: (_, row) => <Day on={row.dueOn} /> },
    {
      key: 'what',
      title: say('order.change'),
      render: (_, { before, after }) =>
        say(before === null ? 'order.added' : after === null ? 'order.dropped' : 'order.changed'),
    },
    ...NAMES.map((part) => ({
      key: part,
      title: say(LABELS[part]),
      align: 'right' as const,
      render: (_: unknown, row: Row) => cell(row, part),
    })),
  ];
  return <WideTable rowKey="dueOn" dataSource={rows} columns={columns} />;
}
