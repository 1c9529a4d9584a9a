import { Context } from '@temporalio/activity';

/** Well within the heartbeat timeout of the steps; one that is quicker sends none, and so costs nothing. */
const EVERY_MS = 4_000;

type Run = (...args: never[]) => Promise<unknown>;

/**
 * The steps as the worker registers them: one that takes long says that it is alive, so that the death of its worker is
 * noticed within the heartbeat timeout and not only when the step's whole time is over.
 */
export function withSignsOfLife<S extends object>(steps: S): S {
  const wrapped = Object.entries(steps).map(([name, run]: [string, Run]) => [
    name,
    async (...args: never[]) => {
      const context = Context.current();
      // A local run within the workflow task has no heartbeats.
      if (context.info.heartbeatTimeoutMs === undefined) return run(...args);
      const beat = setInterval(() => context.heartbeat(), EVERY_MS);
      try {
        return await run(...args);
      } finally {
        clearInterval(beat);
      }
    },
  ]);
  return Object.fromEntries(wrapped) as S;
}
