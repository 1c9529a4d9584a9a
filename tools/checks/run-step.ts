import { spawn } from 'node:child_process';
import { ROOT } from '../../stack/folders';
import { reportFile, type Step } from './plan';
import { type Outcome, suiteCounts } from './results';

/** Longer than any suite takes on a small machine; a step that hangs is ended and counts as failed. */
const LIMIT_MS = 25 * 60_000;

/** Runs a command in its own process group, its output shown as it comes; false when it failed or took too long. */
function endsWell(command: readonly string[]): Promise<boolean> {
  const [program = '', ...args] = command;
  // Jest writes its JSON report to a file; what it prints for people goes to the error stream.
  const child = spawn(program, args, { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'], detached: true });
  return new Promise((resolve) => {
    const limit = setTimeout(() => {
      process.stderr.write(`ended after ${LIMIT_MS / 60_000} minutes\n`);
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    }, LIMIT_MS);
    const done = (well: boolean) => {
      clearTimeout(limit);
      resolve(well);
    };
    child.once('error', () => done(false));
    child.once('exit', (code) => done(code === 0));
  });
}

/** Runs one step and counts it. */
export async function runStep(step: Step, results: string): Promise<Outcome> {
  const startedAt = performance.now();
  const well = await endsWell(step.command);
  const counts =
    step.kind === 'suite'
      ? suiteCounts(reportFile(results, step.name), well)
      : { passed: well ? 1 : 0, failed: well ? 0 : 1, skipped: 0 };
  return { name: step.name, ...counts, seconds: Math.round((performance.now() - startedAt) / 100) / 10 };
}
