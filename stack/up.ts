import { currentConsole } from './console';
import { usualDataDir } from './data-dir';
import { type Ends, watchEnds, whatEnded } from './ends';
import { type Stack, startStack } from './stack';
import { sampleTokens } from './tokens';
import { whereLines } from './where';

const startedAt = performance.now();
const say = (line: string) => console.log(line);
const progress = (line: string) =>
  say(`${((performance.now() - startedAt) / 1000).toFixed(1).padStart(5)} s  ${line}`);

async function saysTokens(stack: Stack): Promise<void> {
  const tokens = await sampleTokens(stack.urls.api);
  say('\nA token for each role (12 hours; more: POST /dev/token {"role": "…", "user": "…"}):');
  for (const [role, token] of Object.entries(tokens)) say(`\n${role}\n${token}`);
  say('');
}

/** Shows where everything is and waits until somebody ends it, or a part ends by itself. */
async function stayUp(stack: Stack, { asked, broken }: Ends): Promise<number> {
  try {
    progress('everything is up\n');
    for (const line of whereLines(stack)) say(line);
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
  const ends = watchEnds((signal) => progress(`${signal}: stopping, last started first`));
  const dataDir = usualDataDir(process.env);
  try {
    await currentConsole(progress, ends.abort);
    const stack = await startStack({
      dataDir,
      ports: 'usual',
      progress,
      abort: ends.abort,
      onUnexpectedExit: ends.onUnexpectedExit,
    });
    return await stayUp(stack, ends);
  } catch (error) {
    if (ends.abort.aborted) return 0;
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
