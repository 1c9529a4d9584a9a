import { useQuery } from '@tanstack/react-query';
import { Collapse } from 'antd';
import { api } from '../../api/client';
import { answerOf } from '../../api/problem';
import { useText } from '../../i18n/use-text';
import { Money } from '../../ui/money';
import { Loaded } from '../../ui/page';
import { usePlanColumns } from '../../ui/use-plan-columns';
import { WideTable } from '../../ui/wide-table';

/** The plan of the proposed terms if they were paid out on a day, under the policy versions of the decision. */
export function ProposedPlan({ applicationId, on }: { applicationId: string; on: string }) {
  const say = useText();
  const columns = usePlanColumns();
  const quote = useQuery({
    queryKey: ['proposed-plan', applicationId, on],
    queryFn: async () =>
      answerOf(
        await api.GET('/v1/applications/{id}/proposed-plan', {
          params: { path: { id: applicationId }, query: { on } },
        }),
      ),
    staleTime: 600_000,
  });
  const plan = (
    <Loaded query={quote}>
      {({ rows, totals }) => (
        <>
          <WideTable rowKey="no" dataSource={rows} columns={columns} />
          <p>
            {say('calc.interest')} <Money minor={totals.interestMinor} /> · {say('calc.total')}{' '}
            <Money minor={totals.totalMinor} />
          </p>
        </>
      )}
    </Loaded>
  );
  return (
    <Collapse ghost size="small" items={[{ key: 'plan', label: say('decision.plan'), children: plan }]} />
  );
}
