import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Flex } from 'antd';
import { useState } from 'react';
import { api } from '../../api/client';
import type { components } from '../../api/generated';
import { answerOf } from '../../api/problem';
import { useText } from '../../i18n/use-text';
import { ProblemAlert } from '../../ui/problem-alert';
import { Subject } from './audit/subject';
import { useFault } from './audit/use-fault';

type Broken = components['schemas']['AuditVerification'];
const NOTHING = { chains: 0, entries: 0, anchored: 0, broken: [] as Broken[] };

/** Recomputes every audit chain, some at a time, and names those that do not hold. */
export function AuditAll() {
  const say = useText();
  const fault = useFault();
  const [told, setTold] = useState(NOTHING);
  const verify = useMutation({
    mutationFn: async () => {
      let sum = NOTHING;
      let cursor: string | undefined;
      do {
        const page = answerOf(
          await api.GET('/v1/audit/verification', { params: { query: { cursor, limit: 50 } } }),
        );
        sum = {
          chains: sum.chains + page.chains,
          entries: sum.entries + page.entries,
          anchored: sum.anchored + page.anchored,
          broken: [...sum.broken, ...page.broken],
        };
        setTold(sum);
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      return sum;
    },
  });
  const { chains, entries, anchored, broken } = told;
  return (
    <Flex vertical gap={12} align="start">
      <Button type="primary" loading={verify.isPending} onClick={() => verify.mutate()}>
        {say('chains.run')}
      </Button>
      {verify.isPending && <span role="status">{say('chains.running', { chains })}</span>}
      <ProblemAlert error={verify.error} />
      {verify.data && broken.length === 0 && (
        <Alert type="success" showIcon title={say('chains.done', { chains, entries, anchored })} />
      )}
      {broken.length > 0 && (
        <Alert
          type="error"
          showIcon
          title={say('chains.bad', { n: broken.length, chains })}
          description={
            <ul>
              {broken.map(({ subject, code, at }) => (
                <li key={subject}>
                  {fault({ code, at })} <Subject id={subject} />
                </li>
              ))}
            </ul>
          }
        />
      )}
    </Flex>
  );
}
