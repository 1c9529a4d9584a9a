import { useNamed } from '../i18n/language';
import { Money } from '../ui/money';
import { WideTable } from '../ui/wide-table';
import type { Preview } from './use-preview';
import { useCode, useSay } from './use-words';

/** Entries that would be posted, debit and credit line by line. */
export function Posted({ entries }: Pick<Preview, 'entries'>) {
  const say = useSay();
  const word = useCode();
  const named = useNamed();
  if (entries === null) return <p>{say('order.noBooks')}</p>;
  if (entries.length === 0) return <p>{say('order.noEntries')}</p>;
  const lines = entries.flatMap(({ kind, lines: own }, at) =>
    own.map((line, index) => ({ ...line, key: `${at}/${index}`, kind: index === 0 ? kind : null })),
  );
  return (
    <WideTable
      rowKey="key"
      dataSource={lines}
      columns={[
        {
          key: 'kind',
          title: say('tx.what'),
          render: (_, { kind }) => (kind === null ? '' : word('entry', kind)),
        },
        {
          key: 'account',
          title: say('ledger.account'),
          render: (_, { accountCode, names }) => `${accountCode} ${named(names)}`,
        },
        {
          key: 'debit',
          title: say('ledger.debit'),
          align: 'right',
          render: (_, { amountMinor }) => (amountMinor.startsWith('-') ? '' : <Money minor={amountMinor} />),
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
  );
}
