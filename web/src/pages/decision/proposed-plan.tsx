import { Collapse } from 'antd';
import { useText } from '../../i18n/use-text';
import { Money } from '../../ui/money';
import { Loaded } from '../../ui/page';
import { Day } from '../../ui/when';
import { WideTable } from '../../ui/wide-table';
import { type QuoteAsked, useQuote } from '../my/use-quote';

/** The plan that the proposed terms would give if they were paid out today, with its totals. */
export function ProposedPlan(terms: QuoteAsked) {
  const say = useText();
  const quote = useQuote(terms);
  const plan = (
    <Loaded query={quote}>
      {({ rows, totals }) => (
        <>
          <WideTable
            rowKey="no"
            dataSource={rows}
            columns={[
              { key: 'no', title: '#', dataIndex: 'no' },
              { key: 'due', title: say('plan.due'), render: (_, row) => <Day on={row.dueOn} /> },
              {
                key: 'principal',
                title: say('plan.principal'),
                align: 'right',
                render: (_, row) => <Money minor={row.principalMinor} />,
              },
              {
                key: 'interest',
                title: say('plan.interest'),
                align: 'right',
                render: (_, row) => <Money minor={row.interestMinor} />,
              },
              {
                key: 'total',
                title: say('plan.total'),
                align: 'right',
                render: (_, row) => <Money minor={row.totalMinor} />,
              },
            ]}
          />
          <p>
            {say('calc.interest')} <Money minor={totals.interestMinor} /> · {say('calc.total')}{' '}
            <Money minor={totals.totalMinor} />
          </p>
        </>
      )}
    </Loaded>
  );
  return (
    <Collapse ghost size="small" items={[{ key: 'plan', label: say('decision.plan'), children: plan }]} />
  );
}
