import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { FileResult, SuiteReport } from './jest-report';

/** What one check or one suite of tests came to. */
export const Outcome = z.strictObject({
  name: z.string(),
  passed: z.int().min(0),
  failed: z.int().min(0),
  skipped: z.int().min(0),
  seconds: z.number(),
});
export type Outcome = z.infer<typeof Outcome>;

/**
 * Counts of a suite. A suite that ended badly without naming a failed file is a failure: it crashed, hung, or left no
 * report.
 */
export function suiteCounts(
  report: SuiteReport | null,
  endedWell: boolean,
): Omit<Outcome, 'name' | 'seconds'> {
  if (!report) return { passed: 0, failed: 1, skipped: 0 };
  const sum = (of: (file: FileResult) => number) =>
    report.files.reduce((before, file) => before + of(file), 0);
  const failed = sum((file) => file.failed);
  return {
    passed: sum((file) => file.passed),
    failed: failed === 0 && !(endedWell && report.success) ? 1 : failed,
    skipped: sum((file) => file.skipped),
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
