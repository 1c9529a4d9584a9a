import { AsyncLocalStorage } from 'node:async_hooks';
import { eq, lt, sql } from 'drizzle-orm';
import type { RecordSteps } from '../../contracts/loan/steps';
import type { Queryable, Tx } from '../../db/client';
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

/** Runs the work of a step once: a repeat of its key returns the stored result. Without a key it simply runs. */
export async function once<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  const key = current.getStore();
  if (key === undefined) return work();
  const [stored] = await tx.select().from(stepResults).where(eq(stepResults.key, key));
  if (stored) return stored.result as T;
  const result = await work();
  await tx.insert(stepResults).values({ key, result: result ?? null, doneAt: new Date() });
  return result;
}

/** Forgets results that no workflow task can ask for any more. */
export async function forgetOldSteps(db: Queryable): Promise<void> {
  await db.delete(stepResults).where(lt(stepResults.doneAt, sql`now() - interval '3 days'`));
}
