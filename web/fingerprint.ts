import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

/** File in the built console that names what it was built from. */
export const BUILT_FROM = 'built-from.txt';

function filesUnder(path: string): string[] {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}

/** Names one state of all that the console is built from: its sources, its build and the versions of its libraries. */
export function consoleFingerprint(root: string): string {
  const web = join(root, 'web');
  const own = readdirSync(web).filter((name) => name !== 'dist');
  const hash = createHash('sha256');
  for (const file of [...own.sort().map((name) => join(web, name)), join(root, 'package-lock.json')].flatMap(
    filesUnder,
  ))
    hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex').slice(0, 20);
}
