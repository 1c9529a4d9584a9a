import { useQuery } from '@tanstack/react-query';
import { Alert, Flex, Typography } from 'antd';
import { api } from '../../api/client';
import { answerOf } from '../../api/problem';
import { useNamed } from '../../i18n/language';
import { useText, useWord } from '../../i18n/use-text';
import { Money } from '../../ui/money';
import { Loaded } from '../../ui/page';
import { useFilters } from '../../ui/use-filters';
import { WideTable } from '../../ui/wide-table';
import { BooksChoice } from './books-choice';

/** The general ledger held against the loans beneath it, account by account. */
export function LedgerProof() {
  const say = useText();
  const word = useWord();
  const named = useNamed();
  const [{ clock }, setFilters] = useFilters(['clock']);
  const proof = useQuery({
    queryKey: ['ledger-proof', clock],
    queryFn: async () =>
      answerOf(await api.GET('/v1/ledger/proof', { params: { query: { clockId: clock } } })),
  });
  return (
    <Flex vertical gap={12}>
      <div>
        <BooksChoice value={clock} onChange={(next) => setFilters({ clock: next })} />
      </div>
      <Loaded query={proof}>
        {({ ok, accounts, lastClose }) => (
          <>
            <Alert type={ok ? 'success' : 'error'} showIcon title={say(ok ? 'proof.ok' : 'proof.bad')} />
            {lastClose && (
              <Typography.Text type="secondary">
                {say('proof.last', { on: lastClose.closedOn, status: word('closeStatus', lastClose.status) })}
              </Typography.Text>
            )}
            <WideTable
              rowKey="code"
              dataSource={accounts}
              columns={[
                { key: 'code', title: say('ledger.code'), dataIndex: 'code' },
                { key: 'name', title: say('ledger.account'), render: (_, row) => named(row.names) },
                {
                  ...{ key: 'ledger', title: say('proof.ledger'), align: 'right' },
                  render: (_, row) => <Money minor={row.ledgerMinor} />,
                },
                {
                  ...{ key: 'loans', title: say('proof.loans'), align: 'right' },
                  render: (_, row) => <Money minor={row.loansMinor} />,
                },
                {
                  ...{ key: 'difference', title: say('proof.difference'), align: 'right' },
                  render: (_, row) => (
                    <span className={row.differenceMinor === '0' ? '' : 'differs'}>
                      <Money minor={row.differenceMinor} />
                    </span>
                  ),
                },
              ]}
            />
          </>
        )}
      </Loaded>
    </Flex>
  );
}
