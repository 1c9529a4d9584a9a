import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { forgetOld } from './cache';
import { CACHE, ROOT } from './folders';

/** Folders whose code can end up in a workflow bundle. */
const SOURCES = ['workflows', 'domain', 'contracts'];
export const WORKFLOWS = join(ROOT, 'workflows', 'index.ts');

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => path.endsWith('.ts') && statSync(path).isFile())
    .sort();
}

/** A bundle fits exactly one SDK version and one state of the code; this names both. */
function fingerprint(entry: string): string {
  const hash = createHash('sha256');
  hash.update(readFileSync(join(ROOT, 'node_modules', '@temporalio', 'worker', 'package.json')));
  const folders = SOURCES.map((name) => join(ROOT, name)).filter((folder) => existsSync(folder));
  const files = new Set([...folders, dirname(entry)].flatMap(filesUnder));
  hash.update(relative(ROOT, entry));
  for (const file of files)
    hash.update(relative(ROOT, file)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex').slice(0, 20);
}

/** Bundles workflow code into one file that workers load; the same code is bundled once and then taken from the cache. */
export async function cachedWorkflowBundle(entry: string = WORKFLOWS): Promise<string> {
  const path = join(CACHE, 'workflow-bundles', `${fingerprint(entry)}.js`);
  if (existsSync(path)) return path;
  mkdirSync(dirname(path), { recursive: true });
  const { code } = await bundleWorkflowCode({ workflowsPath: entry, logger: new DefaultLogger('WARN') });
  const partial = `${path}.${process.pid}`;
  writeFileSync(partial, code);
  renameSync(partial, path);
  forgetOld(dirname(path));
  return path;
}
