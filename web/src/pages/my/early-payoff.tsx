import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Flex } from 'antd';
import { api, oneKey } from '../../api/client';
import type { components } from '../../api/generated';
import { answerOf } from '../../api/problem';
import { useText } from '../../i18n/use-text';
import { useCurrency } from '../../ui/currency';
import { ProblemAlert } from '../../ui/problem-alert';
import { Owed } from '../loan/payoff';

type Loan = components['schemas']['Loan'];

/** Ending the loan today: the amount in its parts first, then one debit from the card of the loan. */
export function EarlyPayoff({ loan, card, revolving }: { loan: Loan; card: string; revolving: boolean }) {
  const say = useText();
  const money = useCurrency();
  const { modal } = App.useApp();
  const queries = useQueryClient();
  const params = { path: { id: loan.id } };
  const quote = useMutation({
    mutationFn: async () => answerOf(await api.POST('/v1/loans/{id}/payoff-quotes', { params, body: {} })),
  });
  const pay = useMutation({
    mutationFn: async (amountMinor: string) =>
      answerOf(
        await api.POST('/v1/my/loans/{id}/payments', {
          params: { ...params, header: oneKey() },
          body: { amountMinor, way: 'payoff' },
        }),
      ),
    onSuccess: () => quote.reset(),
    onSettled: () => queries.invalidateQueries(),
  });
  const total = quote.data?.totalMinor;
  const amount = money.amount(total ?? '0');
  return (
    <Flex vertical gap={12}>
      <Button onClick={() => quote.mutate()} loading={quote.isPending}>
        {say('payoff.show')}
      </Button>
      <ProblemAlert error={quote.error ?? pay.error} />
      {quote.data && (
        <>
          <Owed quote={quote.data} loan={loan} />
          <Button
            type="primary"
            loading={pay.isPending}
            onClick={() =>
              modal.confirm({
                title: say('payoff.early'),
                content: say(revolving ? 'payoff.my.line' : 'payoff.my.effect', { card, amount }),
                okText: say('confirm'),
                onOk: () => total && pay.mutateAsync(total).catch(() => undefined),
              })
            }
          >
            {say('payoff.now', { amount })}
          </Button>
        </>
      )}
    </Flex>
  );
}
