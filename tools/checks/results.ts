import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** What one check or one suite of tests came to. */
export const Outcome = z.strictObject({
  name: z.string(),
  passed: z.int().min(0),
  failed: z.int().min(0),
  skipped: z.int().min(0),
  seconds: z.number(),
});
export type Outcome = z.infer<typeof Outcome>;

const JestReport = z.object({
  success: z.boolean(),
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numRuntimeErrorTestSuites: z.int(),
  numTotalTestSuites: z.int(),
});

/**
 * Counts of a suite. A test file that could not run is a failure, and so is a suite that ended badly without naming
 * one: it crashed, hung, or left no report.
 */
export function suiteCounts(reportFile: string, endedWell: boolean): Omit<Outcome, 'name' | 'seconds'> {
  const report = existsSync(reportFile)
    ? JestReport.safeParse(JSON.parse(readFileSync(reportFile, 'utf8'))).data
    : undefined;
  if (!report) return { passed: 0, failed: 1, skipped: 0 };
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && !(endedWell && report.success) ? 1 : failed,
    skipped: report.numPendingTests,
  };
}

/** Forgets the outcomes of an earlier run. */
export function clearOutcomes(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
}

export function saveOutcome(folder: string, outcome: Outcome): void {
  writeFileSync(join(folder, `${outcome.name}.outcome.json`), `${JSON.stringify(outcome)}\n`);
}

export function readOutcomes(folder: string): Outcome[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.outcome.json'))
    .map((name) => Outcome.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))));
}

/** Sum over all checks and suites. Nothing at all counts as a failure: tests that did not run prove nothing. */
export function total(outcomes: readonly Outcome[]): { passed: number; failed: number; skipped: number } {
  const sum = (of: (outcome: Outcome) => number) =>
    outcomes.reduce((before, outcome) => before + of(outcome), 0);
  if (outcomes.length === 0) return { passed: 0, failed: 1, skipped: 0 };
  return { passed: sum((o) => o.passed), failed: sum((o) => o.failed), skipped: sum((o) => o.skipped) };
}

/** The line that a person and a machine read last. */
export function summaryLine(outcomes: readonly Outcome[]): string {
  const { passed, failed, skipped } = total(outcomes);
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
