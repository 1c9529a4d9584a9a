import { NavLink } from 'react-router';
import { useText } from '../../i18n/use-text';

const PLACES = [
  { to: '/my', label: 'my.nav.home' },
  { to: '/my/messages', label: 'my.nav.messages' },
  { to: '/my/cards', label: 'my.nav.cards' },
  { to: '/my/account', label: 'my.nav.account' },
] as const;

/** The borrower's pages, side by side under the thumb. */
export function MyNav() {
  const say = useText();
  return (
    <nav className="my-nav" aria-label={say('my.nav')}>
      {PLACES.map(({ to, label }) => (
        <NavLink key={to} to={to} end={to === '/my'}>
          {say(label)}
        </NavLink>
      ))}
    </nav>
  );
}
