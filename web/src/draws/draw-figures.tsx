import { Alert, Flex } from 'antd';
import { useText } from '../i18n/use-text';
import { Facts } from '../ui/facts';
import { Money } from '../ui/money';
import { Day } from '../ui/when';
import { WideTable } from '../ui/wide-table';
import type { LoanDraws } from './use-draws';
import { useCode, useSay } from './use-words';

/** What is drawn and what may still be, why not now, and every payout with what the bank said. */
export function DrawFigures({ draws }: { draws: LoanDraws }) {
  const say = useSay();
  const code = useCode();
  const text = useText();
  const amount = (minor: string) => <Money minor={minor} currency={draws.currency} />;
  return (
    <Flex vertical gap={12}>
      <Facts
        items={[
          [say(draws.revolving ? 'draws.line.limit' : 'draws.limit'), amount(draws.limitMinor)],
          [say(draws.revolving ? 'draws.line.drawn' : 'draws.drawn'), amount(draws.drawnMinor)],
          ...(draws.underWayMinor === '0'
            ? []
            : [[say('draws.underWay'), amount(draws.underWayMinor)] as const]),
          [say('draws.available'), amount(draws.availableMinor)],
          [say('draws.least'), amount(draws.leastMinor)],
          [say('draws.left'), String(draws.drawsLeft)],
          [say('draws.lastDay'), <Day key="last" on={draws.lastDay} />],
        ]}
      />
      {draws.refusal !== null && <Alert type="info" showIcon title={code('drawRefusal', draws.refusal)} />}
      <h3 className="panel-title">{say('draws.payouts')}</h3>
      <WideTable
        rowKey="id"
        dataSource={draws.payouts}
        columns={[
          {
            key: 'ordered',
            title: say('draws.ordered'),
            render: (_, { orderedAt }) => <Day on={orderedAt.slice(0, 10)} />,
          },
          ...(draws.payouts.some(({ withheldMinor }) => withheldMinor !== '0')
            ? ([
                ['lent', say('draws.lent'), 'lentMinor'],
                ['withheld', say('draws.withheld'), 'withheldMinor'],
                ['amount', say('draws.paidOut'), 'amountMinor'],
              ] as const)
            : ([['amount', text('amount'), 'amountMinor']] as const)
          ).map(([key, title, name]) => ({
            ...{ key, title, align: 'right' as const },
            render: (_: unknown, one: LoanDraws['payouts'][number]) => amount(one[name]),
          })),
          {
            key: 'status',
            title: say('draws.status'),
            render: (_, { status, failureCode }) =>
              failureCode === null
                ? code('payoutStatus', status)
                : `${code('payoutStatus', status)}: ${code('payoutFailure', failureCode)}`,
          },
          {
            key: 'paid',
            title: say('draws.paidOn'),
            render: (_, { valueOn }) => <Day on={valueOn} />,
          },
          { key: 'account', title: say('draws.account'), dataIndex: 'account' },
        ]}
      />
    </Flex>
  );
}
