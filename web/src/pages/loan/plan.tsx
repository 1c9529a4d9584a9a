import { useQuery } from '@tanstack/react-query';
import { Tag } from 'antd';
import { api } from '../../api/client';
import type { components } from '../../api/generated';
import { answerOf } from '../../api/problem';
import { useText, useWord } from '../../i18n/use-text';
import { Money } from '../../ui/money';
import { Loaded } from '../../ui/page';
import { Day } from '../../ui/when';
import { WideTable } from '../../ui/wide-table';

type Buckets = components['schemas']['Buckets'];
const COLOURS: Record<string, string> = {
  cleared: 'green',
  overdue: 'volcano',
  due: 'gold',
  running: 'blue',
};
const sum = (buckets: Buckets): string =>
  Object.values(buckets)
    .reduce((total, minor) => total + BigInt(minor), 0n)
    .toString();

/** The plan as it stands on a day, row by row. */
export function Plan({
  loanId,
  asOf,
  knownAt,
}: {
  loanId: string;
  asOf?: string | undefined;
  knownAt?: string | undefined;
}) {
  const say = useText();
  const word = useWord();
  const schedule = useQuery({
    queryKey: ['schedule', loanId, asOf, knownAt],
    queryFn: async () =>
      answerOf(
        await api.GET('/v1/loans/{id}/schedule', {
          params: { path: { id: loanId }, query: { asOf, knownAt } },
        }),
      ),
  });
  return (
    <Loaded query={schedule}>
      {({ rows }) => (
        <WideTable
          rowKey="no"
          dataSource={rows}
          columns={[
            { key: 'no', title: '#', dataIndex: 'no' },
            { key: 'due', title: say('plan.due'), render: (_, row) => <Day on={row.dueOn} /> },
            {
              key: 'principal',
              title: say('plan.principal'),
              align: 'right',
              render: (_, row) => <Money minor={row.charged.principal} />,
            },
            {
              key: 'interest',
              title: say('plan.interest'),
              align: 'right',
              render: (_, row) => <Money minor={row.charged.interest} />,
            },
            {
              key: 'total',
              title: say('plan.total'),
              align: 'right',
              render: (_, row) => <Money minor={sum(row.charged)} />,
            },
            {
              key: 'paid',
              title: say('plan.paid'),
              align: 'right',
              render: (_, row) => <Money minor={sum(row.paid)} />,
            },
            {
              key: 'open',
              title: say('plan.open'),
              align: 'right',
              render: (_, row) => <Money minor={row.openMinor} />,
            },
            {
              key: 'standing',
              title: say('plan.standing'),
              render: (_, row) => (
                <Tag color={COLOURS[row.standing] ?? 'default'}>{word('standing', row.standing)}</Tag>
              ),
            },
          ]}
        />
      )}
    </Loaded>
  );
}
