import { Card, Flex, Tag, Typography } from 'antd';
import type { components } from '../../api/generated';
import { useSession } from '../../auth/session';
import { useListed } from '../../i18n/language';
import { useText, useWord } from '../../i18n/use-text';
import { useReasons } from '../../ui/use-reasons';
import { When } from '../../ui/when';

/** Votes as they come, with reasons and comments, against how many are needed. */
export function Votes({ task }: { task: components['schemas']['TaskDetail'] }) {
  const say = useText();
  const word = useWord();
  const listed = useListed();
  const session = useSession();
  const { nameOf } = useReasons();
  const { seats, votesNeeded, quorum } = task.details;
  return (
    <Card size="small" title={say('votes')}>
      <Flex vertical gap={8}>
        {Number(seats ?? 1) > 1 && (
          <Typography.Text>
            {say('votes.needed', {
              needed: Number(votesNeeded),
              seats: Number(seats),
              quorum: Number(quorum),
            })}
          </Typography.Text>
        )}
        {task.votes.length === 0 && <Typography.Text type="secondary">{say('votes.none')}</Typography.Text>}
        {task.votes.map((vote) => (
          <Flex key={vote.actorId} vertical>
            <span>
              <Tag color={vote.decision === 'approve' ? 'green' : 'red'}>{word('vote', vote.decision)}</Tag>
              {vote.actorId === session.id ? say('task.me') : (vote.actorName ?? say('task.other'))} ·{' '}
              <When at={vote.votedAt} />
            </span>
            {vote.reasonCodes.length > 0 && <span>{listed(vote.reasonCodes.map(nameOf))}</span>}
            {vote.comment && <Typography.Text>“{vote.comment}”</Typography.Text>}
          </Flex>
        ))}
      </Flex>
    </Card>
  );
}
