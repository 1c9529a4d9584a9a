import { Flex, Typography } from 'antd';
import { useText } from '../../i18n/use-text';
import { Money } from '../../ui/money';
import { Loaded } from '../../ui/page';
import { Day } from '../../ui/when';
import { type QuoteAsked, useQuote } from './use-quote';

/** What such a loan would cost at the product's base rate; the binding figures are those of the offer. */
export function Calculator(asked: QuoteAsked) {
  const say = useText();
  const quote = useQuote(asked);
  return (
    <Loaded query={quote}>
      {({ rows, totals, cost }) => {
        const [first] = rows;
        return (
          <Flex vertical gap={4}>
            <Flex justify="space-between">
              <span>{say('calc.first')}</span>
              <strong>
                <Money minor={first?.totalMinor ?? '0'} />
              </strong>
            </Flex>
            <Flex justify="space-between">
              <span>{say('calc.firstDue')}</span>
              <Day on={first?.dueOn ?? null} />
            </Flex>
            <Flex justify="space-between">
              <span>{say('calc.interest')}</span>
              <Money minor={totals.interestMinor} />
            </Flex>
            <Flex justify="space-between">
              <span>{say('calc.total')}</span>
              <Money minor={totals.totalMinor} />
            </Flex>
            {cost && (
              <span>{say('cost.annual', { percent: Number(cost.simpleAnnualPercent).toFixed(2) })}</span>
            )}
            <Typography.Text type="secondary">{say('calc.note')}</Typography.Text>
          </Flex>
        );
      }}
    </Loaded>
  );
}
