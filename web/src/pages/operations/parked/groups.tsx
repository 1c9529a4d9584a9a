import { useQuery } from '@tanstack/react-query';
import { Typography } from 'antd';
import { api } from '../../../api/client';
import type { components } from '../../../api/generated';
import { answerOf } from '../../../api/problem';
import { useListed } from '../../../i18n/language';
import { Loaded } from '../../../ui/page';
import { When } from '../../../ui/when';
import { GroupPanel } from '../group-panel';
import { useCode, useSay } from './use-words';

export type Group = components['schemas']['ParkedGroup'];

interface GroupsProps {
  chosen: string | undefined;
  onChoose: (reason: string | undefined) => void;
  onResume: ((group: Group) => void) | null;
}

/** Parked loans by the error that stopped them: how many, since when, at which steps, and what to do about it. */
export function Groups({ chosen, onChoose, onResume }: GroupsProps) {
  const say = useSay();
  const word = useCode();
  const listed = useListed();
  const groups = useQuery({
    queryKey: ['parked', 'groups'],
    queryFn: async () => answerOf(await api.GET('/v1/operations/parked-groups')).data,
    refetchInterval: 10_000,
  });
  return (
    <Loaded query={groups}>
      {(all) => (
        <div className="panels">
          {all.map((group) => {
            const reason = group.reason ?? 'UNKNOWN';
            return (
              <GroupPanel
                key={reason}
                title={word('parkedReason', reason)}
                count={group.count}
                alone={chosen === reason}
                onChoose={(alone) => onChoose(alone ? reason : undefined)}
                action={
                  onResume && {
                    label: say('park.resumeGroup', { n: group.count }),
                    run: () => onResume(group),
                  }
                }
              >
                <span>
                  {say('park.first')} <When at={group.since} />
                </span>
                <span>
                  {say('park.steps')}{' '}
                  {listed(group.steps.map(({ step, count }) => `${word('parkedStep', step)} (${count})`))}
                </span>
                <Typography.Text type="secondary">{word('parkedHelp', reason)}</Typography.Text>
              </GroupPanel>
            );
          })}
        </div>
      )}
    </Loaded>
  );
}
