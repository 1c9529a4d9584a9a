import { useSession } from '../auth/session';
import { useText, useWord } from '../i18n/use-text';
import { ShortId } from './short-id';

/** Who did it, in a word; a colleague also by number, for those who look a person up. */
export function Actor({ id }: { id: string }) {
  const say = useText();
  const word = useWord();
  const session = useSession();
  if (id === session.id) return <span>{say('actor.you')}</span>;
  if (/^(cus|acc)_/.test(id)) return <span>{say('actor.borrower')}</span>;
  if (!id.includes('_')) return <span>{word('actor', id)}</span>;
  if (session.kind === 'applicant') return <span>{say('actor.lender')}</span>;
  return (
    <span>
      {say('actor.staff')} <ShortId id={id} />
    </span>
  );
}
