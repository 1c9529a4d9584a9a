import { useQuery } from '@tanstack/react-query';
import { Card, Flex, Skeleton } from 'antd';
import { lazy, Suspense } from 'react';
import { useParams } from 'react-router';
import { api } from '../../api/client';
import { answerOf } from '../../api/problem';
import { isStaged, useDraws } from '../../draws/use-draws';
import { useText } from '../../i18n/use-text';
import { InCurrency } from '../../ui/currency';
import { Facts } from '../../ui/facts';
import { Money } from '../../ui/money';
import { Loaded, Page } from '../../ui/page';
import { LoanStatusTag } from '../../ui/stage-tag';
import { Timeline } from '../../ui/timeline';
import { useProducts } from '../../ui/use-products';
import { Day } from '../../ui/when';
import { Papers } from '../loan/papers';
import { Plan } from '../loan/plan';
import { StatementButton } from '../loan/statement-button';
import { ChangeCard } from './change-card';
import { EarlyPayoff } from './early-payoff';
import { MyNav } from './my-nav';
import { LatestPayment, PayNow } from './pay-now';

const MyDraws = lazy(() => import('../../draws/my-draws'));

/** A borrower's loan: what is owed, when, paying it, and ending it early. */
export function Component() {
  const { id = '' } = useParams();
  const say = useText();
  const { nameOf } = useProducts();
  const path = { id };
  const loan = useQuery({
    queryKey: ['loan', id],
    queryFn: async () => answerOf(await api.GET('/v1/loans/{id}', { params: { path } })),
    refetchInterval: 4_000,
  });
  const schedule = useQuery({
    queryKey: ['schedule', id, undefined],
    queryFn: async () => answerOf(await api.GET('/v1/loans/{id}/schedule', { params: { path } })),
    refetchInterval: 4_000,
  });
  const applicationId = loan.data?.applicationId;
  const application = useQuery({
    queryKey: ['application', applicationId],
    queryFn: async () =>
      answerOf(await api.GET('/v1/applications/{id}', { params: { path: { id: applicationId ?? '' } } })),
    enabled: applicationId !== undefined,
  });
  const draws = useDraws(id).data;
  const revolving = draws?.revolving ?? false;
  const owes = schedule.data?.rows.some(({ openMinor }) => openMinor !== '0') ?? false;
  const card = application.data?.payoutAccount ?? '—';
  return (
    <div className="phone">
      <Loaded query={loan}>
        {(one) => {
          const running = one.status === 'active' || one.status === 'overdue';
          return (
            <InCurrency code={one.currency}>
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
                    </Flex>
                  ) : (
                    say('my.nothingDue')
                  )}
                </Card>
                <LatestPayment loanId={id} />
                {running && owes && schedule.data && (
                  <Card size="small" title={say('pay.title')}>
                    <PayNow loanId={id} card={card} rows={schedule.data.rows} revolving={revolving} />
                  </Card>
                )}
                <Card size="small" title={say('loan.balances')}>
                  <Facts
                    items={[
                      [say('loan.principal'), <Money key="p" minor={one.disbursedMinor} />],
                      [say('loan.outstanding'), <Money key="o" minor={one.balances.principalMinor} />],
                      [say('loan.overdue'), <Money key="d" minor={one.balances.overdueMinor} />],
                      [say('loan.penalty'), <Money key="n" minor={one.balances.penaltyMinor} />],
                    ]}
                  />
                </Card>
                {draws && isStaged(draws) && (
                  <Suspense fallback={<Skeleton active />}>
                    <MyDraws draws={draws} card={card} />
                  </Suspense>
                )}
                <Card size="small" title={say('loan.plan')}>
                  <Plan loanId={id} />
                </Card>
                {running && owes && (
                  <Card size="small" title={say('payoff.early')}>
                    <EarlyPayoff loan={one} card={card} revolving={revolving} />
                  </Card>
                )}
                {running && (
                  <Card size="small" title={say('card.change')}>
                    <ChangeCard
                      applicationId={one.applicationId}
                      current={application.data?.payoutAccount ?? null}
                    />
                  </Card>
                )}
                <Card size="small" title={say('papers')}>
                  <Flex vertical gap={12}>
                    <Papers loanId={id} contractId={application.data?.contractId ?? null} />
                    <StatementButton loanId={id} today={one.asOf} />
                  </Flex>
                </Card>
                <Card size="small" title={say('timeline')}>
                  <Timeline applicationId={one.applicationId} />
                </Card>
              </Page>
            </InCurrency>
          );
        }}
      </Loaded>
      <MyNav />
    </div>
  );
}
