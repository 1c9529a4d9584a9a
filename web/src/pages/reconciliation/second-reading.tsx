import { Alert, App, Button, Flex, Typography } from 'antd';
import { api } from '../../api/client';
import type { components } from '../../api/generated';
import { answerOf } from '../../api/problem';
import { useSecondWord } from '../../api/use-second-word';
import { permits, type Session, useSession } from '../../auth/session';
import { CommentField } from '../../ui/comment-field';
import { ProblemAlert } from '../../ui/problem-alert';
import { useSay } from './use-words';
import type { ReconciliationKey } from './words.zh';

type Difference = components['schemas']['ReconciliationDifference'];
type Reading = components['schemas']['ReadResolution']['decision'];

function barred(session: Session, { resolvedBy }: Difference): ReconciliationKey | null {
  if (resolvedBy === session.id) return 'rec.own.person';
  return permits(session, 'decide', 'Ledger') ? null : 'rec.mayNotRead';
}

/** The second person's reading: agree, or open the difference again. */
export function SecondReading({ difference, onDone }: { difference: Difference; onDone: () => void }) {
  const say = useSay();
  const { message } = App.useApp();
  const session = useSession();
  const { comment, setComment, silent, decide } = useSecondWord<Reading, Pick<Difference, 'status'>>(
    async (header, body) => {
      const params = { header, path: { id: difference.id } };
      return answerOf(await api.POST('/v1/reconciliation-tasks/{id}/reading', { params, body }));
    },
    ({ status }) => {
      void message.success(say(status === 'confirmed' ? 'rec.readDone' : 'rec.reopened'));
      onDone();
    },
  );
  const bar = barred(session, difference);
  if (bar !== null) return <Typography.Text type="secondary">{say(bar)}</Typography.Text>;
  return (
    <Flex vertical gap={10}>
      <CommentField label={say('rec.comment')} value={comment} onChange={setComment} />
      <Alert type="info" showIcon title={say('rec.effectRead')} />
      <ProblemAlert error={decide.error} />
      <Flex gap={8} wrap>
        <Button
          type="primary"
          disabled={silent}
          loading={decide.isPending}
          onClick={() => decide.mutate('confirm')}
        >
          {say('rec.confirm')}
        </Button>
        <Button disabled={silent} loading={decide.isPending} onClick={() => decide.mutate('reopen')}>
          {say('rec.reopen')}
        </Button>
      </Flex>
      {silent && <Typography.Text type="secondary">{say('rec.needComment')}</Typography.Text>}
    </Flex>
  );
}
