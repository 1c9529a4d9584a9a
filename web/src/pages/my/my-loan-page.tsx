import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Card, Flex, Typography } from 'antd';
import { useParams } from 'react-router';
import { api, oneKey } from '../../api/client';
import { answerOf } from '../../api/problem';
import { useInstallation } from '../../auth/session';
import { useText } from '../../i18n/use-text';
import { Facts } from '../../ui/facts';
import { Money, moneyText } from '../../ui/money';
import { Loaded, Page } from '../../ui/page';
import { ProblemAlert } from '../../ui/problem-alert';
import { LoanStatusTag } from '../../ui/stage-tag';
import { Timeline } from '../../ui/timeline';
import { useProducts } from '../../ui/use-products';
import { Day } from '../../ui/when';
import { Payoff } from '../loan/payoff';
import { Plan } from '../loan/plan';

/** A borrower's loan: what is owed, when, paying it, and ending it early. */
export function Component() {
  const { id = '' } = useParams();
  const say = useText();
  const { modal, message } = App.useApp();
  const queries = useQueryClient();
  const { testMode } = useInstallation();
  const { nameOf } = useProducts();
  const path = { id };
  const loan = useQuery({
    queryKey: ['loan', id],
    queryFn: async () => answerOf(await api.GET('/v1/loans/{id}', { params: { path } })),
    refetchInterval: 5_000,
  });
  const pay = useMutation({
    mutationFn: async (amountMinor: string) =>
      answerOf(
        await api.POST('/v1/loans/{id}/payments', {
          params: { header: oneKey(), path },
          body: { amountMinor, payerRef: `app-${crypto.randomUUID().slice(0, 13)}` },
        }),
      ),
    onSuccess: async () => {
      void message.success(say('payoff.received'));
      await queries.invalidateQueries();
    },
  });
  return (
    <div className="phone">
      <Loaded query={loan}>
        {(one) => (
          <Page
            title={nameOf(one.productCode)}
            name={nameOf(one.productCode)}
            extra={<LoanStatusTag status={one.status} />}
          >
            <Card size="small" title={say('loan.nextDue')}>
              {one.nextDue ? (
                <Flex vertical gap={8}>
                  <span className="big-amount">
                    <Money minor={one.nextDue.amountMinor} />
                  </span>
                  <span>
                    <Day on={one.nextDue.on} /> · {say('my.debit')}
                  </span>
                  <Button
                    type="primary"
                    disabled={!testMode}
                    loading={pay.isPending}
                    onClick={() => {
                      const due = one.nextDue?.amountMinor ?? '0';
                      modal.confirm({
                        title: say('my.pay'),
                        content: say('my.pay.effect', { amount: `¥${moneyText(due)}` }),
                        okText: say('confirm'),
                        onOk: () => pay.mutateAsync(due).catch(() => undefined),
                      });
                    }}
                  >
                    {say('my.pay')}
                  </Button>
                  {!testMode && <Typography.Text type="secondary">{say('my.payByTransfer')}</Typography.Text>}
                </Flex>
              ) : (
                say('my.nothingDue')
              )}
            </Card>
            <Card size="small" title={say('loan.balances')}>
              <Facts
                items={[
                  [say('loan.principal'), <Money key="p" minor={one.principalMinor} />],
                  [say('loan.outstanding'), <Money key="o" minor={one.balances.principalMinor} />],
                  [say('loan.overdue'), <Money key="d" minor={one.balances.overdueMinor} />],
                ]}
              />
            </Card>
            <ProblemAlert error={pay.error} />
            <Card size="small" title={say('loan.plan')}>
              <Plan loanId={id} />
            </Card>
            <Card size="small" title={say('payoff')}>
              <Payoff loan={one} mayPay={testMode} />
            </Card>
            <Card size="small" title={say('timeline')}>
              <Timeline applicationId={one.applicationId} />
            </Card>
          </Page>
        )}
      </Loaded>
    </div>
  );
}
