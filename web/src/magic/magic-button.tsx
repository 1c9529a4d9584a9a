import { Button, Spin } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { openShelf } from '../i18n/language';
import { useText } from '../i18n/use-text';

// Names of the parties are words that not every page has brought.
const MagicDrawer = lazy(async () => (await Promise.all([import('./magic-drawer'), openShelf('house')]))[0]);

/** Opens the invented people and magic values of the sandbox, from every page of a test installation. */
export function MagicButton() {
  const say = useText();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {say('clock.testData')}
      </Button>
      {open && (
        <Suspense fallback={<Spin fullscreen />}>
          <MagicDrawer onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
