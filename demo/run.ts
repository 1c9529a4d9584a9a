import { resolve } from 'node:path';
import { currentConsole } from '../stack/console';
import { usualDataDir } from '../stack/data-dir';
import { resetDataFolder } from '../stack/data-folder';
import { type Ends, watchEnds, whatEnded } from '../stack/ends';
import { type Stack, startStack } from '../stack/stack';
import { whereLines } from '../stack/where';
import { CAST } from './cast/all';
import { type DemoResult, runDemo } from './demo';
import { applicantsTable, portfolioTable, trialBalanceTable } from './report/report';

/** Exit code of a run that somebody ended. */
const INTERRUPTED = 130;
/** The cast has two payouts that the bank never answers; after this time it is asked about them. */
const BANK_TIMEOUT_MS = '3000';
const startedAt = performance.now();
const seconds = () => ((performance.now() - startedAt) / 1000).toFixed(1);
const say = (text: string) => process.stdout.write(`${text}\n`);
const progress = (line: string) => say(`${seconds().padStart(5)} s  ${line}`);

/** Prints what came of everybody; whether all checks hold. */
function report({ endings, books, checks }: DemoResult, stack: Stack): boolean {
  say(`\n${applicantsTable(endings, stack.temporal)}\n`);
  for (const each of books) say(`${trialBalanceTable(each)}\n`);
  say(`${portfolioTable(endings)}\n`);
  for (const { what, wrong } of checks) {
    say(`${wrong.length === 0 ? 'ok    ' : 'WRONG '} ${what}`);
    for (const line of wrong) say(`         ${line}`);
  }
  return checks.every(({ wrong }) => wrong.length === 0);
}

const STAYS = process.argv.includes('--stay');

/** Plays and reports; with `--stay` the stack is left up for a look until somebody ends it. */
async function showAndStay(stack: Stack, { asked, broken }: Ends): Promise<number> {
  progress(`the stack is up; ${CAST.length} people apply`);
  const first = await Promise.race([runDemo(stack, progress), asked, broken]);
  if (first === null) return INTERRUPTED;
  if ('part' in first) throw new Error(whatEnded(first, stack.logFile(first.part)));
  const fine = report(first, stack);
  progress(fine ? 'everything is as it should be' : 'not everything is as it should be');
  if (STAYS) {
    say('');
    for (const line of whereLines(stack)) say(line);
    say('\nCtrl-C stops everything.');
    const ended = await Promise.race([asked, broken]);
    if (ended) throw new Error(whatEnded(ended, stack.logFile(ended.part)));
  }
  return fine ? 0 : 1;
}

/** `npm run demo`: a stack of its own on free ports, a year of many applicants, a report. */
async function main(): Promise<number> {
  const ends = watchEnds((signal) => progress(`${signal}: stopping, last started first`));
  const dataDir = resolve(usualDataDir(process.env), 'demo');
  await resetDataFolder(dataDir, progress);
  try {
    if (STAYS) await currentConsole(progress, ends.abort);
    const stack = await startStack({
      dataDir,
      ports: 'free',
      progress,
      abort: ends.abort,
      onUnexpectedExit: ends.onUnexpectedExit,
      environment: { RATE_LIMIT_PER_MINUTE: '100000', BANK_TIMEOUT_MS },
    });
    try {
      return await showAndStay(stack, ends);
    } finally {
      await stack.stop();
      progress('stopped');
    }
  } catch (error) {
    if (ends.abort.aborted) return INTERRUPTED;
    throw error;
  }
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(1);
  },
);
