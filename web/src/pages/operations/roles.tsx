import { useQuery } from '@tanstack/react-query';
import { Button, Collapse } from 'antd';
import { useState } from 'react';
import { api } from '../../api/client';
import type { components } from '../../api/generated';
import { answerOf } from '../../api/problem';
import { useText, useWord } from '../../i18n/use-text';
import { Money } from '../../ui/money';
import { Loaded } from '../../ui/page';
import { WideTable } from '../../ui/wide-table';
import { AccessChanges } from './access-changes';
import { type Permission, PermissionForm } from './permission-form';

type Role = components['schemas']['RoleDetail'];

/** What each role permits, how far it reaches and up to which amount; an administrator changes the last two. */
export function Roles({ mayManage }: { mayManage: boolean }) {
  const say = useText();
  const word = useWord();
  const [chosen, setChosen] = useState<{ role: Role; permission: Permission }>();
  const roles = useQuery({
    queryKey: ['roles'],
    queryFn: async () => answerOf(await api.GET('/v1/roles')).data,
  });
  const what = ({ action, subject }: Permission) => `${word('action', action)} ${word('thing', subject)}`;
  const table = (role: Role) => (
    <WideTable<Permission>
      rowKey={({ action, subject }) => `${action}:${subject}`}
      dataSource={role.permissions}
      columns={[
        { key: 'what', title: say('users.permits'), render: (_, one) => what(one) },
        { key: 'reach', title: say('users.reach'), render: (_, one) => word('reach', one.reach) },
        {
          ...{ key: 'limit', title: say('roles.limit'), align: 'right' },
          render: (_, { action, maxAmountMinor }) =>
            maxAmountMinor !== null ? (
              <Money minor={maxAmountMinor} />
            ) : action === 'decide' ? (
              say('roles.noLimit')
            ) : (
              '—'
            ),
        },
        {
          ...{ key: 'do', title: '' },
          render: (_, permission) =>
            mayManage &&
            permission.reach !== 'own' && (
              <Button
                size="small"
                aria-label={`${say('users.change')}: ${what(permission)}`}
                onClick={() => setChosen({ role, permission })}
              >
                {say('users.change')}
              </Button>
            ),
        },
      ]}
    />
  );
  return (
    <Loaded query={roles}>
      {(all) => (
        <>
          <AccessChanges mayManage={mayManage} kind="role" />
          <Collapse
            items={all.map((role) => ({
              key: role.role,
              label: `${word('role', role.role)} · ${say('users.people')} ${role.users}`,
              children: table(role),
            }))}
          />
          {chosen && <PermissionForm {...chosen} onDone={() => setChosen(undefined)} />}
        </>
      )}
    </Loaded>
  );
}
