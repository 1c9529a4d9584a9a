import { Button, Flex, Spin, type TableColumnsType, Tag } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import { api } from '../api/client';
import type { components } from '../api/generated';
import { answerOf } from '../api/problem';
import { useListed } from '../i18n/language';
import { InCurrency } from '../ui/currency';
import { ListTable } from '../ui/list-table';
import { Money } from '../ui/money';
import { usePages } from '../ui/use-pages';
import { Day } from '../ui/when';
import { standingCode } from './order-standing';
import { useCode, useSay } from './use-words';

export type Order = components['schemas']['Operation'];
const Review = lazy(() => import('./review-drawer'));
const COLOURS = {
  proposed: 'gold',
  confirmed: 'blue',
  applied: 'green',
  refused: 'red',
  rejected: 'default',
} as const;

/** Ordered operations, newest first: those of one loan, or those of every loan that wait for a second person. */
export function Orders({ loanId }: { loanId?: string }) {
  const say = useSay();
  const word = useCode();
  const listed = useListed();
  const [chosen, setChosen] = useState<string>();
  const query = loanId === undefined ? { status: 'proposed' as const } : { loanId };
  const list = usePages<Order>(
    ['orders', query],
    async (cursor) =>
      answerOf(await api.GET('/v1/money-operations', { params: { query: { ...query, cursor, limit: 50 } } })),
    10_000,
  );
  const order = list.rows.find(({ id }) => id === chosen);
  const standing = (order: Order) => (
    <Tag color={COLOURS[order.status]}>{word('orderStatus', standingCode(order))}</Tag>
  );
  const button = (one: Order) => (
    <Button
      size="small"
      type={one.status === 'proposed' ? 'primary' : 'default'}
      onClick={() => setChosen(one.id)}
    >
      {say(one.status === 'proposed' ? 'order.review' : 'open')}
    </Button>
  );
  const columns: TableColumnsType<Order> = [
    { key: 'kind', title: say('order.kind'), render: (_, { kind }) => word('orderKind', kind) },
    {
      key: 'stake',
      title: say('order.stake'),
      align: 'right',
      render: (_, { stakeMinor, currency }) => <Money minor={stakeMinor} currency={currency} />,
    },
    { key: 'on', title: say('tx.effective'), render: (_, { effectiveOn }) => <Day on={effectiveOn} /> },
    {
      key: 'why',
      title: say('reasons'),
      render: (_, { reasonCodes }) => listed(reasonCodes.map((code) => word('orderReason', code))),
    },
    { key: 'status', title: say('order.standingNow'), render: (_, one) => standing(one) },
    ...(loanId === undefined
      ? [
          {
            key: 'loan',
            title: say('palette.loan'),
            render: (_: unknown, one: Order) => <Link to={`/loans/${one.loanId}`}>{say('open')}</Link>,
          },
        ]
      : []),
    { key: 'do', title: '', render: (_, one) => button(one) },
  ];
  return (
    <>
      <ListTable<Order>
        {...list}
        columns={columns}
        rowKey={({ id }) => id}
        empty={say(loanId === undefined ? 'orders.none' : 'orders.noneHere')}
        card={(one) => (
          <Flex vertical gap={4}>
            <Flex justify="space-between" gap={8} wrap>
              <span>{word('orderKind', one.kind)}</span>
              {standing(one)}
            </Flex>
            <Flex justify="space-between" gap={8} wrap>
              <Money minor={one.stakeMinor} currency={one.currency} />
              <Day on={one.effectiveOn} />
            </Flex>
            {button(one)}
          </Flex>
        )}
      />
      {order && (
        <InCurrency code={order.currency}>
          <Suspense fallback={<Spin fullscreen />}>
            <Review order={order} onClose={() => setChosen(undefined)} />
          </Suspense>
        </InCurrency>
      )}
    </>
  );
}
