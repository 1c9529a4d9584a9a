import { spawn } from 'node:child_process';
import { ROOT } from '../../stack/folders';
import { failedFiles, readReport, withSecondTry } from './jest-report';
import { jest, reportFile, type Step } from './plan';
import { type Outcome, suiteCounts } from './results';

type Counts = Omit<Outcome, 'name' | 'seconds'>;

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

/** Runs a suite, then once more the files that failed where the plan says so; gives what counts in the end. */
async function runSuite({ name, command, secondTry }: Step, results: string): Promise<Counts> {
  const well = await endsWell(command);
  const first = readReport(reportFile(results, name));
  const failed = failedFiles(first);
  if (!secondTry || first === null || failed.length === 0) return suiteCounts(first, well);
  console.log(`\n== ${name}, second try of what failed:\n${failed.join('\n')}`);
  const again = reportFile(results, `${name}-again`);
  const wellNow = await endsWell(jest(name, again, failed));
  return suiteCounts(withSecondTry(first, readReport(again)), wellNow);
}

async function runCheck({ command }: Step): Promise<Counts> {
  const well = await endsWell(command);
  return { passed: well ? 1 : 0, failed: well ? 0 : 1, skipped: 0 };
}

/** Runs one step and counts it. */
export async function runStep(step: Step, results: string): Promise<Outcome> {
  const startedAt = performance.now();
  const counts = await (step.kind === 'suite' ? runSuite(step, results) : runCheck(step));
  return { name: step.name, ...counts, seconds: Math.round((performance.now() - startedAt) / 100) / 10 };
}
