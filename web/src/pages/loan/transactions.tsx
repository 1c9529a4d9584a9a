import { Empty, Flex } from 'antd';
import { api } from '../../api/client';
import type { components } from '../../api/generated';
import { answerOf } from '../../api/problem';
import { useText, useWord } from '../../i18n/use-text';
import { Money } from '../../ui/money';
import { ProblemAlert } from '../../ui/problem-alert';
import { usePages } from '../../ui/use-pages';
import { Day } from '../../ui/when';
import { WideTable } from '../../ui/wide-table';

type Transaction = components['schemas']['Transaction'];

/** What was booked on the account, oldest first. */
export function Transactions({ loanId }: { loanId: string }) {
  const say = useText();
  const word = useWord();
  const { rows, error } = usePages<Transaction>(['transactions', loanId], async (cursor) =>
    answerOf(
      await api.GET('/v1/loans/{id}/transactions', {
        params: { path: { id: loanId }, query: { cursor, limit: 200 } },
      }),
    ),
  );
  return (
    <Flex vertical gap={8}>
      <ProblemAlert error={error} />
      <WideTable<Transaction>
        rowKey="id"
        dataSource={rows}
        locale={{ emptyText: <Empty description={say('transactions.empty')} /> }}
        columns={[
          { key: 'what', title: say('tx.what'), render: (_, { type }) => word('tx', type) },
          {
            key: 'amount',
            title: say('amount'),
            align: 'right',
            render: (_, { data }) => (
              <Money minor={typeof data.amountMinor === 'string' ? data.amountMinor : null} />
            ),
          },
          {
            key: 'effective',
            title: say('tx.effective'),
            render: (_, { effectiveOn }) => <Day on={effectiveOn} />,
          },
          { key: 'booked', title: say('tx.booked'), render: (_, { bookedOn }) => <Day on={bookedOn} /> },
        ]}
      />
    </Flex>
  );
}
