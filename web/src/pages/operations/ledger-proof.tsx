import { useQuery } from '@tanstack/react-query';
import { Alert, Flex, Typography } from 'antd';
import { api } from '../../api/client';
import { answerOf } from '../../api/problem';
import { useNamed } from '../../i18n/language';
import { useText, useWord } from '../../i18n/use-text';
import { InCurrency } from '../../ui/currency';
import { CurrencyChoice } from '../../ui/currency-choice';
import { Money } from '../../ui/money';
import { Loaded } from '../../ui/page';
import { useBooks } from '../../ui/use-books';
import { useFilters } from '../../ui/use-filters';
import { WideTable } from '../../ui/wide-table';
import { BooksChoice } from './books-choice';

/** The general ledger of one currency held against the loans beneath it, account by account. */
export function LedgerProof() {
  const say = useText();
  const word = useWord();
  const named = useNamed();
  const [{ clock, currency }, setFilters] = useFilters(['clock', 'currency']);
  const { currencies } = useBooks(clock);
  const proof = useQuery({
    queryKey: ['ledger-proof', clock, currency],
    queryFn: async () =>
      answerOf(await api.GET('/v1/ledger/proof', { params: { query: { clockId: clock, currency } } })),
  });
  return (
    <Flex vertical gap={12}>
      <Flex gap={8} wrap align="center">
        <BooksChoice value={clock} onChange={(next) => setFilters({ clock: next })} />
        <CurrencyChoice
          {...{ currencies, value: currency }}
          onChange={(next) => setFilters({ currency: next })}
        />
      </Flex>
      <Loaded query={proof}>
        {({ ok, accounts, lastClose, currency: of }) => (
          <InCurrency code={of}>
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
          </InCurrency>
        )}
      </Loaded>
    </Flex>
  );
}
