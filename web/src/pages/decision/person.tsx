import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Card, Flex, Input, Modal } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api } from '../../api/client';
import { answerOf } from '../../api/problem';
import { permits, useSession } from '../../auth/session';
import { useText, useWord } from '../../i18n/use-text';
import { Facts } from '../../ui/facts';
import { Loaded } from '../../ui/page';
import { ProblemAlert } from '../../ui/problem-alert';
import { Secondary } from '../../ui/secondary';

const FIELDS = ['name', 'idNo', 'phone', 'card'] as const;
const SHORTEST_REASON = 4;

interface PersonProps {
  customerId: string;
  applicationId?: string;
  account?: string | null;
}

/** A customer, masked; the whole of a field only with a reason, which the audit record keeps. */
export function Person({ customerId, applicationId, account }: PersonProps) {
  const say = useText();
  const word = useWord();
  const session = useSession();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const path = { id: customerId };
  const customer = useQuery({
    queryKey: ['customer', customerId],
    queryFn: async () => answerOf(await api.GET('/v1/customers/{id}', { params: { path } })),
  });
  const reveal = useMutation({
    mutationFn: async () =>
      answerOf(
        await api.POST('/v1/customers/{id}/reveal', {
          params: { path },
          body: {
            fields: FIELDS.filter((field) => field !== 'card' || applicationId !== undefined),
            reason,
            applicationId,
          },
        }),
      ).fields,
    onSuccess: () => setAsking(false),
  });
  const seen = reveal.data ?? {};
  const mayReveal = permits(session, 'reveal', 'Customer');
  return (
    <Card
      size="small"
      title={say('customer')}
      extra={
        mayReveal &&
        (reveal.data ? (
          <Button size="small" onClick={() => reveal.reset()}>
            {say('reveal.hide')}
          </Button>
        ) : (
          <Button size="small" onClick={() => setAsking(true)}>
            {say('reveal')}
          </Button>
        ))
      }
    >
      <Loaded query={customer}>
        {(one) => (
          <Facts
            items={[
              [
                one.kind === 'company' ? word('field', 'companyName') : say('name'),
                <Link key="n" to={`/customers/${one.id}`}>
                  {seen.name ?? one.name}
                </Link>,
              ],
              [one.kind === 'company' ? word('field', 'uscc') : say('idNo'), seen.idNo ?? one.idNo],
              [say('phone'), seen.phone ?? one.phone ?? '—'],
              [say('account'), seen.card ?? account ?? '—'],
            ]}
          />
        )}
      </Loaded>
      <Modal
        open={asking}
        title={say('reveal.title')}
        okText={say('reveal')}
        okButtonProps={{ disabled: reason.trim().length < SHORTEST_REASON, loading: reveal.isPending }}
        onOk={() => reveal.mutate()}
        onCancel={() => setAsking(false)}
      >
        <Flex vertical gap={8}>
          <label htmlFor="reveal-reason">{say('reveal.help')}</label>
          <Input.TextArea
            id="reveal-reason"
            value={reason}
            maxLength={500}
            rows={3}
            onChange={(event) => setReason(event.target.value)}
          />
          {reason.trim().length < SHORTEST_REASON && <Secondary>{say('reveal.needReason')}</Secondary>}
          <ProblemAlert error={reveal.error} />
        </Flex>
      </Modal>
    </Card>
  );
}
