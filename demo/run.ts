import { resolve } from 'node:path';
import { usualDataDir } from '../stack/data-dir';
import { resetDataFolder } from '../stack/data-folder';
import { type Stack, startStack } from '../stack/stack';
import { CAST } from './cast/all';
import { type DemoResult, runDemo } from './demo';
import { applicantsTable, portfolioTable, trialBalanceTable } from './report/report';

const startedAt = performance.now();
const seconds = () => ((performance.now() - startedAt) / 1000).toFixed(1);
const say = (text: string) => process.stdout.write(`${text}\n`);
const progress = (line: string) => say(`${seconds().padStart(5)} s  ${line}`);

/** Prints what came of everybody; whether all checks hold. */
function report({ endings, books, checks }: DemoResult, stack: Stack): boolean {
  say(`\n${applicantsTable(endings, stack.temporal)}\n`);
  say(`${trialBalanceTable(books)}\n`);
  say(`${portfolioTable(endings)}\n`);
  for (const { what, wrong } of checks) {
    say(`${wrong.length === 0 ? 'ok    ' : 'WRONG '} ${what}`);
    for (const line of wrong) say(`         ${line}`);
  }
  return checks.every(({ wrong }) => wrong.length === 0);
}

/** `npm run demo`: a stack of its own, a year of many applicants, a report; `--stay` keeps the stack for a look. */
async function main(): Promise<number> {
  const abort = new AbortController();
  const ended = new Promise<void>((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        abort.abort();
        done();
      });
    }
  });
  const dataDir = resolve(usualDataDir(process.env), 'demo');
  await resetDataFolder(dataDir, progress);
  const stack = await startStack({
    dataDir,
    ports: 'free',
    progress,
    abort: abort.signal,
    environment: { RATE_LIMIT_PER_MINUTE: '100000' },
  });
  try {
    progress(`the stack is up; ${CAST.length} people apply`);
    const work = runDemo(stack, progress);
    const result = await Promise.race([work, ended.then(() => null)]);
    if (result === null) return 130;
    const fine = report(result, stack);
    progress(fine ? 'everything is as it should be' : 'not everything is as it should be');
    if (process.argv.includes('--stay')) {
      say(
        `\nTemporal UI ${stack.urls.temporalUi}\nAPI ${stack.urls.reference}\nsandbox ${stack.urls.sandbox}`,
      );
      say('Ctrl-C stops everything.');
      await ended;
    }
    return fine ? 0 : 1;
  } finally {
    await stack.stop();
  }
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(1);
  },
);
