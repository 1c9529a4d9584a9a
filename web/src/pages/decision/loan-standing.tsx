import { useQuery } from '@tanstack/react-query';
import { Alert, Card, Flex } from 'antd';
import { Link } from 'react-router';
import { api } from '../../api/client';
import type { components } from '../../api/generated';
import { answerOf } from '../../api/problem';
import { useText, useWord } from '../../i18n/use-text';
import { Money } from '../../ui/money';
import { Loaded } from '../../ui/page';
import { LoanStatusTag } from '../../ui/stage-tag';
import { Day } from '../../ui/when';

type Task = components['schemas']['TaskDetail'];

/** How the loan of a task stands, and what was promised when the task is done. */
export function LoanStanding({ loanId, details }: { loanId: string; details: Task['details'] }) {
  const say = useText();
  const word = useWord();
  const loan = useQuery({
    queryKey: ['loan', loanId],
    queryFn: async () => answerOf(await api.GET('/v1/loans/{id}', { params: { path: { id: loanId } } })),
  });
  const { promisedOn, promisedMinor, beyondLimits } = details;
  return (
    <Loaded query={loan}>
      {(one) => (
        <Card
          size="small"
          title={say('loan.balances')}
          extra={<Link to={`/loans/${loanId}`}>{say('loan.open')}</Link>}
        >
          <Flex vertical gap={4}>
            <span className="big-amount">
              <Money minor={one.balances.overdueMinor} currency={one.currency} />
            </span>
            <span>
              {say('loan.overdue')} · {say('loan.days')} {one.daysOverdue}{' '}
              <LoanStatusTag status={one.status} />
            </span>
            <span>
              {say('loan.outstanding')} <Money minor={one.balances.principalMinor} currency={one.currency} />
            </span>
            {typeof promisedOn === 'string' && typeof promisedMinor === 'string' && (
              <strong>
                {say('outcome.promise')} <Day on={promisedOn} /> · <Money minor={promisedMinor} />
              </strong>
            )}
            {typeof beyondLimits === 'string' && (
              <Alert
                type="warning"
                showIcon
                title={say('outcome.beyond', { limit: word('contactLimit', beyondLimits) })}
              />
            )}
          </Flex>
        </Card>
      )}
    </Loaded>
  );
}
