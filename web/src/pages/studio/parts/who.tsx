import { useText } from '../../../i18n/use-text';
import type { Version } from '../use-policies';

/** Who took a step; what came with the software has no person behind it. */
export function Who({ person }: { person: Version['author'] | null }) {
  const say = useText();
  if (person === null) return <span>—</span>;
  return <span>{person.name ?? say('studio.bySoftware')}</span>;
}
