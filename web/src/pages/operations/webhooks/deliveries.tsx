import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Drawer, Flex, Segmented, Tag, Typography } from 'antd';
import { useState } from 'react';
import { api, oneKey } from '../../../api/client';
import type { components } from '../../../api/generated';
import { answerOf } from '../../../api/problem';
import { ListTable } from '../../../ui/list-table';
import { Loaded } from '../../../ui/page';
import { ProblemAlert } from '../../../ui/problem-alert';
import { usePages } from '../../../ui/use-pages';
import { When } from '../../../ui/when';
import type { Endpoint } from './endpoint-form';
import { useEventKinds } from './use-event-kinds';
import { useCode, useSay } from './use-words';

type Delivery = components['schemas']['Delivery'];
const COLOURS = { pending: 'blue', delivered: 'green', failed: 'red', dropped: 'default' } as const;
const STATUSES = ['pending', 'delivered', 'failed', 'dropped'] as const;

/** What was sent to an endpoint, with each try's answer, and sending again. */
export function Deliveries({ endpoint, onClose }: { endpoint: Endpoint; onClose: () => void }) {
  const say = useSay();
  const code = useCode();
  const kinds = useEventKinds();
  const [status, setStatus] = useState<Delivery['status'] | 'any'>('any');
  const [opened, setOpened] = useState<string>();
  const list = usePages<Delivery>(
    ['deliveries', endpoint.id, status],
    async (cursor) => {
      const query = { cursor, limit: 50, ...(status !== 'any' && { status }) };
      const params = { path: { id: endpoint.id }, query };
      return answerOf(await api.GET('/v1/webhooks/{id}/deliveries', { params }));
    },
    5_000,
  );
  const tag = (one: Delivery) => <Tag color={COLOURS[one.status]}>{code('deliveryStatus', one.status)}</Tag>;
  const tries = (one: Delivery) => opened === one.id && <Tries endpoint={endpoint} delivery={one} />;
  return (
    <Drawer open size={720} title={say('delivery.title')} onClose={onClose}>
      <Flex vertical gap={12}>
        <code>{endpoint.url}</code>
        <Segmented
          value={status}
          onChange={setStatus}
          options={[
            { value: 'any' as const, label: say('delivery.any') },
            ...STATUSES.map((value) => ({ value, label: code('deliveryStatus', value) })),
          ]}
        />
        <ListTable<Delivery>
          {...list}
          rowKey={(one) => one.id}
          onOpen={(one) => setOpened(opened === one.id ? undefined : one.id)}
          empty={say('delivery.none')}
          columns={[
            {
              key: 'event',
              title: say('delivery.event'),
              render: (_, one) => (
                <Flex vertical gap={6}>
                  {kinds.nameOf(one.eventType)}
                  {tries(one)}
                </Flex>
              ),
            },
            { key: 'status', title: say('delivery.status'), render: (_, one) => tag(one) },
            { key: 'attempts', title: say('delivery.attempts'), align: 'right', dataIndex: 'attempts' },
            { key: 'at', title: say('delivery.at'), render: (_, one) => <When at={one.createdAt} /> },
          ]}
          card={(one) => (
            <Flex vertical gap={6}>
              <Flex justify="space-between" gap={8} wrap>
                <strong>{kinds.nameOf(one.eventType)}</strong>
                {tag(one)}
              </Flex>
              <When at={one.createdAt} />
              {tries(one)}
            </Flex>
          )}
        />
      </Flex>
    </Drawer>
  );
}

function Tries({ endpoint, delivery }: { endpoint: Endpoint; delivery: Delivery }) {
  const say = useSay();
  const code = useCode();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const path = { id: endpoint.id, deliveryId: delivery.id };
  const detail = useQuery({
    queryKey: ['delivery', delivery.id, delivery.attempts, delivery.status],
    queryFn: async () =>
      answerOf(await api.GET('/v1/webhooks/{id}/deliveries/{deliveryId}', { params: { path } })),
  });
  const resend = useMutation({
    mutationFn: async () =>
      answerOf(
        await api.POST('/v1/webhooks/{id}/deliveries/{deliveryId}/resend', {
          params: { path, header: oneKey() },
        }),
      ),
    onSuccess: async () => {
      void message.success(say('delivery.resent'));
      await queries.invalidateQueries({ queryKey: ['deliveries'] });
    },
  });
  return (
    <Loaded query={detail}>
      {({ tries }) => (
        <Flex vertical gap={8} align="start" className="wraps narrow">
          <ul className="findings">
            {tries.map((one) => (
              <li key={one.attempt}>
                {say('delivery.try', { n: one.attempt })} · <When at={one.at} /> ·{' '}
                {one.status === null
                  ? say('delivery.noAnswer', { failure: code('deliveryFailure', one.failure) })
                  : say('delivery.http', { status: one.status })}{' '}
                · {one.latencyMs.toLocaleString()} ms
                <br />
                <Typography.Text type="secondary">
                  {say('delivery.body')} <code>{one.body === '' ? say('delivery.empty') : one.body}</code>
                </Typography.Text>
              </li>
            ))}
          </ul>
          <Button
            size="small"
            loading={resend.isPending}
            onClick={(event) => {
              event.stopPropagation();
              resend.mutate();
            }}
          >
            {say('delivery.resend')}
          </Button>
          <ProblemAlert error={resend.error} />
        </Flex>
      )}
    </Loaded>
  );
}
