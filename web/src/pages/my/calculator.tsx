import { useQuery } from '@tanstack/react-query';
import { Flex, Typography } from 'antd';
import { api } from '../../api/client';
import type { components } from '../../api/generated';
import { answerOf } from '../../api/problem';
import { useText } from '../../i18n/use-text';
import { Money } from '../../ui/money';
import { Loaded } from '../../ui/page';
import { Day } from '../../ui/when';

type Request = components['schemas']['QuoteRequest'];

const METHODS = ['equal-instalment', 'equal-principal', 'interest-only', 'bullet'] as const;

const ORDER = ['fee', 'penalty', 'interest', 'principal'] as const;
/** What a plain loan leaves unsaid: the API's own defaults. */
const USUAL: Omit<Request, 'principalMinor' | 'periods' | 'method' | 'annualRatePercent' | 'disbursedOn'> = {
  convention: 'china',
  currency: 'CNY',
  period: { unit: 'month', every: 1 },
  dayCount: '30/360',
  downPaymentTaken: false,
  fees: [],
  events: [],
  asOf: null,
  recalculation: { kind: 'none' },
  allocation: { due: [...ORDER], inAdvance: [...ORDER], future: 'next-row' },
};

interface CalculatorProps {
  principalMinor: string;
  months: number;
  method: string;
  rateBps: number;
}

/** What such a loan would cost at the product's base rate; the binding figures are those of the offer. */
export function Calculator({ principalMinor, months, method, rateBps }: CalculatorProps) {
  const say = useText();
  const kind = METHODS.find((one) => one === method) ?? 'equal-instalment';
  const quote = useQuery({
    queryKey: ['quote', principalMinor, months, kind, rateBps],
    queryFn: async () =>
      answerOf(
        await api.POST('/v1/quotes', {
          body: {
            ...USUAL,
            principalMinor,
            periods: months,
            method: { kind },
            annualRatePercent: (rateBps / 100).toFixed(2),
            disbursedOn: new Date().toISOString().slice(0, 10),
          },
        }),
      ),
    staleTime: 600_000,
  });
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
