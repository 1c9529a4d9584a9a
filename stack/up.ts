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

function whatEnded(part: PartName, logFile: string): string {
  const last = existsSync(logFile) ? lastLine(readFileSync(logFile, 'utf8')) : '';
  return `the ${part} ended by itself: ${last} (${logFile})`;
}

/** `npm start`: the stack stays up until Ctrl-C or SIGTERM, or until one of its parts ends by itself. */
async function main(): Promise<number> {
  const dataDir = usualDataDir(process.env);
  const abort = new AbortController();
  const asked = new Promise<number>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        if (!abort.signal.aborted) progress(`${signal}: stopping, last started first`);
        abort.abort();
        resolve(0);
      });
    }
  });
  let tellBroken: (part: PartName) => void = () => undefined;
  const broken = new Promise<PartName>((resolve) => {
    tellBroken = resolve;
  });
  const starting = startStack({
    dataDir,
    ports: 'usual',
    progress,
    abort: abort.signal,
    onUnexpectedExit: (part) => tellBroken(part),
  });
  let stack: Stack;
  try {
    stack = await starting;
  } catch (error) {
    if (abort.signal.aborted) return 0;
    throw error;
  }
  progress('everything is up\n');
  saysWhere(stack);
  await saysTokens(stack);
  say('Ctrl-C stops everything and keeps the data; `npm run reset` clears it.');
  const ended = await Promise.race([asked, broken]);
  if (typeof ended === 'string') console.error(whatEnded(ended, stack.logFile(ended)));
  await stack.stop();
  progress('stopped');
  return typeof ended === 'string' ? 1 : 0;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(1);
  },
);
