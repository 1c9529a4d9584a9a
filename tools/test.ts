import { join } from 'node:path';
import { CACHE } from '../stack/folders';
import { ensurePyHanko } from '../test/support/pyhanko';
import warmTemporal from '../test/support/warm-temporal';
import { plan } from './checks/plan';
import { clearOutcomes, type Outcome, saveOutcome, summaryLine, total } from './checks/results';
import { runStep } from './checks/run-step';

const RESULTS = join(CACHE, 'test-results');

/** What tests need and may have to be fetched once; a time limit of a test should not pay for it. */
async function fetchTools(): Promise<void> {
  console.log('== tools of the tests');
  await Promise.all([warmTemporal(), ensurePyHanko()]);
}

function table(outcomes: readonly Outcome[]): string {
  const width = Math.max(...outcomes.map(({ name }) => name.length));
  return outcomes
    .map(({ name, passed, failed, skipped, seconds }) => {
      const counts = `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
      return `${failed > 0 ? 'FAILED' : 'ok    '}  ${name.padEnd(width)}  ${counts}  (${seconds} s)`;
    })
    .join('\n');
}

/** `npm test`: every check and suite, all of them even when an early one fails; names given run only those. */
async function main(only: readonly string[]): Promise<number> {
  clearOutcomes(RESULTS);
  await fetchTools();
  const steps = plan(RESULTS).filter(({ name }) => only.length === 0 || only.includes(name));
  const outcomes: Outcome[] = [];
  for (const step of steps) {
    console.log(`\n== ${step.name}`);
    const outcome = await runStep(step, RESULTS);
    saveOutcome(RESULTS, outcome);
    outcomes.push(outcome);
  }
  console.log(`\n${table(outcomes)}\n${summaryLine(outcomes)}`);
  return total(outcomes).failed > 0 ? 1 : 0;
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    const outcome = { name: 'run', passed: 0, failed: 1, skipped: 0, seconds: 0 };
    saveOutcome(RESULTS, outcome);
    console.error(error instanceof Error ? error.message : String(error));
    console.log(summaryLine([outcome]));
    process.exit(1);
  },
);
