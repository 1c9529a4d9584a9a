import { useQuery } from '@tanstack/react-query';
import { Empty } from 'antd';
import { api } from '../../api/client';
import { answerOf } from '../../api/problem';
import { useText, useWord } from '../../i18n/use-text';
import { Money } from '../../ui/money';
import { Loaded } from '../../ui/page';
import { useBooks } from '../../ui/use-books';
import { Day } from '../../ui/when';
import { WideTable } from '../../ui/wide-table';

/** A loan's entries in the books, debit and credit line by line. */
export function Journal({ loanId, clockId }: { loanId: string; clockId: string | null }) {
  const say = useText();
  const word = useWord();
  const journal = useQuery({
    queryKey: ['journal', loanId],
    queryFn: async () =>
      answerOf(await api.GET('/v1/loans/{id}/journal', { params: { path: { id: loanId } } })).data,
  });
  const { accountName } = useBooks(clockId ?? undefined);
  return (
    <Loaded query={journal}>
      {(entries) => (
        <WideTable
          locale={{ emptyText: <Empty description={say('transactions.empty')} /> }}
          rowKey={(line) => line.key}
          dataSource={entries.flatMap(({ id, kind, bookedOn, lines }) =>
            lines.map((line, index) => ({
              ...line,
              key: `${id}/${index}`,
              kind,
              bookedOn,
              first: index === 0,
            })),
          )}
          columns={[
            {
              key: 'on',
              title: say('tx.booked'),
              render: (_, line) => (line.first ? <Day on={line.bookedOn} /> : ''),
            },
            {
              key: 'kind',
              title: say('tx.what'),
              render: (_, line) => (line.first ? word('entry', line.kind) : ''),
            },
            {
              key: 'account',
              title: say('ledger.account'),
              render: (_, line) => accountName(line.accountCode),
            },
            {
              key: 'debit',
              title: say('ledger.debit'),
              align: 'right',
              render: (_, { amountMinor }) =>
                amountMinor.startsWith('-') ? '' : <Money minor={amountMinor} />,
            },
            {
              key: 'credit',
              title: say('ledger.credit'),
              align: 'right',
              render: (_, { amountMinor }) =>
                amountMinor.startsWith('-') ? <Money minor={amountMinor.slice(1)} /> : '',
            },
          ]}
        />
      )}
    </Loaded>
  );
}
