import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { exitOf, hasEnded, stopChild } from './child';
import { ROOT } from './folders';
import type { RunningPart } from './part';

export interface ServiceOptions {
  /** As people know it, for messages. */
  shown: string;
  program: string;
  env: Readonly<Record<string, string>>;
  logFile: string;
  readyLimitMs: number;
  stopLimitMs: number;
  /** Whether it is ready; `written` is what it has logged since this start. */
  isReady(written: string): boolean | Promise<boolean>;
}

/** The last line of a log that says something, shortened: the first hint when a service does not start. */
export function lastLine(written: string): string {
  const line = written.trimEnd().split('\n').at(-1) ?? '';
  return line.length > 300 ? `${line.slice(0, 300)}…` : line;
}

/** Starts one of our own programs as a child process that logs to a file, and waits until it is ready. */
export async function startService(options: ServiceOptions): Promise<RunningPart> {
  const { shown, program, logFile } = options;
  mkdirSync(dirname(logFile), { recursive: true });
  const begin = existsSync(logFile) ? statSync(logFile).size : 0;
  const log = openSync(logFile, 'a');
  const child = spawn(process.execPath, [program], {
    cwd: ROOT,
    env: { ...process.env, ...options.env },
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const exited = exitOf(child);
  const written = () => readFileSync(logFile).subarray(begin).toString('utf8');
  const deadline = Date.now() + options.readyLimitMs;
  while (!(await options.isReady(written()))) {
    if (hasEnded(child)) {
      throw new Error(
        `the ${shown} ended while starting (exit code ${child.exitCode}): ${lastLine(written())} (${logFile})`,
      );
    }
    if (Date.now() > deadline) {
      child.kill('SIGKILL');
      throw new Error(
        `the ${shown} was not ready within ${options.readyLimitMs / 1000} s: ${lastLine(written())} (${logFile})`,
      );
    }
    await new Promise((wake) => setTimeout(wake, 50));
  }
  if (child.pid === undefined) throw new Error(`the ${shown} has no process id`);
  return {
    pid: child.pid,
    exited,
    kill: (signal) => void child.kill(signal),
    stop: () => stopChild(child, [['SIGTERM', options.stopLimitMs]]),
  };
}

/** Whether an address answers with success; a connection that is refused is a no. */
export async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}
