import { Alert, Button, Card, Flex, Tag } from 'antd';
import { Link, useParams } from 'react-router';
import { useSession } from '../../auth/session';
import { useText, useWord } from '../../i18n/use-text';
import { InCurrency } from '../../ui/currency';
import { Facts } from '../../ui/facts';
import { Money } from '../../ui/money';
import { Loaded, Page } from '../../ui/page';
import { ProblemAlert } from '../../ui/problem-alert';
import { ShortId } from '../../ui/short-id';
import { useProducts } from '../../ui/use-products';
import { civilDay } from '../../ui/when';
import { Sla } from '../inbox/sla';
import { Urgency } from '../inbox/urgency';
import { Comparable } from './comparable';
import { Documents } from './documents';
import { Explained } from './explained';
import { LoanStanding } from './loan-standing';
import { Outcome } from './outcome';
import { Person } from './person';
import { Proposal } from './proposal';
import { useCase } from './use-case';
import { Verdict } from './verdict';
import { Votes } from './votes';

/** Everything for one decision on one screen. */
export function Component() {
  const { id = '' } = useParams();
  const say = useText();
  const word = useWord();
  const session = useSession();
  const { nameOf } = useProducts();
  const { task, application, decision, documents, claim, release, mine, taking } = useCase(id);
  return (
    <Loaded query={task}>
      {(work) => {
        const judged = work.kind === 'approval' || work.kind === 'decline_review';
        const held = work.assigneeId !== null && work.assigneeId !== session.id;
        const hindered = !mine || held ? say('verdict.notYours') : taking ? say('verdict.taking') : null;
        const title = `${word('task', work.kind)} · ${work.customerName}`;
        return (
          <InCurrency code={work.currency}>
            <Page
              title={title}
              name={title}
              extra={
                <Flex gap={8} wrap align="center">
                  {work.status === 'open' || work.status === 'paused' ? (
                    <Sla task={work} />
                  ) : (
                    <Tag color="green">{word('taskOutcome', work.outcome ?? work.status)}</Tag>
                  )}
                  <Urgency priority={work.priority} />
                  <ShortId id={work.id} />
                  {work.status === 'open' && work.assigneeId === session.id && (
                    <Button size="small" onClick={() => release.mutate()} loading={release.isPending}>
                      {say('task.release')}
                    </Button>
                  )}
                </Flex>
              }
            >
              <ProblemAlert error={claim.error ?? release.error} />
              {held && work.status === 'open' && (
                <Alert
                  type="warning"
                  showIcon
                  title={
                    work.assigneeName === null
                      ? say('task.heldByOther')
                      : say('task.heldBy', { name: work.assigneeName })
                  }
                  action={
                    mine && (
                      <Button size="small" onClick={() => claim.mutate(true)}>
                        {say('task.takeOver')}
                      </Button>
                    )
                  }
                />
              )}
              <div className="decision-grid">
                <Flex vertical gap={16}>
                  <Loaded query={application}>
                    {(asked) => (
                      <>
                        <Card size="small" title={say('decision.request')}>
                          <Facts
                            items={[
                              [say('product'), nameOf(asked.productCode)],
                              [say('amount.asked'), <Money key="a" minor={asked.amountMinor} />],
                              [say('term'), say('months', { n: asked.termMonths })],
                              [say('purpose'), word('purpose', asked.purpose)],
                              [say('method'), word('method', asked.method)],
                              [say('channel'), word('channel', asked.channel)],
                              [
                                say('application'),
                                <Link key="l" to={`/applications/${asked.id}`}>
                                  {say('open')}
                                </Link>,
                              ],
                            ]}
                          />
                        </Card>
                        <Person
                          customerId={asked.customerId}
                          applicationId={asked.id}
                          account={asked.payoutAccount}
                        />
                      </>
                    )}
                  </Loaded>
                  {judged && <Loaded query={decision}>{(why) => <Explained decision={why} />}</Loaded>}
                  {judged && <Comparable applicationId={work.applicationId} />}
                  <Documents
                    applicationId={work.applicationId}
                    documents={documents.data ?? []}
                    readings={decision.data?.readings ?? []}
                  />
                </Flex>
                <div className="decision-side">
                  {judged ? (
                    <Loaded query={decision}>
                      {(why) => (
                        <Proposal
                          decision={why}
                          amountMinor={work.amountMinor}
                          on={civilDay(Date.parse(work.asOf))}
                        />
                      )}
                    </Loaded>
                  ) : (
                    work.loanId && <LoanStanding loanId={work.loanId} details={work.details} />
                  )}
                  {judged ? (
                    <Verdict task={work} hindered={hindered} />
                  ) : (
                    <Outcome task={work} hindered={hindered} />
                  )}
                  {judged && <Votes task={work} />}
                </div>
              </div>
            </Page>
          </InCurrency>
        );
      }}
    </Loaded>
  );
}
