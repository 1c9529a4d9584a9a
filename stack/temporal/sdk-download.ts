import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { exitOf, stopChild, within } from '../child';
import { CACHE, ROOT } from '../folders';
import { type Progress, withProgress } from '../progress';

/** What the SDK can fetch: the whole server, or the one that skips time. */
export type SdkArtifact = 'createLocal' | 'createTimeSkipping';

/** With no byte after this long the download site is taken for unreachable. */
const FIRST_BYTE_MS = 8_000;
const WHOLE_MS = 300_000;

const folderOf = (artifact: SdkArtifact) =>
  join(CACHE, artifact === 'createLocal' ? 'sdk-temporal' : 'sdk-test-server');

function executableIn(folder: string): string | undefined {
  if (!existsSync(folder)) return undefined;
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return statSync(path).isFile();
      } catch {
        return false;
      }
    });
}

/** What an earlier download by the SDK left here. */
export const sdkCached = (artifact: SdkArtifact): string | undefined => executableIn(folderOf(artifact));

/**
 * Lets the SDK download its server, in a process of its own since the SDK knows no time limit.
 * Returns the program's path, or nothing when the download site cannot be reached.
 */
export async function sdkDownload(artifact: SdkArtifact, progress: Progress): Promise<string | undefined> {
  const folder = folderOf(artifact);
  mkdirSync(folder, { recursive: true });
  const script = `require('@temporalio/testing').TestWorkflowEnvironment.${artifact}({ server: { executable: { type: 'cached-download', downloadDir: process.argv[1], ttl: '3650 days' } } }).then((env) => env.teardown()).then(() => process.exit(0), () => process.exit(1));`;
  const child = spawn(process.execPath, ['-e', script, folder], { cwd: ROOT, stdio: 'ignore' });
  const exited = exitOf(child);
  await withProgress('downloading through the SDK', progress, async () => {
    await within(FIRST_BYTE_MS, exited);
    if (readdirSync(folder).length > 0) await within(WHOLE_MS, exited);
  });
  await stopChild(child, [['SIGTERM', 2_000]]);
  return child.exitCode === 0 ? executableIn(folder) : undefined;
}
