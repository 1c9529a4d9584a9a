import { AsyncLocalStorage } from 'node:async_hooks';
import { lt, sql } from 'drizzle-orm';
import type { RecordSteps } from '../../contracts/loan/steps';
import type { Queryable } from '../../db/client';
import { stepResults } from '../../db/schema/steps';

const current = new AsyncLocalStorage<string>();

type Keyed<S extends Partial<RecordSteps>> = {
  [N in keyof S & keyof RecordSteps]: (
    input: Parameters<RecordSteps[N]>[0],
    key?: string,
  ) => ReturnType<RecordSteps[N]>;
};

/**
 * The steps as the worker registers them: each call brings the key that the workflow drew for it. The transaction of the
 * step stores its result under that key, so that a step which ran and whose answer was lost does nothing when it runs again.
 */
export function withKeys<S extends Partial<RecordSteps>>(steps: S): Keyed<S> {
  const wrapped = Object.entries(steps).map(([name, run]: [string, (input: never) => unknown]) => [
    name,
    (input: never, key?: string) => (key === undefined ? run(input) : current.run(key, () => run(input))),
  ]);
  return Object.fromEntries(wrapped) as Keyed<S>;
}

/** The key of the step that runs; null outside a workflow's step. */
export const currentKey = (): string | null => current.getStore() ?? null;

/** Forgets results that no workflow task can ask for any more. */
export async function forgetOldSteps(db: Queryable): Promise<void> {
  await db.delete(stepResults).where(lt(stepResults.doneAt, sql`now() - interval '3 days'`));
}
