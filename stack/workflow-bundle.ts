import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { forgetOld } from './cache';
import { filesUnder, fingerprintOf } from './fingerprint';
import { CACHE, ROOT } from './folders';

/** Folders whose code can end up in a workflow bundle. */
const SOURCES = ['workflows', 'domain', 'contracts'];
export const WORKFLOWS = join(ROOT, 'workflows', 'index.ts');

/** A bundle fits exactly one SDK version and one state of the code; this names both. */
function fingerprint(entry: string): string {
  const folders = SOURCES.map((name) => join(ROOT, name)).filter((folder) => existsSync(folder));
  const sources = [...folders, dirname(entry)].flatMap(filesUnder).filter((path) => path.endsWith('.ts'));
  const sdk = join(ROOT, 'node_modules', '@temporalio', 'worker', 'package.json');
  return fingerprintOf(ROOT, [entry, sdk, ...new Set(sources)]);
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
