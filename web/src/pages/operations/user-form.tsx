import { useMutation } from '@tanstack/react-query';
import { Flex, Input, InputNumber, Modal, Select } from 'antd';
import { useState } from 'react';
import { api, oneKey } from '../../api/client';
import type { components } from '../../api/generated';
import { answerOf } from '../../api/problem';
import { sameKey } from '../../api/same-key';
import { useText, useWord } from '../../i18n/use-text';
import { CommentField } from '../../ui/comment-field';
import { minorOf } from '../../ui/money-text';
import { ProblemAlert } from '../../ui/problem-alert';
import { Secondary } from '../../ui/secondary';

type User = components['schemas']['User'];
type Role = components['schemas']['CreateUser']['roles'][number];
const ROLES: readonly Role[] = [
  ...(['officer', 'senior_officer', 'committee', 'risk_manager'] as const),
  ...(['collector', 'operator', 'auditor', 'administrator'] as const),
];

/** Asks for a new member of staff, for a change of what one may, or to let one in again; a name changes at once. */
export function UserForm({
  user,
  lettingIn,
  onDone,
  onLeave,
}: {
  user: User | null;
  lettingIn: boolean;
  onDone: () => void;
  onLeave: () => void;
}) {
  const say = useText();
  const word = useWord();
  const [subject, setSubject] = useState(user?.subject ?? '');
  const [displayName, setName] = useState(user?.displayName ?? '');
  const [roles, setRoles] = useState<Role[]>(ROLES.filter((role) => user?.roles.includes(role)));
  const [branch, setBranch] = useState(user?.branch ?? '');
  const [limit, setLimit] = useState<number | null>(
    user?.authorityLimitMinor ? Number(user.authorityLimitMinor) / 100 : null,
  );
  const [key] = useState(() => crypto.randomUUID());
  const [reason, setReason] = useState('');
  const access = {
    ...{ roles, branch: branch === '' ? null : branch },
    authorityLimitMinor: minorOf(limit),
  };
  const changes =
    user === null ||
    lettingIn ||
    [...roles].sort().join() !== [...user.roles].sort().join() ||
    access.branch !== user.branch ||
    access.authorityLimitMinor !== user.authorityLimitMinor;
  const save = useMutation({
    mutationFn: async () => {
      const wish = { ...access, reason };
      if (user === null) {
        const body = { subject, displayName, ...wish };
        return answerOf(
          await api.POST('/v1/users', { params: { header: oneKey(await sameKey(key, body)) }, body }),
        );
      }
      const path = { id: user.id };
      if (displayName !== user.displayName)
        answerOf(await api.PATCH('/v1/users/{id}', { params: { path }, body: { displayName } }));
      if (!changes) return;
      const body = { ...wish, ...(lettingIn && { active: true as const }) };
      const header = oneKey(await sameKey(key, body));
      return answerOf(await api.POST('/v1/users/{id}/changes', { params: { header, path }, body }));
    },
    onSuccess: onDone,
  });
  const lacking = subject === '' || displayName.trim() === '' || roles.length === 0;
  const silent = changes && reason.trim() === '';
  const why = lacking ? 'users.needs' : silent ? 'users.needReason' : null;
  return (
    <Modal
      open
      title={user === null ? say('users.new') : user.displayName}
      okText={say(user === null ? 'users.new' : 'users.change')}
      okButtonProps={{ disabled: why !== null, loading: save.isPending }}
      onOk={() => save.mutate()}
      onCancel={onLeave}
    >
      <Flex vertical gap={8}>
        <label htmlFor="user-subject">{say('users.subject')}</label>
        <Input
          id="user-subject"
          value={subject}
          disabled={user !== null}
          maxLength={128}
          onChange={(event) => setSubject(event.target.value.trim())}
        />
        <label htmlFor="user-name">{say('users.name')}</label>
        <Input
          id="user-name"
          value={displayName}
          maxLength={80}
          onChange={(event) => setName(event.target.value)}
        />
        <label htmlFor="user-roles">{say('users.roles')}</label>
        <Select
          id="user-roles"
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          value={roles}
          onChange={setRoles}
          options={ROLES.map((value) => ({ value, label: word('role', value) }))}
        />
        <label htmlFor="user-branch">{say('users.branch')}</label>
        <Input
          id="user-branch"
          value={branch}
          placeholder={say('users.everyBranch')}
          maxLength={12}
          onChange={(event) => setBranch(event.target.value.trim().toUpperCase())}
        />
        <label htmlFor="user-limit">{say('users.limit')}</label>
        <InputNumber
          id="user-limit"
          value={limit}
          min={0.01}
          precision={2}
          placeholder={say('users.byRole')}
          onChange={setLimit}
          style={{ width: '100%' }}
        />
        {changes && <CommentField label={say('users.reason')} value={reason} onChange={setReason} />}
        {why !== null && <Secondary>{say(why)}</Secondary>}
        <ProblemAlert error={save.error} />
      </Flex>
    </Modal>
  );
}
