import { useQuery } from '@tanstack/react-query';
import { Button, Flex, Typography } from 'antd';
import { api } from '../../../api/client';
import type { components } from '../../../api/generated';
import { answerOf } from '../../../api/problem';
import { Loaded } from '../../../ui/page';
import { When } from '../../../ui/when';
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
            const only = chosen === reason;
            return (
              <section key={reason} className="panel" aria-label={word('parkedReason', reason)}>
                <Flex vertical gap={6}>
                  <Flex justify="space-between" gap={8} wrap>
                    <strong>{word('parkedReason', reason)}</strong>
                    <span>{say('park.group', { n: group.count })}</span>
                  </Flex>
                  <span>
                    {say('park.first')} <When at={group.since} />
                  </span>
                  <span>
                    {say('park.steps')}{' '}
                    {group.steps
                      .map(({ step, count }) => `${word('parkedStep', step)} (${count})`)
                      .join(', ')}
                  </span>
                  <Typography.Text type="secondary">{word('parkedHelp', reason)}</Typography.Text>
                  <Flex gap={8} wrap>
                    <Button
                      size="small"
                      aria-pressed={only}
                      onClick={() => onChoose(only ? undefined : reason)}
                    >
                      {say(only ? 'park.showAll' : 'park.showGroup')}
                    </Button>
                    {onResume && (
                      <Button size="small" type="primary" onClick={() => onResume(group)}>
                        {say('park.resumeGroup', { n: group.count })}
                      </Button>
                    )}
                  </Flex>
                </Flex>
              </section>
            );
          })}
        </div>
      )}
    </Loaded>
  );
}
