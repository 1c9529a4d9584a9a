import { usePack } from '../../../i18n/language';
import { auditZh } from './words.zh';

const GROUP = 'audit.';
/** Words of the same group that name no action. */
const OTHERS = new Set(['audit.subject', 'audit.verify', 'audit.whole', 'audit.broken']);

/** Every action that has words, to choose from. */
export function useActions(): string[] {
  const { words } = usePack();
  const keys = [...Object.keys(words), ...Object.keys(auditZh)];
  const named = keys.filter((key) => key.startsWith(GROUP) && !OTHERS.has(key));
  return [...new Set(named)].map((key) => key.slice(GROUP.length)).sort();
}
