import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Flex, Typography } from 'antd';
import { useState } from 'react';
import { api, oneKey } from '../../api/client';
import type { components } from '../../api/generated';
import { answerOf } from '../../api/problem';
import { sameKey } from '../../api/same-key';
import { permits, useSession } from '../../auth/session';
import { CommentField } from '../../ui/comment-field';
import { PlainSelect } from '../../ui/plain-select';
import { ProblemAlert } from '../../ui/problem-alert';
import { useCode, useSay } from './use-words';

type Resolution = components['schemas']['ResolveDifference']['resolution'];
const REASONS: readonly Resolution[] = ['BOOKED_LATER', 'BANK_ERROR', 'OWN_ERROR', 'RETURNED', 'OTHER'];

/** The first person's word: what the difference turned out to be. */
export function Settle({ id, onDone }: { id: string; onDone: () => void }) {
  const say = useSay();
  const word = useCode();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const session = useSession();
  const [wish] = useState(() => crypto.randomUUID());
  const [reason, setReason] = useState<Resolution>();
  const [comment, setComment] = useState('');
  const settle = useMutation({
    mutationFn: async (resolution: Resolution) => {
      const body = { resolution, comment };
      const header = oneKey(await sameKey(wish, body));
      return answerOf(
        await api.POST('/v1/reconciliation-tasks/{id}/resolution', {
          params: { header, path: { id } },
          body,
        }),
      );
    },
    onSuccess: async () => {
      void message.success(say('rec.settled'));
      onDone();
      await queries.invalidateQueries();
    },
  });
  if (!permits(session, 'change', 'Ledger'))
    return <Typography.Text type="secondary">{say('rec.mayNotSettle')}</Typography.Text>;
  const silent = comment.trim() === '';
  const lacks = reason === undefined ? 'rec.needReason' : silent ? 'rec.needComment' : null;
  return (
    <Flex vertical gap={10}>
      <PlainSelect
        label={say('rec.reason')}
        value={reason}
        none={say('rec.reason')}
        options={REASONS.map((value) => ({ value, label: word('recReason', value) }))}
        onChange={setReason}
      />
      <CommentField label={say('rec.comment')} value={comment} onChange={setComment} />
      <Alert type="info" showIcon title={say('rec.effect')} />
      <ProblemAlert error={settle.error} />
      <Button
        type="primary"
        disabled={lacks !== null}
        loading={settle.isPending}
        onClick={() => reason && settle.mutate(reason)}
      >
        {say('rec.settle')}
      </Button>
      {lacks !== null && <Typography.Text type="secondary">{say(lacks)}</Typography.Text>}
    </Flex>
  );
}
