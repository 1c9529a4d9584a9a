import { Collapse } from 'antd';
import { useText } from '../../i18n/use-text';
import { Money } from '../../ui/money';
import { Loaded } from '../../ui/page';
import { usePlanColumns } from '../../ui/use-plan-columns';
import { WideTable } from '../../ui/wide-table';
import { type QuoteAsked, useQuote } from '../my/use-quote';

/** The plan that the proposed terms would give if they were paid out today, with its totals. */
export function ProposedPlan(terms: QuoteAsked) {
  const say = useText();
  const columns = usePlanColumns();
  const quote = useQuote(terms);
  const plan = (
    <Loaded query={quote}>
      {({ rows, totals }) => (
        <>
          <WideTable rowKey="no" dataSource={rows} columns={columns} />
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
