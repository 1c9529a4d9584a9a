import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder, fingerprintOf } from './fingerprint';

/** File in the built console that names what it was built from. */
export const BUILT_FROM = 'built-from.txt';

/** Names one state of all that the console is built from: its sources, its build and the versions of its libraries. */
export function consoleFingerprint(root: string): string {
  const web = join(root, 'web');
  const own = readdirSync(web)
    .filter((name) => name !== 'dist')
    .sort();
  return fingerprintOf(root, [
    ...own.flatMap((name) => filesUnder(join(web, name))),
    join(root, 'package-lock.json'),
  ]);
}
