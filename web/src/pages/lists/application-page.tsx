import { useQuery } from '@tanstack/react-query';
import { Card, Flex } from 'antd';
import { Link, useParams } from 'react-router';
import { api } from '../../api/client';
import { answerOf } from '../../api/problem';
import { useListed } from '../../i18n/language';
import { useText, useWord } from '../../i18n/use-text';
import { InCurrency } from '../../ui/currency';
import { Facts } from '../../ui/facts';
import { Money, percentText } from '../../ui/money';
import { Loaded, Page } from '../../ui/page';
import { ShortId } from '../../ui/short-id';
import { StageTag } from '../../ui/stage-tag';
import { Timeline } from '../../ui/timeline';
import { useProducts } from '../../ui/use-products';
import { useReasons } from '../../ui/use-reasons';
import { When } from '../../ui/when';
import { Documents } from '../decision/documents';
import { Person } from '../decision/person';
import { ProcessBar } from '../loan/process-bar';

/** One application: what was asked, where it stands, its documents and everything that happened. */
export function Component() {
  const { id = '' } = useParams();
  const say = useText();
  const word = useWord();
  const listed = useListed();
  const { nameOf: productName } = useProducts();
  const { nameOf } = useReasons();
  const params = { params: { path: { id } } };
  const application = useQuery({
    queryKey: ['application', id],
    queryFn: async () => answerOf(await api.GET('/v1/applications/{id}', params)),
    refetchInterval: 5_000,
  });
  const documents = useQuery({
    queryKey: ['documents', id],
    queryFn: async () => answerOf(await api.GET('/v1/applications/{id}/documents', params)).data,
  });
  const task = useQuery({
    queryKey: ['tasks', 'of', id],
    queryFn: async () =>
      answerOf(await api.GET('/v1/tasks', { params: { query: { applicationId: id, view: 'all' } } }))
        .data[0] ?? null,
  });
  return (
    <Loaded query={application}>
      {(one) => (
        <InCurrency code={one.currency}>
          <Page
            title={`${productName(one.productCode)} · ${one.customerName}`}
            name={one.customerName}
            extra={
              <Flex gap={12} wrap align="center">
                <StageTag stage={one.stage} names={one.stageName} />
                <ShortId id={one.id} />
                {task.data && <Link to={`/tasks/${task.data.id}`}>{say('task.open')}</Link>}
                {one.loanId && <Link to={`/loans/${one.loanId}`}>{say('loan.open')}</Link>}
              </Flex>
            }
          >
            <ProcessBar applicationId={one.id} />
            <Card size="small" title={say('decision.request')}>
              <Facts
                items={[
                  [say('amount.asked'), <Money key="a" minor={one.amountMinor} />],
                  [say('term'), say('months', { n: one.termMonths })],
                  [say('purpose'), word('purpose', one.purpose)],
                  [say('method'), word('method', one.method)],
                  [say('amount.approved'), <Money key="b" minor={one.approved?.amountMinor ?? null} />],
                  [say('rate'), percentText(one.approved?.rateBps ?? null)],
                  [say('waits'), word('wait', one.waitingFor)],
                  [say('waits.until'), <When key="w" at={one.waitUntil} />],
                  [say('outcome'), word('outcome', one.outcome)],
                  [say('reasons'), listed(one.reasonCodes.map(nameOf)) || '—'],
                  [say('account'), one.payoutAccount ?? '—'],
                  [say('appliedAt'), <When key="c" at={one.createdAt} />],
                ]}
              />
            </Card>
            <Person customerId={one.customerId} applicationId={one.id} account={one.payoutAccount} />
            <Documents applicationId={one.id} documents={documents.data ?? []} />
            <Card size="small" title={say('timeline')}>
              <Timeline applicationId={one.id} />
            </Card>
          </Page>
        </InCurrency>
      )}
    </Loaded>
  );
}
