import { useQuery } from '@tanstack/react-query';
import { Flex, Tag } from 'antd';
import { api } from '../../api/client';
import type { components } from '../../api/generated';
import { answerOf } from '../../api/problem';
import { useText, useWord } from '../../i18n/use-text';
import { AT_REST, ListTable } from '../../ui/list-table';
import { Money } from '../../ui/money';
import { Loaded } from '../../ui/page';
import { RowCard } from '../../ui/row-card';
import { Secondary } from '../../ui/secondary';
import { Day } from '../../ui/when';

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
        <ListTable
          {...AT_REST}
          rowKey={({ no }) => String(no)}
          rows={rows}
          empty="—"
          card={(row) => (
            <RowCard
              title={
                <>
                  {row.no} · <Day on={row.dueOn} />
                </>
              }
              figure={<Money minor={sum(row.charged)} />}
              note={
                <Flex wrap gap="0 12px">
                  {(
                    [
                      ['plan.principal', row.charged.principal],
                      ['plan.interest', row.charged.interest],
                      ['plan.paid', sum(row.paid)],
                      ['plan.open', row.openMinor],
                    ] as const
                  ).map(([name, minor]) => (
                    <Secondary key={name}>
                      {say(name)} <Money minor={minor} />
                    </Secondary>
                  ))}
                </Flex>
              }
              standing={<Standing of={row.standing} />}
            />
          )}
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
              render: (_, row) => <Standing of={row.standing} />,
            },
          ]}
        />
      )}
    </Loaded>
  );
}

function Standing({ of }: { of: string }) {
  const word = useWord();
  return <Tag color={COLOURS[of] ?? 'default'}>{word('standing', of)}</Tag>;
}
