import { Drawer, Flex } from 'antd';
import { ProblemAlert } from '../ui/problem-alert';
import { Difference } from './difference';
import { isKind } from './kinds';
import { OrderFacts } from './order-facts';
import type { Order } from './orders';
import { SecondWord } from './second-word';
import { usePreview } from './use-preview';
import { useSay } from './use-words';
import { operationOf, valuesOf } from './values';

/** An order with what it would do now; a second person approves or refuses it here. */
export default function ReviewDrawer({ order, onClose }: { order: Order; onClose: () => void }) {
  const say = useSay();
  const waits = order.status === 'proposed';
  const operation = isKind(order.kind) ? operationOf(order.kind, valuesOf(order.data)) : null;
  const preview = usePreview(
    order.loanId,
    waits && operation !== null ? { operation, effectiveOn: order.effectiveOn } : null,
  );
  return (
    <Drawer
      open
      title={say('order.reviewTitle')}
      size="min(1080px, 100vw)"
      onClose={onClose}
      closable={{ 'aria-label': say('keys.close') }}
    >
      <Flex vertical gap={16}>
        <OrderFacts order={order} />
        <ProblemAlert error={preview.error} />
        {waits && preview.data && <Difference preview={preview.data} />}
        {waits && <SecondWord order={order} shown={preview.isSuccess} onDone={onClose} />}
      </Flex>
    </Drawer>
  );
}
