import { App, Button, Flex, Modal } from 'antd';
import { api } from '../../api/client';
import { answerOf } from '../../api/problem';
import { useSecondWord } from '../../api/use-second-word';
import { useSession } from '../../auth/session';
import { useText, useWord } from '../../i18n/use-text';
import { CommentField } from '../../ui/comment-field';
import { ProblemAlert } from '../../ui/problem-alert';
import { Secondary } from '../../ui/secondary';
import { AccessDifference, useAccessTitle } from './access-difference';
import type { AccessChange } from './use-access-changes';

type Decision = 'approve' | 'refuse' | 'withdraw';

/** A pending change of access with the reason given, and the word that ends it; a button that is off says why. */
export function AccessReview({ change, onDone }: { change: AccessChange; onDone: () => void }) {
  const say = useText();
  const word = useWord();
  const title = useAccessTitle();
  const session = useSession();
  const { message } = App.useApp();
  const { comment, setComment, silent, decide } = useSecondWord<Decision, AccessChange>(
    async (header, body) => {
      const params = { header, path: { id: change.id } };
      return answerOf(await api.POST('/v1/access-changes/{id}/decision', { params, body }));
    },
    ({ status }) => {
      void message.success(word('accessStatus', status));
      onDone();
    },
  );
  const own = change.proposedBy.id === session.id;
  const self = change.change.kind === 'user' && change.change.userId === session.id;
  const bar = own ? 'access.own' : self ? 'access.self' : change.stale ? 'access.stale' : null;
  const why = bar ?? (silent ? 'access.needComment' : null);
  const button = (decision: Decision, off: boolean) => (
    <Button
      type={decision === 'approve' ? 'primary' : 'default'}
      danger={decision === 'refuse'}
      disabled={off || silent}
      loading={decide.isPending && decide.variables === decision}
      onClick={() => decide.mutate(decision)}
    >
      {say(`access.${decision}`)}
    </Button>
  );
  return (
    <Modal open title={title(change)} footer={null} onCancel={onDone}>
      <Flex vertical gap={10}>
        <AccessDifference of={change} />
        <span>
          {say('access.why')}: {change.reason}
        </span>
        <CommentField label={say('access.comment')} value={comment} onChange={setComment} />
        <ProblemAlert error={decide.error} />
        <Flex gap={8} wrap>
          {button('approve', bar !== null)}
          {button('refuse', own)}
          {own && button('withdraw', false)}
        </Flex>
        {why !== null && <Secondary>{say(why)}</Secondary>}
        {bar !== null && silent && <Secondary>{say('access.needComment')}</Secondary>}
      </Flex>
    </Modal>
  );
}
