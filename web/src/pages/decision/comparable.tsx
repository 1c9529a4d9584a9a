import { useQuery } from '@tanstack/react-query';
import { Card, Tag, Typography } from 'antd';
import { Link } from 'react-router';
import { api } from '../../api/client';
import type { components } from '../../api/generated';
import { answerOf } from '../../api/problem';
import { useText, useWord } from '../../i18n/use-text';
import { Money } from '../../ui/money';
import { Loaded } from '../../ui/page';
import { WideTable } from '../../ui/wide-table';

type Case = components['schemas']['ComparableCase'];

/** What was decided on requests like this one, and how those that became loans went. */
export function Comparable({ applicationId }: { applicationId: string }) {
  const say = useText();
  const word = useWord();
  const cases = useQuery({
    queryKey: ['comparable', applicationId],
    queryFn: async () =>
      answerOf(
        await api.GET('/v1/applications/{id}/comparable-cases', { params: { path: { id: applicationId } } }),
      ).data,
    staleTime: 300_000,
  });
  const decided = (one: Case) =>
    one.approved === null ? (
      <Tag color="red">{word('outcome', one.outcome)}</Tag>
    ) : (
      <>
        <Money minor={one.approved.amountMinor} />
        {one.loan === null && one.outcome !== null && ` · ${word('outcome', one.outcome)}`}
      </>
    );
  const went = ({ loan }: Case) => {
    if (loan === null) return '—';
    const status = word('loanStatus', loan.status);
    return loan.maxDaysOverdue === 0
      ? `${status} · ${say('cases.neverLate')}`
      : `${status} · ${say('cases.late', { n: loan.maxDaysOverdue })}`;
  };
  return (
    <Card size="small" title={say('cases.title')}>
      <Typography.Paragraph type="secondary">{say('cases.help')}</Typography.Paragraph>
      <Loaded query={cases}>
        {(rows) => (
          <WideTable<Case>
            rowKey={(one) => one.applicationId}
            dataSource={rows}
            locale={{ emptyText: say('cases.none') }}
            columns={[
              {
                key: 'who',
                title: say('customer'),
                render: (_, one) => <Link to={`/applications/${one.applicationId}`}>{one.customerName}</Link>,
              },
              {
                key: 'score',
                title: say('cases.score'),
                align: 'right',
                render: (_, { score, grade }) => `${score} · ${grade ?? '—'}`,
              },
              {
                key: 'asked',
                title: say('amount.asked'),
                align: 'right',
                render: (_, one) => <Money minor={one.amountMinor} />,
              },
              { key: 'term', title: say('term'), render: (_, one) => say('months', { n: one.termMonths }) },
              { key: 'decided', title: say('cases.decided'), render: (_, one) => decided(one) },
              { key: 'went', title: say('cases.went'), render: (_, one) => went(one) },
            ]}
          />
        )}
      </Loaded>
    </Card>
  );
}
