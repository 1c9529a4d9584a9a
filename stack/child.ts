import type { ChildProcess } from 'node:child_process';

/** Resolves with true when `event` came in time. */
export async function within(ms: number, event: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  try {
    return await Promise.race([event.then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Resolves when the process is gone, also when it never began, with how it ended. */
export function exitOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
    child.once('error', (error) => resolve(error.message));
  });
}

export const hasEnded = (child: ChildProcess): boolean =>
  child.exitCode !== null || child.signalCode !== null || child.pid === undefined;

/** How to ask a process to end: each signal in turn, with the time it has to obey. */
export type StopLadder = readonly (readonly [signal: NodeJS.Signals, limitMs: number])[];

/** Ends a process: politely first, by force when it does not obey in time. */
export async function stopChild(child: ChildProcess, ladder: StopLadder): Promise<void> {
  if (hasEnded(child)) return;
  const exited = exitOf(child);
  for (const [signal, limitMs] of ladder) {
    child.kill(signal);
    if (await within(limitMs, exited)) return;
  }
  child.kill('SIGKILL');
  await exited;
}
