import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Flex, type TableColumnsType, Tag, Typography } from 'antd';
import { useState } from 'react';
import { api } from '../../api/client';
import type { components } from '../../api/generated';
import { answerOf } from '../../api/problem';
import { useListed } from '../../i18n/language';
import { useText, useWord } from '../../i18n/use-text';
import { ListTable } from '../../ui/list-table';
import { Money } from '../../ui/money';
import { ProblemAlert } from '../../ui/problem-alert';
import { usePages } from '../../ui/use-pages';
import { AccessChanges } from './access-changes';
import { UserForm } from './user-form';

type User = components['schemas']['User'];

/** People who work here, what they may, and how far it reaches. */
export function Users({ mayManage }: { mayManage: boolean }) {
  const say = useText();
  const word = useWord();
  const listed = useListed();
  const queries = useQueryClient();
  const { message, modal } = App.useApp();
  const [chosen, setChosen] = useState<User | 'new'>();
  const list = usePages<User>(['users'], async (cursor) =>
    answerOf(await api.GET('/v1/users', { params: { query: { cursor, limit: 50 } } })),
  );
  const done = async () => {
    setChosen(undefined);
    void message.success(say('users.saved'));
    await Promise.all(
      ['users', 'access-changes'].map((key) => queries.invalidateQueries({ queryKey: [key] })),
    );
  };
  const lock = useMutation({
    mutationFn: async (id: string) =>
      answerOf(await api.PATCH('/v1/users/{id}', { params: { path: { id } }, body: { active: false } })),
    onSuccess: done,
  });
  const state = ({ active }: User) => (
    <Tag color={active ? 'green' : 'default'}>{say(active ? 'users.active' : 'users.disabled')}</Tag>
  );
  const roles = (one: User) => listed(one.roles.map((role) => word('role', role)));
  const actions = (one: User) =>
    mayManage && (
      <Flex gap={8}>
        <Button size="small" onClick={() => setChosen(one)}>
          {say('users.change')}
        </Button>
        {one.active ? (
          <Button
            size="small"
            danger
            loading={lock.isPending}
            onClick={() =>
              modal.confirm({
                title: say('users.disable'),
                content: say('users.disableEffect', { name: one.displayName }),
                okText: say('confirm'),
                onOk: () => lock.mutateAsync(one.id).catch(() => undefined),
              })
            }
          >
            {say('users.disable')}
          </Button>
        ) : (
          <Button size="small" onClick={() => setChosen({ ...one, active: true })}>
            {say('users.enable')}
          </Button>
        )}
      </Flex>
    );
  const columns: TableColumnsType<User> = [
    { key: 'name', title: say('users.name'), dataIndex: 'displayName' },
    { key: 'subject', title: say('users.subject'), dataIndex: 'subject' },
    { key: 'roles', title: say('users.roles'), render: (_, one) => roles(one) },
    { key: 'branch', title: say('users.branch'), render: (_, one) => one.branch ?? say('users.everyBranch') },
    {
      ...{ key: 'limit', title: say('users.limit'), align: 'right' },
      render: (_, one) =>
        one.authorityLimitMinor === null ? say('users.byRole') : <Money minor={one.authorityLimitMinor} />,
    },
    { key: 'active', title: say('loan.status'), render: (_, one) => state(one) },
    { key: 'do', title: '', render: (_, one) => actions(one) },
  ];
  return (
    <Flex vertical gap={12}>
      <Flex gap={12} align="center" wrap>
        {mayManage && (
          <Button type="primary" onClick={() => setChosen('new')}>
            {say('users.new')}
          </Button>
        )}
        <Typography.Text type="secondary">{say('users.audited')}</Typography.Text>
      </Flex>
      <ProblemAlert error={lock.error} />
      <AccessChanges mayManage={mayManage} kind="user" />
      <ListTable<User>
        {...list}
        columns={columns}
        rowKey={(one) => one.id}
        empty={say('find.none')}
        card={(one) => (
          <Flex vertical gap={6}>
            <Flex justify="space-between">
              <strong>{one.displayName}</strong>
              {state(one)}
            </Flex>
            <span>{roles(one)}</span>
            {actions(one)}
          </Flex>
        )}
      />
      {chosen && (
        <UserForm
          user={chosen === 'new' ? null : chosen}
          lettingIn={
            chosen !== 'new' &&
            chosen.active &&
            list.rows.some(({ id, active }) => id === chosen.id && !active)
          }
          onDone={() => void done()}
          onLeave={() => setChosen(undefined)}
        />
      )}
    </Flex>
  );
}
