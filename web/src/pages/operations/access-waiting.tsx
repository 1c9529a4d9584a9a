import { Flex } from 'antd';
import { Link } from 'react-router';
import { useSession } from '../../auth/session';
import { useText } from '../../i18n/use-text';
import { useAccessChanges } from './use-access-changes';

const TABS = { user: 'users', role: 'roles' } as const;

/** How many changes of access other administrators asked for, and the way to them; nothing where there are none. */
export function AccessWaiting() {
  const say = useText();
  const session = useSession();
  const { rows, more } = useAccessChanges();
  const others = rows.filter(({ proposedBy }) => proposedBy.id !== session.id);
  if (others.length === 0) return null;
  return (
    <Flex gap={8} wrap role="status">
      <span>{say('access.yours')}</span>
      {(['user', 'role'] as const).map((kind) => {
        const n = others.filter(({ change }) => change.kind === kind).length;
        return (
          n > 0 && (
            <Link key={kind} to={`/operations?tab=${TABS[kind]}`}>
              {`${say(`ops.${TABS[kind]}`)} (${n}${more === undefined ? '' : '+'})`}
            </Link>
          )
        );
      })}
    </Flex>
  );
}
