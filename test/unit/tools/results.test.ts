import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readOutcomes, saveOutcome, suiteCounts, summaryLine, total } from '../../../tools/checks/results';

let folder: string;
let report: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'loanflow-results-'));
  report = join(folder, 'unit.jest.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const reportOf = (changes: object = {}) => ({
  success: true,
  numPassedTests: 7,
  numFailedTests: 0,
  numPendingTests: 0,
  numRuntimeErrorTestSuites: 0,
  numTotalTestSuites: 2,
  ...changes,
});
const counts = (changes: object, endedWell: boolean) => {
  writeFileSync(report, JSON.stringify(reportOf(changes)));
  return suiteCounts(report, endedWell);
};

describe('counts of a suite', () => {
  it('are those of its report', () => {
    expect(counts({}, true)).toEqual({ passed: 7, failed: 0, skipped: 0 });
    expect(counts({ success: false, numFailedTests: 2, numPendingTests: 1 }, false)).toEqual({
      passed: 7,
      failed: 2,
      skipped: 1,
    });
  });

  it('hold a failure for a file that could not run', () => {
    expect(counts({ success: false, numRuntimeErrorTestSuites: 1 }, false)).toMatchObject({
      passed: 7,
      failed: 1,
    });
  });

  it('hold a failure when it ended badly after all tests had passed', () => {
    expect(counts({}, false)).toMatchObject({ passed: 7, failed: 1 });
    expect(counts({ success: false }, true)).toMatchObject({ failed: 1 });
  });

  it('are one failure when it left no report, or one that is none', () => {
    expect(suiteCounts(report, true)).toEqual({ passed: 0, failed: 1, skipped: 0 });
    writeFileSync(report, '{}');
    expect(suiteCounts(report, true)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});

describe('summary', () => {
  const unit = { name: 'unit', passed: 7, failed: 0, skipped: 0, seconds: 1 };
  const lint = { name: 'lint', passed: 0, failed: 1, skipped: 0, seconds: 1 };

  it('sums what was saved', () => {
    saveOutcome(folder, unit);
    saveOutcome(folder, lint);
    expect(summaryLine(readOutcomes(folder))).toBe('7 passed, 1 failed');
    expect(summaryLine([{ ...unit, skipped: 2 }])).toBe('7 passed, 0 failed, 2 skipped');
  });

  it('is a failure when nothing ran', () => {
    expect(total(readOutcomes(join(folder, 'nowhere')))).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});
