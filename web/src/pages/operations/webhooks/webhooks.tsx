import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Flex, Tag, Typography } from 'antd';
import { useState } from 'react';
import { api, ifVersion, oneKey } from '../../../api/client';
import { answerOf } from '../../../api/problem';
import { useLanguage } from '../../../i18n/language';
import { ListTable } from '../../../ui/list-table';
import { ProblemAlert } from '../../../ui/problem-alert';
import { exactly, When } from '../../../ui/when';
import { Deliveries } from './deliveries';
import { type Endpoint, EndpointForm } from './endpoint-form';
import { endpointsQuery, OffNotice } from './off-notice';
import { ShownOnce } from './shown-once';
import { useCode, useSay } from './use-words';

type Act = 'ping' | 'rotate' | 'delete' | 'turn';

/** Endpoints of the lender that are told of events: made, tested, changed, given a new secret, their deliveries read. */
export function Webhooks() {
  const say = useSay();
  const code = useCode();
  const language = useLanguage();
  const queries = useQueryClient();
  const { modal, message } = App.useApp();
  const [edited, setEdited] = useState<Endpoint | 'new'>();
  const [read, setRead] = useState<Endpoint>();
  const [secret, setSecret] = useState<string | null>(null);
  const list = useQuery(endpointsQuery);
  const act = useMutation({
    mutationFn: async ({ what, one }: { what: Act; one: Endpoint }): Promise<string | null> => {
      const path = { id: one.id };
      const header = oneKey();
      switch (what) {
        case 'ping':
          answerOf(await api.POST('/v1/webhooks/{id}/ping', { params: { path, header } }));
          void message.success(say('hook.pinged'));
          return null;
        case 'rotate': {
          const body = { graceHours: 24 };
          const params = { path, header };
          return answerOf(await api.POST('/v1/webhooks/{id}/rotate-secret', { params, body })).secret;
        }
        case 'turn': {
          const params = { path, header: ifVersion(one.version) };
          answerOf(await api.PATCH('/v1/webhooks/{id}', { params, body: { enabled: !one.enabled } }));
          return null;
        }
        case 'delete': {
          const { error, response } = await api.DELETE('/v1/webhooks/{id}', { params: { path } });
          if (!response.ok) answerOf({ error });
          return null;
        }
      }
    },
    onSuccess: setSecret,
    onSettled: () => queries.invalidateQueries({ queryKey: ['webhooks'] }),
  });
  const asked = (what: Act, one: Endpoint, title: string, content: string) =>
    modal.confirm({
      ...{ title, content, okText: title },
      onOk: () => act.mutateAsync({ what, one }).catch(() => undefined),
    });
  const state = (one: Endpoint) => (
    <Flex gap={4} wrap>
      <Tag color={one.enabled ? 'green' : 'default'}>{say(one.enabled ? 'hook.on' : 'hook.off')}</Tag>
      {one.disabledReason && <Tag color="red">{code('hookOff', one.disabledReason)}</Tag>}
      {one.failingSince && (
        <Tag color="red">{say('hook.failing', { at: exactly(one.failingSince, language) })}</Tag>
      )}
      {one.formerSecretExpiresAt && Date.parse(one.formerSecretExpiresAt) > Date.now() && (
        <Tag color="gold">
          {say('hook.formerUntil', { at: exactly(one.formerSecretExpiresAt, language) })}
        </Tag>
      )}
    </Flex>
  );
  const events = ({ eventTypes }: Endpoint) =>
    eventTypes.includes('*') ? say('hook.all') : say('hook.count', { n: eventTypes.length });
  const turn = (one: Endpoint) =>
    one.enabled
      ? asked('turn', one, say('hook.disable'), say('hook.effectDisable', { url: one.url }))
      : act.mutate({ what: 'turn', one });
  const actions = (one: Endpoint) => (
    <Flex gap={6} wrap>
      <Button size="small" onClick={() => setRead(one)}>
        {say('hook.log')}
      </Button>
      <Button size="small" onClick={() => act.mutate({ what: 'ping', one })}>
        {say('hook.ping')}
      </Button>
      <Button size="small" onClick={() => setEdited(one)}>
        {say('hook.change')}
      </Button>
      <Button size="small" onClick={() => asked('rotate', one, say('hook.rotate'), say('hook.effectRotate'))}>
        {say('hook.rotate')}
      </Button>
      <Button size="small" onClick={() => turn(one)}>
        {say(one.enabled ? 'hook.disable' : 'hook.enable')}
      </Button>
      <Button
        size="small"
        danger
        onClick={() => asked('delete', one, say('hook.delete'), say('hook.effectDelete', { url: one.url }))}
      >
        {say('hook.delete')}
      </Button>
    </Flex>
  );
  const address = (one: Endpoint) => (
    <Flex vertical>
      <code>{one.url}</code>
      {one.description !== '' && <Typography.Text type="secondary">{one.description}</Typography.Text>}
    </Flex>
  );
  return (
    <Flex vertical gap={12}>
      <Flex gap={12} align="center" wrap>
        <Button type="primary" onClick={() => setEdited('new')}>
          {say('hook.new')}
        </Button>
        <Typography.Text type="secondary">{say('hook.help')}</Typography.Text>
      </Flex>
      <ProblemAlert error={act.error} />
      <OffNotice endpoints={list.data ?? []} />
      <ListTable<Endpoint>
        rows={list.data ?? []}
        loading={list.isLoading}
        error={list.error}
        more={undefined}
        rowKey={(one) => one.id}
        empty={say('hook.none')}
        columns={[
          { key: 'url', title: say('hook.url'), render: (_, one) => address(one) },
          { key: 'events', title: say('hook.events'), render: (_, one) => events(one) },
          { key: 'state', title: say('hook.state'), render: (_, one) => state(one) },
          { key: 'created', title: say('hook.created'), render: (_, one) => <When at={one.createdAt} /> },
          { key: 'do', title: '', render: (_, one) => actions(one) },
        ]}
        card={(one) => (
          <Flex vertical gap={6}>
            {address(one)}
            <span>{events(one)}</span>
            {state(one)}
            {actions(one)}
          </Flex>
        )}
      />
      {edited && (
        <EndpointForm
          endpoint={edited === 'new' ? null : edited}
          onLeave={() => setEdited(undefined)}
          onDone={(made) => {
            setEdited(undefined);
            setSecret(made);
            void queries.invalidateQueries({ queryKey: ['webhooks'] });
          }}
        />
      )}
      {read && <Deliveries endpoint={read} onClose={() => setRead(undefined)} />}
      {secret !== null && (
        <ShownOnce
          title={say('hook.secret')}
          warning={say('hook.secretOnce')}
          secret={secret}
          onClose={() => setSecret(null)}
        />
      )}
    </Flex>
  );
}
