import { App, Button, Flex, Typography } from 'antd';
import { api } from '../api/client';
import { answerOf } from '../api/problem';
import { useSecondWord } from '../api/use-second-word';
import { permits, type Session, useSession } from '../auth/session';
import { CommentField } from '../ui/comment-field';
import { ProblemAlert } from '../ui/problem-alert';
import { isAboveLimit } from './above-limit';
import type { Key } from './key';
import { standingCode } from './order-standing';
import type { Order } from './orders';
import { useCode, useSay } from './use-words';

interface SecondWordProps {
  order: Order;
  shown: boolean;
  onDone: () => void;
}
type Decision = 'confirm' | 'reject';

/** Why this person may not decide this order, if so. */
function barred(session: Session, order: Order): Key | null {
  if (order.proposedBy === session.id) return 'order.own';
  if (!permits(session, 'decide', 'Loan')) return 'order.notPermitted';
  return isAboveLimit(session.authorityLimitMinor, order) ? 'order.aboveLimit' : null;
}

/** The second person's approval or refusal, with a comment. */
export function SecondWord({ order, shown, onDone }: SecondWordProps) {
  const say = useSay();
  const word = useCode();
  const { message } = App.useApp();
  const session = useSession();
  const { comment, setComment, silent, decide } = useSecondWord<Decision, Order>(
    async (header, body) => {
      const params = { header, path: { id: order.id } };
      return answerOf(await api.POST('/v1/money-operations/{id}/decision', { params, body }));
    },
    ({ kind, status }) => {
      const told = `${word('orderKind', kind)}: ${word('orderStatus', standingCode({ kind, status }))}`;
      void (status === 'refused' ? message.error(told) : message.success(told));
      onDone();
    },
  );
  const bar = barred(session, order);
  const why = bar ?? (silent ? 'order.needComment' : shown ? null : 'order.needPreview');
  return (
    <Flex vertical gap={10}>
      {bar === null && <CommentField label={say('order.comment')} value={comment} onChange={setComment} />}
      <ProblemAlert error={decide.error} />
      <Flex gap={8} wrap>
        <Button
          type="primary"
          disabled={why !== null}
          loading={decide.isPending}
          onClick={() => decide.mutate('confirm')}
        >
          {say('order.approve')}
        </Button>
        <Button
          danger
          disabled={bar !== null || silent}
          loading={decide.isPending}
          onClick={() => decide.mutate('reject')}
        >
          {say('order.refuse')}
        </Button>
      </Flex>
      {why !== null && <Typography.Text type="secondary">{say(why)}</Typography.Text>}
    </Flex>
  );
}
