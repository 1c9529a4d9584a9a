import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { failedFiles, readReport, withSecondTry } from '../../../tools/checks/jest-report';
import { readOutcomes, saveOutcome, suiteCounts, summaryLine, total } from '../../../tools/checks/results';

let folder: string;
let report: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'loanflow-results-'));
  report = join(folder, 'unit.jest.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const ranFile = (
  name: string,
  statuses: string[],
  status = statuses.includes('failed') ? 'failed' : 'passed',
) => ({
  name,
  status,
  assertionResults: statuses.map((one) => ({ status: one })),
});
const reported = (files: object[], success: boolean) => {
  writeFileSync(report, JSON.stringify({ success, testResults: files }));
  return readReport(report);
};
const GOOD = ranFile('/a.test.ts', ['passed', 'passed']);
const BAD = ranFile('/b.test.ts', ['passed', 'failed', 'failed', 'pending']);

describe('counts of a suite', () => {
  it('are those of its report', () => {
    expect(suiteCounts(reported([GOOD], true), true)).toEqual({ passed: 2, failed: 0, skipped: 0 });
    expect(suiteCounts(reported([GOOD, BAD], false), false)).toEqual({ passed: 3, failed: 2, skipped: 1 });
  });

  it('hold a failure for a file that could not run', () => {
    const counts = suiteCounts(reported([GOOD, ranFile('/c.test.ts', [], 'failed')], false), false);
    expect(counts).toMatchObject({ passed: 2, failed: 1 });
  });

  it('hold a failure when it ended badly after all tests had passed', () => {
    expect(suiteCounts(reported([GOOD], true), false)).toMatchObject({ passed: 2, failed: 1 });
    expect(suiteCounts(reported([GOOD], false), true)).toMatchObject({ failed: 1 });
  });

  it('are one failure when it left no report, or one that is none', () => {
    expect(suiteCounts(readReport(report), true)).toEqual({ passed: 0, failed: 1, skipped: 0 });
    writeFileSync(report, '{}');
    expect(suiteCounts(readReport(report), true)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});

describe('second try', () => {
  const first = () => {
    const was = reported([GOOD, BAD], false);
    if (was === null) throw new Error('no report');
    return was;
  };

  it('is for files that hold a failure', () => {
    expect(failedFiles(first())).toEqual(['/b.test.ts']);
    expect(failedFiles(null)).toEqual([]);
  });

  it('counts in place of the first one', () => {
    const before = first();
    const passed = reported([ranFile('/b.test.ts', ['passed', 'passed', 'passed', 'pending'])], true);
    expect(suiteCounts(withSecondTry(before, passed), true)).toEqual({ passed: 5, failed: 0, skipped: 1 });
    const worse = reported([ranFile('/b.test.ts', [], 'failed')], false);
    expect(suiteCounts(withSecondTry(before, worse), false)).toEqual({ passed: 2, failed: 1, skipped: 0 });
  });

  it('changes nothing when it left no report', () => {
    const before = first();
    expect(suiteCounts(withSecondTry(before, null), false)).toMatchObject({ passed: 3, failed: 2 });
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
