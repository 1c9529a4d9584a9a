import { Button, Popover, Skeleton } from 'antd';
import { type ReactNode, Suspense, useState } from 'react';

interface PopoverButtonProps {
  label: string;
  className?: string;
  /** How wide the form is about to be, in pixels, while its code comes. */
  width: number;
  /** The form, told how to close itself. */
  children: (close: () => void) => ReactNode;
}

/** A button under which a small form opens; the form may be lazy and comes when it is first opened. */
export function PopoverButton({ label, className, width, children }: PopoverButtonProps) {
  const [open, setOpen] = useState(false);
  const form = (
    <Suspense fallback={<Skeleton active style={{ width }} />}>{children(() => setOpen(false))}</Suspense>
  );
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomLeft"
      content={form}
      destroyOnHidden
    >
      <Button aria-haspopup="dialog" aria-expanded={open} className={className}>
        {label}
      </Button>
    </Popover>
  );
}
