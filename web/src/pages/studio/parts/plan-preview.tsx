import { useQuery } from '@tanstack/react-query';
import { Card, Flex, Select, Typography } from 'antd';
import { useDeferredValue, useState } from 'react';
import { api } from '../../../api/client';
import type { components } from '../../../api/generated';
import { answerOf } from '../../../api/problem';
import { useText, useWord } from '../../../i18n/use-text';
import { Money } from '../../../ui/money';
import { Loaded } from '../../../ui/page';
import { usePlanColumns } from '../../../ui/use-plan-columns';
import { WideTable } from '../../../ui/wide-table';
import { YuanInput } from '../fields/amounts';
import type { Content } from '../use-policies';

type Product = Extract<Content, { kind: 'product' }>['form'];

type PlanRow = components['schemas']['QuoteResult']['rows'][number];

/** The plan and the annualised cost that the product as it stands in the form would give, at its base rate. */
export function PlanPreview({ product }: { product: Product }) {
  const say = useText();
  const word = useWord();
  const columns = usePlanColumns<PlanRow>();
  const form = useDeferredValue(product);
  const [amount, setAmount] = useState<string | null>(null);
  const [months, setMonths] = useState<number>();
  const [method, setMethod] = useState<string>();
  const principalMinor = amount ?? form.maxAmountMinor;
  const term =
    form.termsMonths.find((one) => one === months) ??
    form.termsMonths[Math.floor(form.termsMonths.length / 2)] ??
    12;
  const kind = form.repayment.methods.find((one) => one === method) ?? form.repayment.methods[0];
  const query = useQuery({
    queryKey: ['plan-preview', principalMinor, term, kind, form],
    queryFn: async () =>
      answerOf(
        await api.POST('/v1/product-plans', {
          body: { product: form, amountMinor: principalMinor, termMonths: term, method: kind },
        }),
      ),
  });
  return (
    <Card size="small" title={say('studio.preview')}>
      <Flex vertical gap={12}>
        <Flex wrap gap={8} align="center">
          <YuanInput label={say('amount')} value={principalMinor} readOnly={false} onChange={setAmount} />
          <Select
            aria-label={say('term')}
            value={term}
            style={{ minWidth: 110 }}
            options={form.termsMonths.map((one) => ({ value: one, label: say('months', { n: one }) }))}
            onChange={setMonths}
          />
          <Select
            aria-label={say('method')}
            value={kind}
            style={{ minWidth: 130 }}
            options={form.repayment.methods.map((one) => ({ value: one, label: word('method', one) }))}
            onChange={setMethod}
          />
        </Flex>
        <Loaded query={query}>
          {({ rows, totals, cost }) => (
            <>
              <Flex wrap gap={16}>
                {cost && (
                  <Typography.Text strong>
                    {say('cost.annual', { percent: Number(cost.simpleAnnualPercent).toFixed(2) })}
                  </Typography.Text>
                )}
                <span>
                  {say('calc.interest')} <Money minor={totals.interestMinor} />
                </span>
                <span>
                  {say('studio.f.fee')} <Money minor={totals.feeMinor} />
                </span>
                <span>
                  {say('calc.total')} <Money minor={totals.totalMinor} />
                </span>
              </Flex>
              <WideTable
                rowKey="no"
                dataSource={rows.slice(0, SHOWN)}
                columns={[
                  ...columns,
                  {
                    ...{ key: 'left', title: say('loan.outstanding'), align: 'right' },
                    render: (_, row) => <Money minor={row.balanceMinor} />,
                  },
                ]}
              />
            </>
          )}
        </Loaded>
      </Flex>
    </Card>
  );
}

const SHOWN = 12;
