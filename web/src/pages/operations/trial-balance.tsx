import { useQuery } from '@tanstack/react-query';
import { Alert, DatePicker, Empty, Flex } from 'antd';
import dayjs from 'dayjs';
import { api } from '../../api/client';
import type { components } from '../../api/generated';
import { answerOf } from '../../api/problem';
import { useNamed } from '../../i18n/language';
import { useText, useWord } from '../../i18n/use-text';
import { InCurrency, useCurrency } from '../../ui/currency';
import { CurrencyChoice } from '../../ui/currency-choice';
import { Money } from '../../ui/money';
import { Loaded } from '../../ui/page';
import { useBooks } from '../../ui/use-books';
import { useFilters } from '../../ui/use-filters';
import { WideTable } from '../../ui/wide-table';
import { BooksChoice } from './books-choice';

/** Whether debits equal credits, and the sums per account, in the currency of the place. */
function Sums({ of }: { of: components['schemas']['TrialBalance'] }) {
  const say = useText();
  const word = useWord();
  const named = useNamed();
  const { amount } = useCurrency();
  return (
    <>
      <Alert
        type={of.balanced ? 'success' : 'error'}
        showIcon
        title={say(of.balanced ? 'ledger.balanced' : 'ledger.unbalanced', {
          debit: amount(of.debitMinor),
          credit: amount(of.creditMinor),
        })}
      />
      <WideTable
        rowKey="code"
        dataSource={of.accounts}
        locale={{ emptyText: <Empty description={say('ledger.nothing')} /> }}
        columns={[
          { key: 'code', title: say('ledger.code'), dataIndex: 'code' },
          { key: 'name', title: say('ledger.account'), render: (_, row) => named(row.names) },
          { key: 'kind', title: say('ledger.kind'), render: (_, row) => word('account', row.kind) },
          {
            ...{ key: 'debit', title: say('ledger.debit'), align: 'right' },
            render: (_, row) => <Money minor={row.debitMinor} />,
          },
          {
            ...{ key: 'credit', title: say('ledger.credit'), align: 'right' },
            render: (_, row) => <Money minor={row.creditMinor} />,
          },
          {
            ...{ key: 'balance', title: say('ledger.balance'), align: 'right' },
            render: (_, row) => <Money minor={row.balanceMinor} />,
          },
        ]}
      />
    </>
  );
}

/** The trial balance of one currency on a day. */
export function TrialBalance() {
  const say = useText();
  const [{ asOf, clock, currency }, setFilters] = useFilters(['asOf', 'clock', 'currency']);
  const { currencies } = useBooks(clock);
  const balance = useQuery({
    queryKey: ['trial-balance', asOf, clock, currency],
    queryFn: async () =>
      answerOf(
        await api.GET('/v1/ledger/trial-balance', { params: { query: { asOf, clockId: clock, currency } } }),
      ),
  });
  return (
    <Flex vertical gap={12} style={{ minWidth: 0 }}>
      <Flex gap={8} wrap align="center">
        <DatePicker
          aria-label={say('loan.asOf')}
          placeholder={say('payoff.today')}
          value={asOf === undefined ? null : dayjs(asOf)}
          onChange={(next) => setFilters({ asOf: next?.format('YYYY-MM-DD') })}
        />
        <BooksChoice value={clock} onChange={(next) => setFilters({ clock: next })} />
        <CurrencyChoice
          {...{ currencies, value: currency }}
          onChange={(next) => setFilters({ currency: next })}
        />
      </Flex>
      <Loaded query={balance}>
        {(one) => (
          <InCurrency code={one.currency}>
            <Sums of={one} />
          </InCurrency>
        )}
      </Loaded>
    </Flex>
  );
}
