import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

const Report = z.object({
  success: z.boolean(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ status: z.string() })),
    }),
  ),
});

/** What came of one test file. A file that could not run, or fell over outside its tests, holds one failure. */
export interface FileResult {
  file: string;
  passed: number;
  failed: number;
  skipped: number;
}

/** What Jest wrote down of one run; null when it left no report. */
export interface SuiteReport {
  success: boolean;
  files: FileResult[];
}

export function readReport(reportFile: string): SuiteReport | null {
  if (!existsSync(reportFile)) return null;
  const report = Report.safeParse(JSON.parse(readFileSync(reportFile, 'utf8'))).data;
  if (!report) return null;
  const files = report.testResults.map(({ name, status, assertionResults }) => {
    const count = (...wanted: string[]) =>
      assertionResults.filter((one) => wanted.includes(one.status)).length;
    const failed = count('failed');
    return {
      file: name,
      passed: count('passed'),
      failed: failed === 0 && status === 'failed' ? 1 : failed,
      skipped: count('pending', 'skipped', 'todo', 'disabled'),
    };
  });
  return { success: report.success, files };
}

/** The files of a run that hold a failure. */
export const failedFiles = (report: SuiteReport | null): string[] =>
  (report?.files ?? []).filter(({ failed }) => failed > 0).map(({ file }) => file);

/** A run with the files that were run again in place of what they came to at first. */
export function withSecondTry(first: SuiteReport, second: SuiteReport | null): SuiteReport {
  if (second === null) return first;
  const again = new Map(second.files.map((result) => [result.file, result]));
  const files = first.files.map((result) => again.get(result.file) ?? result);
  return { success: second.success && files.every(({ failed }) => failed === 0), files };
}
