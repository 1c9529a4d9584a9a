import { useQuery } from '@tanstack/react-query';
import { api } from '../../../api/client';
import { answerOf } from '../../../api/problem';
import { Loaded } from '../../../ui/page';
import { When } from '../../../ui/when';
import { GroupPanel } from '../group-panel';
import { useCode, useSay } from '../parked/use-words';
import type { FailingGroup } from './retry';

interface FailingGroupsProps {
  chosen: string | undefined;
  onChoose: (group: string | undefined) => void;
  onRetry: ((group: FailingGroup) => void) | null;
}

/** A group as the address names it. */
const nameOf = ({ error, step }: FailingGroup) => `${error}.${step}`;

/** Failing steps by error and step: how many, since when, how often tried, when next. */
export function FailingGroups({ chosen, onChoose, onRetry }: FailingGroupsProps) {
  const say = useSay();
  const word = useCode();
  const groups = useQuery({
    queryKey: ['failing', 'groups'],
    queryFn: async () => answerOf(await api.GET('/v1/operations/failing-groups')).data,
    refetchInterval: 5_000,
  });
  return (
    <Loaded query={groups}>
      {(all) => (
        <div className="panels">
          {all.map((group) => {
            const name = nameOf(group);
            return (
              <GroupPanel
                key={name}
                title={`${word('parkedReason', group.error)} · ${word('parkedStep', group.step)}`}
                count={group.count}
                alone={chosen === name}
                onChoose={(alone) => onChoose(alone ? name : undefined)}
                action={
                  onRetry && {
                    label: say('fail.retryGroup', { n: group.count }),
                    run: () => onRetry(group),
                  }
                }
              >
                <span>
                  {say('fail.since')} <When at={group.since} />
                </span>
                <span>{say('fail.most', { n: group.highestAttempts })}</span>
                <span>
                  {say('fail.next')} <When at={group.nextAttemptAt} />
                </span>
              </GroupPanel>
            );
          })}
        </div>
      )}
    </Loaded>
  );
}
