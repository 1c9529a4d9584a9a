import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Flex, Input } from 'antd';
import { useState } from 'react';
import { api } from '../../api/client';
import { answerOf } from '../../api/problem';
import { useText } from '../../i18n/use-text';
import { ProblemAlert } from '../../ui/problem-alert';
import { Secondary } from '../../ui/secondary';
import { useFault } from './audit/use-fault';

/** Recomputes the audit chain of a loan and says whether a single entry was altered. */
export function AuditCheck() {
  const say = useText();
  const fault = useFault();
  const [subject, setSubject] = useState('');
  const verify = useMutation({
    mutationFn: async () =>
      answerOf(await api.GET('/v1/audit/subjects/{subject}/verification', { params: { path: { subject } } })),
  });
  return (
    <Flex vertical gap={12} style={{ maxWidth: 640 }}>
      <label htmlFor="audit-subject">{say('audit.subject')}</label>
      <Flex gap={8}>
        <Input
          id="audit-subject"
          value={subject}
          onChange={(event) => setSubject(event.target.value.trim())}
        />
        <Button
          type="primary"
          disabled={subject === ''}
          loading={verify.isPending}
          onClick={() => verify.mutate()}
        >
          {say('audit.verify')}
        </Button>
      </Flex>
      {subject === '' && <Secondary>{say('audit.needSubject')}</Secondary>}
      <ProblemAlert error={verify.error} />
      {verify.data && (
        <Alert
          type={verify.data.ok ? 'success' : 'error'}
          showIcon
          title={
            verify.data.ok
              ? say('audit.whole', { length: verify.data.length, anchored: verify.data.anchored })
              : fault(verify.data)
          }
        />
      )}
    </Flex>
  );
}
