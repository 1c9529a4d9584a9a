import type { TestApi } from './test-api';

/** Leaves a key as a process does that died after its commit and before it stored the answer; its lock has run out. */
export async function forgetAnswer({ pool }: Pick<TestApi, 'pool'>, key: string): Promise<void> {
  const { rowCount } = await pool.query(
    `update idempotency_keys set status = null, sealed_body = null, locked_until = now() - interval '1 second'
     where key = $1`,
    [key],
  );
  if (rowCount !== 1) throw new Error(`${rowCount} requests were made with the key ${key}`);
}
