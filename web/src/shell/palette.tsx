import { Button, Spin } from 'antd';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useText } from '../i18n/use-text';
import { useNarrow } from '../ui/use-media';

const PaletteBox = lazy(() => import('./palette-box').then((file) => ({ default: file.PaletteBox })));

/** The way to everything: Ctrl K anywhere, or a button; its dialog comes when it is first opened. */
export function Palette() {
  const say = useText();
  const narrow = useNarrow();
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      setOpen(true);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {say(narrow ? 'palette.short' : 'palette.open')}
      </Button>
      {open && (
        <Suspense fallback={<Spin fullscreen />}>
          <PaletteBox onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
