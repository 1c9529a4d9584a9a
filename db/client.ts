import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import { Pool, type PoolConfig, types } from 'pg';
import { keepPrepared } from './prepared';
import * as schema from './schema';

/** Postgres returns `bigint` columns as text by default; sums and counters read by raw SQL stay exact. */
types.setTypeParser(types.builtins.INT8, (text) => BigInt(text));

/** The database as the rest of the code sees it. */
export type Db = NodePgDatabase<typeof schema>;
/** A running transaction; repositories take one so that an effect and its records commit together. */
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0];
/** Either of them, for reads. */
export type Queryable = Db | Tx;

/** A connection pool and the Drizzle database on it. Close the pool when done. */
export function openDatabase(config: PoolConfig): { db: Db; pool: Pool; close: () => Promise<void> } {
  const pool = new Pool({ max: 10, ...config });
  // An idle connection that the server drops must not take the process down; the next query reconnects.
  pool.on('error', () => undefined);
  // Nor may one that a transaction holds at that moment: its next query fails, and with it the transaction alone.
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
    keepPrepared(client);
  });
  return { db: drizzle(pool, { schema }), pool, close: () => pool.end() };
}
