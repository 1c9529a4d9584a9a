import { currentConsole } from '../../stack/console';
import startAll from './start-all';

/** What browser tests need: servers, and one console for all of them, built before any of them looks at it. */
export default async function startBrowsed(): Promise<void> {
  await currentConsole((line) => console.log(line));
  await startAll();
}
