import { useQuery } from '@tanstack/react-query';
import { Card, DatePicker, Flex } from 'antd';
import dayjs from 'dayjs';
import { Link, useParams } from 'react-router';
import { api } from '../../api/client';
import { answerOf } from '../../api/problem';
import { permits, useSession } from '../../auth/session';
import { LoanDraws } from '../../draws/loan-draws';
import { useLanguage } from '../../i18n/language';
import { useText, useWord } from '../../i18n/use-text';
import { Orders } from '../../money/orders';
import { InCurrency } from '../../ui/currency';
import { Facts } from '../../ui/facts';
import { Money } from '../../ui/money';
import { Loaded, Page } from '../../ui/page';
import { ShortId } from '../../ui/short-id';
import { LoanStatusTag } from '../../ui/stage-tag';
import { TabRow } from '../../ui/tab-row';
import { Timeline } from '../../ui/timeline';
import { useFilters } from '../../ui/use-filters';
import { useProducts } from '../../ui/use-products';
import { civilText, Day } from '../../ui/when';
import { ContractButton } from './contract-button';
import { Journal } from './journal';
import { Messages } from './messages';
import { OrderButton } from './order-button';
import { Papers } from './papers';
import { Payoff } from './payoff';
import { Plan } from './plan';
import { ProcessBar } from './process-bar';
import { Signatures } from './signatures';
import { Standing } from './standing';
import { StatementButton } from './statement-button';
import { Transactions } from './transactions';

/** One loan: how it stands on any day, its plan, money, entries, papers and story. */
export function Component() {
  const { id = '' } = useParams();
  const say = useText();
  const word = useWord();
  const language = useLanguage();
  const session = useSession();
  const { nameOf } = useProducts();
  const involved =
    permits(session, 'change', 'Loan') ||
    permits(session, 'decide', 'Loan') ||
    permits(session, 'read', 'Operation');
  const [{ asOf, knownAt, tab = 'plan' }, setFilters] = useFilters(['asOf', 'knownAt', 'tab']);
  const loan = useQuery({
    queryKey: ['loan', id, asOf, knownAt],
    queryFn: async () =>
      answerOf(await api.GET('/v1/loans/{id}', { params: { path: { id }, query: { asOf, knownAt } } })),
    refetchInterval: asOf === undefined && knownAt === undefined ? 10_000 : false,
  });
  const application = useQuery({
    queryKey: ['application', loan.data?.applicationId],
    queryFn: async () =>
      answerOf(
        await api.GET('/v1/applications/{id}', { params: { path: { id: loan.data?.applicationId ?? '' } } }),
      ),
    enabled: loan.data !== undefined,
  });
  return (
    <Loaded query={loan}>
      {(one) => {
        const amount = (minor: string) => <Money minor={minor} currency={one.currency} />;
        const tabs = [
          {
            key: 'plan',
            label: say('loan.plan'),
            children: <Plan loanId={id} asOf={asOf} knownAt={knownAt} />,
          },
          {
            key: 'money',
            label: say('loan.transactions'),
            children: (
              <Flex vertical gap={12}>
                <StatementButton loanId={id} today={one.asOf} />
                <Transactions loanId={id} />
              </Flex>
            ),
          },
          {
            key: 'story',
            label: say('timeline'),
            children: <Timeline applicationId={one.applicationId} />,
          },
          {
            key: 'messages',
            label: say('messages.title'),
            children: <Messages applicationId={one.applicationId} />,
          },
          ...(application.data?.contractId
            ? [
                {
                  key: 'contract',
                  label: say('contract.title'),
                  children: (
                    <Flex vertical gap={12}>
                      <Signatures contractId={application.data.contractId} />
                      <Papers loanId={id} contractId={null} />
                    </Flex>
                  ),
                },
              ]
            : []),
          {
            key: 'payoff',
            label: say('payoff'),
            children: <Payoff loan={one} mayPay={permits(session, 'pay', 'Loan')} />,
          },
          ...(permits(session, 'read', 'Ledger')
            ? [
                {
                  key: 'journal',
                  label: say('journal'),
                  children: <Journal loanId={id} clockId={one.clockId} />,
                },
              ]
            : []),
        ];
        return (
          <InCurrency code={one.currency}>
            <Page
              title={`${nameOf(one.productCode)} · ${one.customerName}`}
              name={one.customerName}
              extra={
                <Flex gap={12} wrap align="center">
                  <LoanStatusTag status={one.status} />
                  {permits(session, 'change', 'Loan') && <OrderButton loan={one} />}
                  <ShortId id={one.id} />
                  <Link to={`/applications/${one.applicationId}`}>{say('application')}</Link>
                  {application.data?.contractId && (
                    <ContractButton contractId={application.data.contractId} />
                  )}
                </Flex>
              }
            >
              <ProcessBar applicationId={one.applicationId} />
              <Card size="small" title={say('loan.balances')}>
                <Flex gap="8px 24px" wrap className="times">
                  <Flex gap={8} align="center">
                    <span>{say('loan.asOf')}</span>
                    <DatePicker
                      aria-label={say('loan.asOf')}
                      value={dayjs(one.asOf)}
                      allowClear={asOf !== undefined}
                      onChange={(next) => setFilters({ asOf: next?.format('YYYY-MM-DD') })}
                    />
                  </Flex>
                  <Flex gap={8} align="center">
                    <span>{say('loan.knownAt')}</span>
                    <DatePicker
                      aria-label={say('loan.knownAt')}
                      placeholder={say('payoff.today')}
                      value={knownAt === undefined ? null : dayjs(knownAt)}
                      onChange={(next) => setFilters({ knownAt: next?.format('YYYY-MM-DD') })}
                    />
                  </Flex>
                </Flex>
                {knownAt !== undefined && (
                  <p className="roll-of" role="status">
                    {say('loan.knownHelp', { on: civilText(one.knownAt, language) })}
                  </p>
                )}
                <Facts
                  items={[
                    [say('loan.principal'), amount(one.disbursedMinor)],
                    [say('loan.outstanding'), amount(one.balances.principalMinor)],
                    [say('loan.overdue'), amount(one.balances.overdueMinor)],
                    [say('loan.interestAccrued'), amount(one.balances.interestAccruedMinor)],
                    [say('loan.penalty'), amount(one.balances.penaltyMinor)],
                    [say('loan.suspense'), amount(one.balances.suspenseMinor)],
                    [
                      say('loan.nextDue'),
                      one.nextDue ? (
                        <span key="n">
                          <Day on={one.nextDue.on} /> · {amount(one.nextDue.amountMinor)}
                        </span>
                      ) : (
                        '—'
                      ),
                    ],
                    [say('loan.days'), String(one.daysOverdue)],
                    [say('loan.class'), word('fiveClass', one.fiveClass)],
                    [say('loan.disbursedOn'), <Day key="d" on={one.disbursedOn} />],
                    [say('loan.maturityOn'), <Day key="m" on={one.maturityOn} />],
                    [say('loan.closedOn'), <Day key="c" on={one.closedOn} />],
                  ]}
                />
              </Card>
              {permits(session, 'read', 'Ledger') && (
                <Standing loanId={id} currency={one.currency} asOf={asOf} />
              )}
              <LoanDraws loanId={id} />
              {involved && (
                <Card size="small" title={say('orders.loan')}>
                  <Orders loanId={id} />
                </Card>
              )}
              <Card size="small">
                <TabRow
                  label={say('loan')}
                  tabs={tabs}
                  chosen={tab}
                  onChoose={(next) => setFilters({ tab: next })}
                />
              </Card>
            </Page>
          </InCurrency>
        );
      }}
    </Loaded>
  );
}
