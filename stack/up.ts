import { existsSync, readFileSync } from 'node:fs';
import { usualDataDir } from './data-dir';
import type { PartName } from './part';
import { lastLine } from './service';
import { type Stack, startStack } from './stack';
import { sampleTokens } from './tokens';

const startedAt = performance.now();
const say = (line: string) => console.log(line);
const progress = (line: string) =>
  say(`${((performance.now() - startedAt) / 1000).toFixed(1).padStart(5)} s  ${line}`);

function saysWhere(stack: Stack): void {
  const rows: [string, string][] = [
    ['API', `${stack.urls.api}/v1`],
    ['API reference', stack.urls.reference],
    ['Temporal UI', stack.urls.temporalUi],
    ['sandbox (bank, bureau, inbox of messages)', stack.urls.sandbox],
    ['logs and data', stack.dataDir],
  ];
  const width = Math.max(...rows.map(([what]) => what.length));
  for (const [what, where] of rows) say(`  ${what.padEnd(width)}  ${where}`);
}

async function saysTokens(stack: Stack): Promise<void> {
  const tokens = await sampleTokens(stack.urls.api);
  say('\nA token for each role (12 hours; more: POST /dev/token {"role": "…", "user": "…"}):');
  for (const [role, token] of Object.entries(tokens)) say(`\n${role}\n${token}`);
  say('');
}

interface Ended {
  part: PartName;
  how: string;
}

function whatEnded({ part, how }: Ended, logFile: string): string {
  const last = existsSync(logFile) ? lastLine(readFileSync(logFile, 'utf8')) : '';
  return `the ${part} ended by itself (${how}); the last line of ${logFile} is: ${last}`;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Shows where everything is and waits until somebody ends it, or a part ends by itself. */
async function stayUp(stack: Stack, asked: Promise<null>, broken: Promise<Ended>): Promise<number> {
  try {
    progress('everything is up\n');
    saysWhere(stack);
    await saysTokens(stack);
    say('Ctrl-C stops everything and keeps the data; `npm run reset` clears it.');
    const ended = await Promise.race([asked, broken]);
    if (ended) console.error(whatEnded(ended, stack.logFile(ended.part)));
    return ended ? 1 : 0;
  } finally {
    await stack.stop();
    progress('stopped');
  }
}

/** `npm start`: the stack on the usual ports and data folder. */
async function main(): Promise<number> {
  const abort = new AbortController();
  const asked = new Promise<null>((resolve) => {
    const stop = (signal: string) => {
      if (!abort.signal.aborted) progress(`${signal}: stopping, last started first`);
      abort.abort();
      resolve(null);
    };
    for (const signal of SIGNALS) process.on(signal, stop);
  });
  let onUnexpectedExit: (part: PartName, how: string) => void = () => undefined;
  const broken = new Promise<Ended>((resolve) => {
    onUnexpectedExit = (part, how) => resolve({ part, how });
  });
  const dataDir = usualDataDir(process.env);
  try {
    const stack = await startStack({
      dataDir,
      ports: 'usual',
      progress,
      abort: abort.signal,
      onUnexpectedExit,
    });
    return await stayUp(stack, asked, broken);
  } catch (error) {
    if (abort.signal.aborted) return 0;
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
