import { existsSync, readFileSync } from 'node:fs';
import type { PartName } from './part';
import { lastLine } from './service';

/** A part that ended by itself. */
export interface Ended {
  part: PartName;
  how: string;
}

/** What can end a stack that is up: somebody asks for it by a signal, or a part ends by itself. */
export interface Ends {
  /** Aborted as soon as somebody asked; a stack that is still starting stops then. */
  abort: AbortSignal;
  asked: Promise<null>;
  broken: Promise<Ended>;
  onUnexpectedExit: (part: PartName, how: string) => void;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Watches for signals; `onFirst` is told the first one. */
export function watchEnds(onFirst: (signal: string) => void): Ends {
  const abort = new AbortController();
  const asked = new Promise<null>((resolve) => {
    const stop = (signal: string) => {
      if (!abort.signal.aborted) onFirst(signal);
      abort.abort();
      resolve(null);
    };
    for (const signal of SIGNALS) process.on(signal, stop);
  });
  let onUnexpectedExit: Ends['onUnexpectedExit'] = () => undefined;
  const broken = new Promise<Ended>((resolve) => {
    onUnexpectedExit = (part, how) => resolve({ part, how });
  });
  return { abort: abort.signal, asked, broken, onUnexpectedExit };
}

/** The first hint at why a part ended: the last line of its log. */
export function whatEnded({ part, how }: Ended, logFile: string): string {
  const last = existsSync(logFile) ? lastLine(readFileSync(logFile, 'utf8')) : '';
  return `the ${part} ended by itself (${how}); the last line of ${logFile} is: ${last}`;
}
