import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ROOT } from '../../stack/folders';

/** One thing that `npm test` does: a check that passes or fails, or a suite of tests that counts its own. */
export interface Step {
  name: string;
  kind: 'check' | 'suite';
  command: readonly string[];
  /** Whether files of the suite that fail are run once more. */
  secondTry: boolean;
}

/** Suites in the order that finds mistakes soonest. */
const SUITES = ['unit', 'property', 'db', 'workflow', 'replay', 'api', 'scenario', 'browser'];
/**
 * Suites that drive real servers in real time, on machines that others use too. Most of their files are stories whose
 * tests build on each other, so it is the file that gets a second try, from the start. What it said the first time
 * stays printed above: a race is seen and not hidden.
 */
const TRIED_TWICE = new Set(['workflow', 'api', 'scenario', 'browser']);
const CHECKS = ['typecheck', 'lint', 'boundaries'];
/** Faults on the whole stack come last: what they find is hard to read while a suite fails. */
const CHAOS: Step = {
  name: 'chaos',
  kind: 'check',
  command: ['npm', 'run', '--silent', 'chaos:short'],
  secondTry: false,
};

const Package = z.object({ scripts: z.record(z.string(), z.string()) });

function hasTests(suite: string): boolean {
  const folder = join(ROOT, 'test', suite);
  if (!existsSync(folder)) return false;
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).some((name) => name.endsWith('.test.ts'));
}

/** Runs one suite, or some files of it, and leaves a report. */
export function jest(suite: string, report: string, files: readonly string[] = []): string[] {
  const program = [process.execPath, 'node_modules/jest/bin/jest.js', '--selectProjects', suite];
  const paths = files.length > 0 ? ['--runTestsByPath', ...files] : [];
  return [...program, '--json', `--outputFile=${report}`, ...paths];
}

export const reportFile = (results: string, suite: string) => join(results, `${suite}.jest.json`);

/**
 * Everything there is to check: types, lint, boundaries, each script named check:…, then each suite that has tests, then
 * a short run of faults.
 */
export function plan(results: string): Step[] {
  const { scripts } = Package.parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')));
  const generated = Object.keys(scripts).filter((name) => name.startsWith('check:'));
  const checks = [...CHECKS, ...generated].map(
    (name): Step => ({
      name: name.replace(':', '-'),
      kind: 'check',
      command: ['npm', 'run', '--silent', name],
      secondTry: false,
    }),
  );
  const suites = SUITES.filter(hasTests).map(
    (name): Step => ({
      name,
      kind: 'suite',
      command: jest(name, reportFile(results, name)),
      secondTry: TRIED_TWICE.has(name),
    }),
  );
  return [...checks, ...suites, CHAOS];
}
