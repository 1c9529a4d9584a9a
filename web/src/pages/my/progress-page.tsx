import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Card, Flex, Steps } from 'antd';
import { Link, useParams } from 'react-router';
import { api, oneKey } from '../../api/client';
import type { components } from '../../api/generated';
import { answerOf } from '../../api/problem';
import { useListed, useNamed } from '../../i18n/language';
import { useText, useWord } from '../../i18n/use-text';
import { InCurrency } from '../../ui/currency';
import { Money } from '../../ui/money';
import { Loaded, Page } from '../../ui/page';
import { ProblemAlert } from '../../ui/problem-alert';
import { StageTag } from '../../ui/stage-tag';
import { UNDECIDED } from '../../ui/stages';
import { Timeline } from '../../ui/timeline';
import { useProducts } from '../../ui/use-products';
import { useReasons } from '../../ui/use-reasons';
import { When } from '../../ui/when';
import { ChangeCard } from './change-card';
import { GiveConsents } from './give-consents';
import { MyNav } from './my-nav';
import { Signing } from './signing';
import { Standing } from './standing';
import { Supply } from './supply';

type Application = components['schemas']['Application'];
const STEPS = ['apply', 'check', 'decide', 'sign', 'repay'] as const;
const AT: Record<string, number> = {
  PRE_SCREEN: 1,
  SUPPLEMENT: 1,
  CONSENT: 1,
  FACTS: 1,
  DECISION: 2,
  APPROVAL: 2,
  DECLINED: 2,
  OFFER: 3,
  DISBURSEMENT: 4,
  ACCOUNT_CORRECTION: 4,
};
const OPEN_TO_WITHDRAW: readonly string[] = [...UNDECIDED, 'OFFER'];

/** Where an application stands, and what the borrower is to do now. */
export function Component() {
  const { id = '' } = useParams();
  const say = useText();
  const word = useWord();
  const named = useNamed();
  const listed = useListed();
  const { modal } = App.useApp();
  const queries = useQueryClient();
  const { nameOf, documentName } = useProducts();
  const { nameOf: reasonName } = useReasons();
  const path = { id };
  const refresh = () => queries.invalidateQueries({ queryKey: ['application', id] });
  const application = useQuery({
    queryKey: ['application', id],
    queryFn: async () => answerOf(await api.GET('/v1/applications/{id}', { params: { path } })),
    refetchInterval: 2_000,
  });
  const withdraw = useMutation({
    mutationFn: async () =>
      answerOf(
        await api.POST('/v1/applications/{id}/withdraw', {
          params: { header: oneKey(), path },
          body: { reasonCodes: [] },
        }),
      ),
    onSettled: refresh,
  });
  const review = useMutation({
    mutationFn: async () =>
      answerOf(
        await api.POST('/v1/applications/{id}/review-request', {
          params: { header: oneKey(), path },
          body: { reasonCodes: [] },
        }),
      ),
    onSettled: refresh,
  });
  const toDo = (one: Application) => {
    if (one.missing.length > 0)
      return (
        <Card size="small" title={say('my.missing')}>
          <Flex vertical gap={10}>
            {one.missing.map((kind) => (
              <Supply
                key={kind}
                applicationId={id}
                kind={kind}
                label={documentName(kind)}
                onDone={() => void refresh()}
              />
            ))}
          </Flex>
        </Card>
      );
    if (one.stage === 'CONSENT') return <GiveConsents application={one} onDone={refresh} />;
    if (one.stage === 'ACCOUNT_CORRECTION')
      return (
        <Card size="small" title={say('progress.ACCOUNT_CORRECTION')}>
          <ChangeCard applicationId={id} current={one.payoutAccount} />
        </Card>
      );
    if (one.stage === 'OFFER' && one.contractId)
      return <Signing contractId={one.contractId} onDone={refresh} />;
    if (one.stage === 'DECLINED')
      return (
        <Alert
          type="warning"
          showIcon
          title={say('my.declined')}
          description={listed(one.reasonCodes.map(reasonName))}
          action={
            <Button loading={review.isPending} onClick={() => review.mutate()}>
              {say('my.review')}
            </Button>
          }
        />
      );
    if (one.loanId && one.stage !== 'DISBURSEMENT')
      return (
        <Alert type="success" showIcon title={<Link to={`/my/loans/${one.loanId}`}>{say('my.loan')}</Link>} />
      );
    if (one.outcome) return <Alert type="info" showIcon title={word('outcome', one.outcome)} />;
    return <Alert type="info" showIcon title={say('my.wait', { what: named(one.stageName) })} />;
  };
  return (
    <div className="phone">
      <Loaded query={application}>
        {(one) => (
          <InCurrency code={one.currency}>
            <Page
              title={nameOf(one.productCode)}
              name={nameOf(one.productCode)}
              extra={<StageTag stage={one.stage} names={one.stageName} />}
            >
              <Flex justify="space-between" align="baseline">
                <span className="big-amount">
                  <Money minor={one.approved?.amountMinor ?? one.amountMinor} />
                </span>
                <When at={one.createdAt} />
              </Flex>
              <Standing application={one} />
              {toDo(one)}
              <ProblemAlert error={withdraw.error ?? review.error} />
              <Card size="small">
                <Steps
                  orientation="vertical"
                  size="small"
                  current={AT[one.stage] ?? (one.loanId ? 4 : 2)}
                  status={one.stage === 'DECLINED' ? 'error' : 'process'}
                  items={STEPS.map((step) => ({ title: say(`step.${step}`) }))}
                />
              </Card>
              <Card size="small" title={say('timeline')}>
                <Timeline applicationId={id} />
              </Card>
              {OPEN_TO_WITHDRAW.includes(one.stage) && (
                <Button
                  danger
                  loading={withdraw.isPending}
                  onClick={() =>
                    modal.confirm({
                      title: say('my.withdraw'),
                      content: say('my.withdraw.effect'),
                      okText: say('confirm'),
                      onOk: () => withdraw.mutateAsync().catch(() => undefined),
                    })
                  }
                >
                  {say('my.withdraw')}
                </Button>
              )}
            </Page>
          </InCurrency>
        )}
      </Loaded>
      <MyNav />
    </div>
  );
}
