import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Flex, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { api, oneKey } from '../../api/client';
import type { components } from '../../api/generated';
import { answerOf } from '../../api/problem';
import { sameKey } from '../../api/same-key';
import { useText, useWord } from '../../i18n/use-text';
import { CommentField } from '../../ui/comment-field';
import { minorOf } from '../../ui/money-text';
import { PlainSelect } from '../../ui/plain-select';
import { ProblemAlert } from '../../ui/problem-alert';
import { Secondary } from '../../ui/secondary';

type Role = components['schemas']['RoleDetail'];
export type Permission = Role['permissions'][number];
const REACHES = ['branch', 'all'] as const;

interface PermissionFormProps {
  role: Role;
  permission: Permission;
  onDone: () => void;
}

/** Asks for a change of how far one permission of a role reaches, and up to which amount its people may decide. */
export function PermissionForm({ role, permission, onDone }: PermissionFormProps) {
  const say = useText();
  const word = useWord();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const { action, subject } = permission;
  const decides = action === 'decide';
  const [reach, setReach] = useState(REACHES.find((one) => one === permission.reach));
  const [limit, setLimit] = useState<number | null>(
    permission.maxAmountMinor === null ? null : Number(permission.maxAmountMinor) / 100,
  );
  const [reason, setReason] = useState('');
  const [key] = useState(() => crypto.randomUUID());
  const silent = reason.trim() === '';
  const change = useMutation({
    mutationFn: async () => {
      const body = { action, subject, reach, reason, ...(decides && { maxAmountMinor: minorOf(limit) }) };
      const params = { header: oneKey(await sameKey(key, body)), path: { role: role.role } };
      return answerOf(await api.POST('/v1/roles/{role}/changes', { params, body }));
    },
    onSuccess: async () => {
      void message.success(say('users.waits'));
      await queries.invalidateQueries({ queryKey: ['access-changes'] });
      onDone();
    },
  });
  return (
    <Modal
      open
      title={`${word('role', role.role)} · ${word('action', action)} ${word('thing', subject)}`}
      okText={say('roles.change')}
      okButtonProps={{ disabled: silent, loading: change.isPending }}
      onOk={() => change.mutate()}
      onCancel={onDone}
    >
      <Flex vertical gap={10}>
        <PlainSelect
          label={say('roles.reach')}
          value={reach}
          options={REACHES.map((value) => ({ value, label: word('reach', value) }))}
          onChange={setReach}
        />
        {decides && (
          <>
            <label htmlFor="permission-limit">{say('roles.limit')}</label>
            <InputNumber
              id="permission-limit"
              value={limit}
              min={0.01}
              precision={2}
              placeholder={say('roles.noLimit')}
              onChange={setLimit}
              style={{ width: '100%' }}
            />
          </>
        )}
        <Alert type="info" showIcon title={say('roles.effect', { n: role.users })} />
        <CommentField label={say('users.reason')} value={reason} onChange={setReason} />
        {silent && <Secondary>{say('users.needReason')}</Secondary>}
        <ProblemAlert error={change.error} />
      </Flex>
    </Modal>
  );
}
