import { Button, Flex, Spin, theme } from 'antd';
import { Suspense, useEffect, useState } from 'react';
import { Link, Navigate, NavLink, useLocation, useNavigate } from 'react-router';
import { leave, renewLogin } from '../auth/borrower-session';
import { endLogin, type Login, useLogin, useLoginEnd } from '../auth/login-store';
import { permits, type Session, useInstallation, useMaybeSession, useSession } from '../auth/session';
import { useListed } from '../i18n/language';
import { useText, useWord } from '../i18n/use-text';
import type { TextKey } from '../i18n/zh';
import { ProblemAlert } from '../ui/problem-alert';
import { Secondary } from '../ui/secondary';
import { useNarrow } from '../ui/use-media';
import { ClockBanner } from './clock-banner';
import { Palette } from './palette';
import { Permitted } from './permitted';
import { Preferences } from './preferences';
import { Watermark } from './watermark';

const PLACES: readonly { to: string; label: TextKey; for: (session: Session) => boolean }[] = [
  { to: '/inbox', label: 'nav.inbox', for: (s) => s.kind === 'staff' && permits(s, 'read', 'Task') },
  { to: '/applications', label: 'nav.applications', for: (s) => s.kind === 'staff' },
  { to: '/loans', label: 'nav.loans', for: (s) => s.kind === 'staff' },
  {
    to: '/customers',
    label: 'nav.customers',
    for: (s) => s.kind === 'staff' && permits(s, 'read', 'Customer'),
  },
  { to: '/studio', label: 'nav.studio', for: (s) => s.kind === 'staff' && permits(s, 'read', 'Policy') },
  { to: '/orders', label: 'nav.orders', for: (s) => s.kind === 'staff' && permits(s, 'decide', 'Loan') },
  {
    to: '/dashboard',
    label: 'nav.dashboard',
    for: (s) => s.kind === 'staff' && permits(s, 'read', 'Dashboard'),
  },
  {
    to: '/portfolio',
    label: 'nav.portfolio',
    for: (s) => s.kind === 'staff' && permits(s, 'read', 'Ledger'),
  },
  {
    to: '/operations',
    label: 'nav.operations',
    for: (s) => s.kind === 'staff' && permits(s, 'read', 'Operation'),
  },
  { to: '/scenes', label: 'nav.scenes', for: (s) => permits(s, 'manage', 'Scene') },
  { to: '/my', label: 'nav.my', for: (s) => s.kind === 'applicant' },
];

/** Where somebody's work begins. */
export function Home() {
  const session = useSession();
  const first = PLACES.find((place) => place.for(session));
  return <Navigate to={first?.to ?? '/my'} replace />;
}

/** The frame around every page: who works, where to go, what time it is in tests. */
export function Shell() {
  const login = useLogin();
  const location = useLocation();
  if (login === null) return <WayIn to={location.pathname + location.search} />;
  return (
    <Suspense fallback={<Spin fullscreen />}>
      <Entered login={login} />
    </Suspense>
  );
}

/** Without a login: a borrower's cookie may still open the pages under /my; everybody else signs in. */
function WayIn({ to }: { to: string }) {
  const forBorrower = to === '/my' || to.startsWith('/my/');
  const ended = useLoginEnd();
  const [renewed, setRenewed] = useState<boolean>();
  const asks = forBorrower && ended !== 'signed-out' && renewed === undefined;
  useEffect(() => {
    if (asks) void renewLogin().then(setRenewed);
  }, [asks]);
  if (asks) return <Spin fullscreen />;
  const door = forBorrower ? '/my/enter' : '/login';
  return <Navigate to={`${door}?to=${encodeURIComponent(to)}`} replace />;
}

function Entered({ login: { endsAt, renewable = false } }: { login: Login }) {
  const session = useMaybeSession();
  const installation = useInstallation();
  useEffect(() => {
    const lapse = async () => {
      if (!renewable || !(await renewLogin())) endLogin('expired');
    };
    // A borrower's is renewed a little before it ends, so that no request meets its end.
    const ahead = renewable ? 60_000 : 0;
    const timer = setTimeout(() => void lapse(), Math.min(endsAt - ahead - Date.now(), 2 ** 31 - 1));
    return () => clearTimeout(timer);
  }, [endsAt, renewable]);
  if (session.error)
    return (
      <main className="phone">
        <ProblemAlert error={session.error} retry={() => void session.refetch()} />
      </main>
    );
  if (session.data === undefined) return <Spin fullscreen />;
  return <Framed session={session.data} testMode={installation.testMode} />;
}

function Framed({ session, testMode }: { session: Session; testMode: boolean }) {
  const say = useText();
  const word = useWord();
  const listed = useListed();
  const narrow = useNarrow();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const { token } = theme.useToken();
  const places = PLACES.filter((place) => place.for(session));
  const links = (
    <ul className="places">
      {places.map(({ to, label }) => (
        <li key={to}>
          <NavLink to={to}>{say(label)}</NavLink>
        </li>
      ))}
    </ul>
  );
  const name = session.displayName === '' ? say('role.applicant') : session.displayName;
  const roles = session.kind === 'staff' ? listed(session.roles.map((role) => word('role', role))) : '';
  const header = {
    background: token.colorBgContainer,
    borderBottom: `1px solid ${token.colorBorderSecondary}`,
  };
  return (
    <>
      <header className="console-header" style={header}>
        <Link to="/" className="brand" style={{ color: token.colorText }}>
          Loanflow
        </Link>
        <nav aria-label={say('nav')}>
          {narrow
            ? places.length > 1 && (
                <details key={pathname} className="menu">
                  <summary>{say('nav')}</summary>
                  {links}
                </details>
              )
            : links}
        </nav>
        <Flex gap={narrow ? 4 : 8} align="center">
          {session.kind === 'staff' && <Palette />}
          <Preferences />
          {!narrow && (
            <Secondary title={roles}>
              {name}
              {roles !== '' && <span className="wide-only"> · {roles}</span>}
            </Secondary>
          )}
          <Button
            size="small"
            onClick={() => {
              const door = session.kind === 'applicant' ? '/my/enter' : '/login';
              void leave().then(() => navigate(door));
            }}
          >
            {say('logout')}
          </Button>
        </Flex>
      </header>
      {testMode && <ClockBanner session={session} />}
      <main className="console-main">
        <Suspense fallback={<Spin />}>
          <Permitted />
        </Suspense>
      </main>
      {session.kind === 'staff' && <Watermark name={name} />}
    </>
  );
}
