import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, DatePicker, Flex, Input, Skeleton, Typography } from 'antd';
import dayjs from 'dayjs';
import { lazy, Suspense, useState } from 'react';
import { api, oneKey } from '../../api/client';
import type { components } from '../../api/generated';
import { answerOf } from '../../api/problem';
import { useText } from '../../i18n/use-text';
import { useCurrency } from '../../ui/currency';
import { Money } from '../../ui/money';
import { ProblemAlert } from '../../ui/problem-alert';

type Loan = components['schemas']['Loan'];
type Quote = components['schemas']['PayoffQuote'];
const PayoffEffect = lazy(() => import('../../money/payoff-effect'));

/** What ends the loan on a day, as a difference between now and after; then the receipt of that very amount. */
export function Payoff({ loan, mayPay }: { loan: Loan; mayPay: boolean }) {
  const say = useText();
  const { modal } = App.useApp();
  const queries = useQueryClient();
  const [on, setOn] = useState<string>();
  const [payerRef, setPayerRef] = useState(() => `counter-${crypto.randomUUID().slice(0, 8)}`);
  const quote = useMutation({
    mutationFn: async () =>
      answerOf(
        await api.POST('/v1/loans/{id}/payoff-quotes', { params: { path: { id: loan.id } }, body: { on } }),
      ),
  });
  const pay = useMutation({
    mutationFn: async ({ totalMinor }: Quote) =>
      answerOf(
        await api.POST('/v1/loans/{id}/prepayments', {
          params: { header: oneKey(payerRef), path: { id: loan.id } },
          body: { amountMinor: totalMinor, payerRef, way: 'payoff' },
        }),
      ),
    onSuccess: async () => {
      quote.reset();
      await queries.invalidateQueries();
    },
  });
  const { amount } = useCurrency();
  const today = quote.data?.on === loan.asOf;
  const why = !mayPay
    ? say('payoff.notPermitted')
    : !today
      ? say('payoff.onlyToday')
      : payerRef.length < 4
        ? say('payoff.needRef')
        : null;
  return (
    <Flex vertical gap={12} style={{ maxWidth: 1080 }}>
      <Flex gap={8} wrap>
        <DatePicker
          aria-label={say('payoff.on')}
          value={on === undefined ? null : dayjs(on)}
          placeholder={say('payoff.today')}
          minDate={dayjs(loan.asOf)}
          onChange={(next) => setOn(next?.format('YYYY-MM-DD'))}
        />
        <Button onClick={() => quote.mutate()} loading={quote.isPending}>
          {say('payoff.quote')}
        </Button>
      </Flex>
      {!quote.data && !pay.data && <Typography.Text type="secondary">{say('payoff.how')}</Typography.Text>}
      <ProblemAlert error={quote.error ?? pay.error} />
      {pay.data && <Alert type="success" showIcon title={say('payoff.received')} />}
      {quote.data && (
        <>
          <Owed quote={quote.data} loan={loan} />
          {today && (
            <Suspense fallback={<Skeleton active />}>
              <PayoffEffect loanId={loan.id} />
            </Suspense>
          )}
          <label htmlFor="payer-ref">{say('payoff.ref')}</label>
          <Input
            id="payer-ref"
            value={payerRef}
            maxLength={80}
            onChange={(event) => setPayerRef(event.target.value.trim())}
          />
          <Button
            type="primary"
            disabled={why !== null}
            loading={pay.isPending}
            onClick={() =>
              quote.data &&
              modal.confirm({
                title: say('payoff.confirm'),
                content: say('payoff.effect', {
                  amount: amount(quote.data.totalMinor),
                  ref: payerRef,
                }),
                okText: say('confirm'),
                onOk: () => quote.data && pay.mutateAsync(quote.data).catch(() => undefined),
              })
            }
          >
            {say('payoff.receive')}
          </Button>
          {why !== null && <Typography.Text type="secondary">{why}</Typography.Text>}
        </>
      )}
    </Flex>
  );
}

/** What is owed for each part, and that nothing is owed after. */
export function Owed({ quote, loan }: { quote: Quote; loan: Loan }) {
  const say = useText();
  const arrears = Object.values(quote.arrears).reduce((sum, minor) => sum + BigInt(minor), 0n);
  const rows = [
    [say('payoff.arrears'), arrears.toString()],
    [say('plan.principal'), quote.principalMinor],
    [say('plan.interest'), quote.interestMinor],
    [say('payoff.fee'), quote.feeMinor],
    [say('payoff.suspense'), `-${quote.suspenseMinor}`],
    [say('payoff.total'), quote.totalMinor],
  ] as const;
  return (
    <Flex vertical gap={4}>
      {rows.map(([label, minor]) => (
        <Flex key={label} justify="space-between">
          <span>{label}</span>
          <Money minor={minor === '-0' ? '0' : minor} />
        </Flex>
      ))}
      <Flex justify="space-between">
        <span>{say('payoff.after')}</span>
        <span>
          <Money minor={loan.balances.principalMinor} /> → <Money minor="0" />
        </span>
      </Flex>
    </Flex>
  );
}
