import { useQuery } from '@tanstack/react-query';
import { Collapse, Flex, Tag } from 'antd';
import { api } from '../../api/client';
import { answerOf } from '../../api/problem';
import { useText, useWord } from '../../i18n/use-text';
import { moneyText } from '../../ui/money';
import { Loaded } from '../../ui/page';

/** What each role permits, how far it reaches and up to which amount. */
export function Roles() {
  const say = useText();
  const word = useWord();
  const roles = useQuery({
    queryKey: ['roles'],
    queryFn: async () => answerOf(await api.GET('/v1/roles')).data,
  });
  return (
    <Loaded query={roles}>
      {(all) => (
        <Collapse
          items={all.map(({ role, users, permissions }) => ({
            key: role,
            label: `${word('role', role)} · ${say('users.people')} ${users}`,
            children: (
              <Flex wrap gap={6}>
                {permissions.map(({ action, subject, reach, maxAmountMinor }) => (
                  <Tag key={`${action}:${subject}`}>
                    {`${word('action', action)} ${word('thing', subject)} · ${word('reach', reach)}`}
                    {maxAmountMinor !== null && ` · ≤ ¥${moneyText(maxAmountMinor)}`}
                  </Tag>
                ))}
              </Flex>
            ),
          }))}
        />
      )}
    </Loaded>
  );
}
