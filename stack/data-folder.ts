import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { PartName } from './part';
import { postgresFolder } from './postgres/folder';
import type { Progress } from './progress';

const StackRecord = z.strictObject({
  owner: z.int(),
  parts: z.record(z.string(), z.int()),
});
type StackRecord = z.infer<typeof StackRecord>;

const FILE = 'stack.json';
/** What a stack writes into its folder. */
const KEPT = ['postgres', 'temporal', 'sandbox', 'development', 'logs', 'secrets.json', FILE];

function commandOf(pid: number): string | undefined {
  try {
    return execFileSync('ps', ['-p', String(pid), '-o', 'args='], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    return undefined;
  }
}

/** Our own processes carry one of these in their command line; a number that was given to another program does not. */
const isOurs = (pid: number) => /postgres|temporal|node|tsx/.test(commandOf(pid) ?? '');

function read(dataDir: string): StackRecord | undefined {
  const file = join(dataDir, FILE);
  if (!existsSync(file)) return undefined;
  const parsed = StackRecord.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  return parsed.success ? parsed.data : undefined;
}

async function gone(pid: number, limitMs: number): Promise<boolean> {
  const deadline = Date.now() + limitMs;
  while (isOurs(pid)) {
    if (Date.now() > deadline) return false;
    await new Promise((wake) => setTimeout(wake, 100));
  }
  return true;
}

async function end(name: string, pid: number): Promise<void> {
  process.kill(pid, name === 'postgres' ? 'SIGINT' : 'SIGTERM');
  if (!(await gone(pid, 10_000))) process.kill(pid, name === 'postgres' ? 'SIGQUIT' : 'SIGKILL');
  await gone(pid, 10_000);
}

/**
 * Takes a data folder for this process. A stack that runs on it is an error; what a killed one left running is ended.
 */
export async function takeDataFolder(dataDir: string, progress: Progress): Promise<void> {
  mkdirSync(dataDir, { recursive: true });
  const earlier = read(dataDir);
  if (earlier) {
    if (earlier.owner !== process.pid && isOurs(earlier.owner)) {
      throw new Error(
        `a stack already runs on ${dataDir} (process ${earlier.owner}): stop that one first, or set LOANFLOW_DATA_DIR to another folder`,
      );
    }
    for (const [name, pid] of Object.entries(earlier.parts).reverse()) {
      if (!isOurs(pid)) continue;
      progress(`ending the ${name} that an earlier stack left running (process ${pid})`);
      await end(name, pid);
    }
  }
  recordParts(dataDir, {});
}

/** Where a folder's record of its processes is. */
export const recordFileOf = (dataDir: string): string => join(dataDir, FILE);

/** Notes which processes belong to the folder, for a later start to find. */
export function recordParts(dataDir: string, parts: Partial<Record<PartName, number>>): void {
  const record: StackRecord = { owner: process.pid, parts };
  writeFileSync(join(dataDir, FILE), `${JSON.stringify(record)}\n`);
}

/** Gives the folder back. */
export function leaveDataFolder(dataDir: string): void {
  rmSync(join(dataDir, FILE), { force: true });
}

/** Removes what a stack keeps (database, workflows, the sandbox's books, logs, keys) and nothing else that is there. */
export async function resetDataFolder(dataDir: string, progress: Progress): Promise<void> {
  if (!existsSync(dataDir)) return;
  await takeDataFolder(dataDir, progress);
  const postgres = postgresFolder(dataDir);
  rmSync(postgres, { recursive: true, force: true });
  if (dirname(postgres) !== dataDir) rmdirSync(dirname(postgres));
  for (const name of KEPT) rmSync(join(dataDir, name), { recursive: true, force: true });
  if (readdirSync(dataDir).length === 0) rmdirSync(dataDir);
}
