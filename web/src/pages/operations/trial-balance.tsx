import { useQuery } from '@tanstack/react-query';
import { Alert, DatePicker, Empty, Flex, Select } from 'antd';
import dayjs from 'dayjs';
import { api } from '../../api/client';
import { answerOf } from '../../api/problem';
import { permits, useSession } from '../../auth/session';
import { useNamed } from '../../i18n/language';
import { useText, useWord } from '../../i18n/use-text';
import { Money } from '../../ui/money';
import { moneyText } from '../../ui/money-text';
import { Loaded } from '../../ui/page';
import { useFilters } from '../../ui/use-filters';
import { WideTable } from '../../ui/wide-table';

/** Sums per account, and whether debits equal credits. */
export function TrialBalance() {
  const say = useText();
  const word = useWord();
  const named = useNamed();
  const session = useSession();
  const [{ asOf, clock }, setFilters] = useFilters(['asOf', 'clock']);
  const clocks = useQuery({
    queryKey: ['clocks', 'books'],
    queryFn: async () =>
      answerOf(await api.GET('/v1/test-clocks', { params: { query: { limit: 100 } } })).data,
    enabled: permits(session, 'manage', 'TestClock'),
  });
  const balance = useQuery({
    queryKey: ['trial-balance', asOf, clock],
    queryFn: async () =>
      answerOf(await api.GET('/v1/ledger/trial-balance', { params: { query: { asOf, clockId: clock } } })),
  });
  return (
    <Flex vertical gap={12} style={{ minWidth: 0 }}>
      <Flex gap={8} wrap>
        <DatePicker
          aria-label={say('loan.asOf')}
          placeholder={say('payoff.today')}
          value={asOf === undefined ? null : dayjs(asOf)}
          onChange={(next) => setFilters({ asOf: next?.format('YYYY-MM-DD') })}
        />
        {clocks.data && (
          <Select
            allowClear
            aria-label={say('ledger.books')}
            placeholder={say('ledger.live')}
            value={clock}
            style={{ minWidth: 180 }}
            onChange={(next) => setFilters({ clock: next })}
            options={clocks.data.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
      </Flex>
      <Loaded query={balance}>
        {(one) => (
          <>
            <Alert
              type={one.balanced ? 'success' : 'error'}
              showIcon
              title={say(one.balanced ? 'ledger.balanced' : 'ledger.unbalanced', {
                debit: moneyText(one.debitMinor),
                credit: moneyText(one.creditMinor),
              })}
            />
            <WideTable
              rowKey="code"
              dataSource={one.accounts}
              locale={{ emptyText: <Empty description={say('ledger.nothing')} /> }}
              columns={[
                { key: 'code', title: say('ledger.code'), dataIndex: 'code' },
                { key: 'name', title: say('ledger.account'), render: (_, row) => named(row.names) },
                { key: 'kind', title: say('ledger.kind'), render: (_, row) => word('account', row.kind) },
                {
                  key: 'debit',
                  title: say('ledger.debit'),
                  align: 'right',
                  render: (_, row) => <Money minor={row.debitMinor} />,
                },
                {
                  key: 'credit',
                  title: say('ledger.credit'),
                  align: 'right',
                  render: (_, row) => <Money minor={row.creditMinor} />,
                },
                {
                  key: 'balance',
                  title: say('ledger.balance'),
                  align: 'right',
                  render: (_, row) => <Money minor={row.balanceMinor} />,
                },
              ]}
            />
          </>
        )}
      </Loaded>
    </Flex>
  );
}
