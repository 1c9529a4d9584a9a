import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Flex, Tag, Typography } from 'antd';
import { useState } from 'react';
import { api } from '../../../api/client';
import type { components } from '../../../api/generated';
import { answerOf } from '../../../api/problem';
import { useListed } from '../../../i18n/language';
import { useWord } from '../../../i18n/use-text';
import { ListTable } from '../../../ui/list-table';
import { ProblemAlert } from '../../../ui/problem-alert';
import { When } from '../../../ui/when';
import { KeyForm, usePartners } from './key-form';
import { ShownOnce } from './shown-once';
import { useSay } from './use-words';

type Key = components['schemas']['ApiKey'];

/** Keys with which partners' systems call the API: made, shown once, revoked for good. */
export function ApiKeys() {
  const say = useSay();
  const word = useWord();
  const listed = useListed();
  const queries = useQueryClient();
  const { modal } = App.useApp();
  const partners = usePartners();
  const [making, setMaking] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const list = useQuery({
    queryKey: ['api-keys'],
    queryFn: async () => answerOf(await api.GET('/v1/api-keys')).data,
  });
  const revoke = useMutation({
    mutationFn: async (id: string) =>
      answerOf(await api.DELETE('/v1/api-keys/{id}', { params: { path: { id } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: ['api-keys'] }),
  });
  const partner = (one: Key) => partners.find(({ id }) => id === one.partnerId)?.name ?? '—';
  const state = (one: Key) =>
    one.revokedAt === null ? (
      <Tag color="green">{say('key.active')}</Tag>
    ) : (
      <span>
        <Tag>{say('key.revoked')}</Tag>
        <When at={one.revokedAt} />
      </span>
    );
  const used = (one: Key) => (one.lastUsedAt === null ? say('key.never') : <When at={one.lastUsedAt} />);
  const scopes = (one: Key) => (
    <details>
      <summary>{say('key.scopeCount', { n: one.scopes.length })}</summary>
      <span className="wraps narrow">
        {listed(
          one.scopes.map((scope) => {
            const [action = '', thing = ''] = scope.split(':');
            return `${word('action', action)} ${word('thing', thing)}`;
          }),
        )}
      </span>
    </details>
  );
  const button = (one: Key) =>
    one.revokedAt === null && (
      <Button
        size="small"
        danger
        onClick={() =>
          modal.confirm({
            title: say('key.revoke'),
            content: say('key.effectRevoke', { label: one.label }),
            okText: say('key.revoke'),
            onOk: () => revoke.mutateAsync(one.id).catch(() => undefined),
          })
        }
      >
        {say('key.revoke')}
      </Button>
    );
  return (
    <Flex vertical gap={12}>
      <Flex gap={12} align="center" wrap>
        <Button type="primary" onClick={() => setMaking(true)}>
          {say('key.new')}
        </Button>
        <Typography.Text type="secondary">{say('key.help')}</Typography.Text>
      </Flex>
      <ProblemAlert error={revoke.error} />
      <ListTable<Key>
        rows={list.data ?? []}
        loading={list.isLoading}
        error={list.error}
        more={undefined}
        rowKey={(one) => one.id}
        empty={say('key.none')}
        columns={[
          { key: 'partner', title: say('key.partner'), render: (_, one) => partner(one) },
          { key: 'label', title: say('key.label'), dataIndex: 'label' },
          {
            key: 'prefix',
            title: say('key.prefix'),
            render: (_, one) => <code>{`lfk_${one.prefix}_…`}</code>,
          },
          { key: 'scopes', title: say('key.scopes'), render: (_, one) => scopes(one) },
          { key: 'created', title: say('hook.created'), render: (_, one) => <When at={one.createdAt} /> },
          { key: 'used', title: say('key.used'), render: (_, one) => used(one) },
          { key: 'state', title: say('hook.state'), render: (_, one) => state(one) },
          { key: 'do', title: '', render: (_, one) => button(one) },
        ]}
        card={(one) => (
          <Flex vertical gap={6}>
            <Flex justify="space-between" gap={8} wrap>
              <strong>{`${partner(one)} · ${one.label}`}</strong>
              {state(one)}
            </Flex>
            <code>{`lfk_${one.prefix}_…`}</code>
            {scopes(one)}
            <span>
              {say('key.used')} {used(one)}
            </span>
            <span>{button(one)}</span>
          </Flex>
        )}
      />
      {making && (
        <KeyForm
          onLeave={() => setMaking(false)}
          onDone={(made) => {
            setMaking(false);
            setSecret(made);
            void queries.invalidateQueries({ queryKey: ['api-keys'] });
          }}
        />
      )}
      {secret !== null && (
        <ShownOnce
          title={say('key.new')}
          warning={say('key.once')}
          secret={secret}
          onClose={() => setSecret(null)}
        />
      )}
    </Flex>
  );
}
