import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ROOT } from '../stack/folders';
import { missingOptionals } from './lockfile/missing-optionals';

/**
 * npm leaves a package for another platform out of package-lock.json when the registry in use does not have it, and
 * `npm ci` then refuses the file. This adds what is missing: name, version and platform, so that it is skipped here
 * and fetched where it fits. To be run after `npm install` changed the file.
 */
const FILE = join(ROOT, 'package-lock.json');
const Lockfile = z.looseObject({ packages: z.record(z.string(), z.looseObject({})) });

const lockfile = Lockfile.parse(JSON.parse(readFileSync(FILE, 'utf8')));
const missing = missingOptionals(lockfile.packages);
const packages = Object.fromEntries(
  Object.entries({ ...lockfile.packages, ...missing }).sort(([a], [b]) => a.localeCompare(b, 'en')),
);
if (Object.keys(missing).length > 0) {
  writeFileSync(FILE, `${JSON.stringify({ ...lockfile, packages }, null, 2)}\n`);
}
console.log(`package-lock.json: ${Object.keys(missing).length} packages of other platforms added`);
