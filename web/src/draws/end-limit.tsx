import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Flex, Typography } from 'antd';
import { api, oneKey } from '../api/client';
import { answerOf } from '../api/problem';
import { ProblemAlert } from '../ui/problem-alert';
import type { LoanDraws } from './use-draws';
import { useSay } from './use-words';

/**
 * Giving up a limit on which nothing is owed; what it means is read before it is confirmed. The loan itself looks whether that
 * still holds, so no version is named: the booking of a payment just made must not stand in the way.
 */
export function EndLimit({ loanId }: Pick<LoanDraws, 'loanId'>) {
  const say = useSay();
  const { modal, message } = App.useApp();
  const queries = useQueryClient();
  const end = useMutation({
    mutationFn: async () =>
      answerOf(
        await api.POST('/v1/loans/{id}/limit-endings', {
          params: { path: { id: loanId }, header: oneKey() },
          body: { reasonCodes: [] },
        }),
      ),
    onSuccess: () => void message.success(say('draws.end.accepted')),
    onSettled: () => queries.invalidateQueries(),
  });
  return (
    <Flex vertical gap={8}>
      <Typography.Text type="secondary">{say('draws.end.offer')}</Typography.Text>
      <ProblemAlert error={end.error} />
      <Button
        block
        loading={end.isPending}
        onClick={() =>
          modal.confirm({
            title: say('draws.end.title'),
            content: say('draws.end.effect'),
            okText: say('draws.end'),
            onOk: () => end.mutateAsync().catch(() => undefined),
          })
        }
      >
        {say('draws.end')}
      </Button>
    </Flex>
  );
}
