import { Button, Spin } from 'antd';
import { lazy, Suspense, useState } from 'react';
import type { components } from '../../api/generated';
import { useText } from '../../i18n/use-text';

const OrderDrawer = lazy(() => import('../../money/order-drawer'));

/** Opens the drawer in which an operation on the loan's money is ordered; its code comes with the first opening. */
export function OrderButton({ loan }: { loan: components['schemas']['Loan'] }) {
  const say = useText();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {say('order.button')}
      </Button>
      {open && (
        <Suspense fallback={<Spin fullscreen />}>
          <OrderDrawer loan={loan} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
