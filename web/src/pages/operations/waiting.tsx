import { Flex } from 'antd';
import { permits, useSession } from '../../auth/session';
import { Orders } from '../../money/orders';
import { AccessWaiting } from './access-waiting';

/** What waits for a second person: orders on every loan's money and, for whoever may decide them, changes of access. */
export function Waiting() {
  const mayDecide = permits(useSession(), 'manage', 'Staff');
  return (
    <Flex vertical gap={12} style={{ minWidth: 0 }}>
      {mayDecide && <AccessWaiting />}
      <Orders />
    </Flex>
  );
}
