import { lazy, Suspense } from 'react';
import { permits, type Session } from '../auth/session';
import { useText } from '../i18n/use-text';
import { MagicButton } from '../magic/magic-button';

const Clocks = lazy(() => import('./clocks').then((file) => ({ default: file.Clocks })));

/** Says that this is a test installation; operators move its clocks from here. */
export function ClockBanner({ session }: { session: Session }) {
  const say = useText();
  return (
    <section className="clock-banner" aria-label={say('clock')}>
      <strong>{say('clock')}</strong>
      <span>{say('clock.help')}</span>
      <MagicButton />
      {permits(session, 'manage', 'TestClock') && (
        <Suspense>
          <Clocks />
        </Suspense>
      )}
    </section>
  );
}
