import { Outlet, useMatches } from 'react-router';
import { permits, type Session, useSession } from '../auth/session';
import { useListed } from '../i18n/language';
import { useText, useWord } from '../i18n/use-text';
import { Secondary } from '../ui/secondary';

type Permission = Session['permissions'][number];
/** What a page asks of its reader. */
export type Needs = readonly [Permission['action'], Permission['subject']] | 'staff';

/** The page, or, for a role that may not see it, a plain word about that and nothing of its data. */
export function Permitted() {
  const say = useText();
  const word = useWord();
  const listed = useListed();
  const session = useSession();
  const needs = useMatches()
    .map(({ handle }) => handle as { needs?: Needs } | undefined)
    .findLast((handle) => handle?.needs !== undefined)?.needs;
  const may =
    needs === undefined ||
    (session.kind === 'staff' && (needs === 'staff' || permits(session, needs[0], needs[1])));
  if (may) return <Outlet />;
  const roles = listed(session.roles.map((role) => word('role', role)));
  return (
    <section className="panel" role="alert">
      <h1 className="page-title">{say('refused.title')}</h1>
      <p>{say('refused.help', { roles })}</p>
      <Secondary>
        {say('refused.code')} <code>FORBIDDEN</code>
      </Secondary>
    </section>
  );
}
