import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { BUILT_FROM, consoleFingerprint } from './console-fingerprint';
import { ROOT } from './folders';
import { type Progress, withProgress } from './progress';

const run = promisify(execFile);
const STAMP = join(ROOT, 'web', 'dist', BUILT_FROM);
const VITE = [join('node_modules', 'vite', 'bin', 'vite.js'), 'build', '-c', join('web', 'vite.config.ts')];

const isCurrent = (): boolean =>
  existsSync(STAMP) && readFileSync(STAMP, 'utf8').trim() === consoleFingerprint(ROOT);

/** Builds the console unless what is there was built from the sources as they are; a failure says what the build said. */
export async function currentConsole(progress: Progress, abort?: AbortSignal): Promise<void> {
  if (isCurrent()) return;
  const env = { ...process.env, NODE_ENV: 'production' };
  try {
    await withProgress('building the console', progress, () =>
      run(process.execPath, [...VITE, '--logLevel', 'error'], { cwd: ROOT, env, signal: abort }),
    );
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
    throw new Error(`the console could not be built: ${said || String(error)}`, { cause: error });
  }
  progress('the console is built');
}
