import { useMutation } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import { api } from '../../../api/client';
import { answerOf } from '../../../api/problem';
import { ProblemAlert } from '../../../ui/problem-alert';
import { useFault } from './use-fault';
import { useSay } from './use-words';

/** Recomputes the chain that an entry stands in, and says at once whether it is whole. */
export function VerifyChain({ subject }: { subject: string }) {
  const say = useSay();
  const fault = useFault();
  const verify = useMutation({
    mutationFn: async () =>
      answerOf(await api.GET('/v1/audit/subjects/{subject}/verification', { params: { path: { subject } } })),
  });
  const told = verify.data;
  return (
    <>
      <Button size="small" loading={verify.isPending} onClick={() => verify.mutate()}>
        {say('auditDo.verify')}
      </Button>
      <span role="status">
        {told?.ok === true && (
          <Tag color="green">{say('auditDo.whole', { length: told.length, anchored: told.anchored })}</Tag>
        )}
        {told?.ok === false && <Tag color="red">{fault(told)}</Tag>}
      </span>
      <ProblemAlert error={verify.error} />
    </>
  );
}
