import type { ExtractTablesWithRelations } from 'drizzle-orm';
import { drizzle, type NodePgDatabase, NodePgTransaction } from 'drizzle-orm/node-postgres';
import { PgDialect } from 'drizzle-orm/pg-core';
import { Pool, type PoolClient, type PoolConfig, types } from 'pg';
import { sendForRows, sendsOn } from './direct';
import { keepPrepared } from './prepared';
import { sendTogether } from './together';

/** Postgres returns `bigint` columns as text by default; sums and counters read by raw SQL stay exact. */
types.setTypeParser(types.builtins.INT8, (text) => BigInt(text));

/** The database as the rest of the code sees it. */
export type Db = NodePgDatabase;
/** A running transaction; repositories take one so that an effect and its records commit together. */
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0];
/** Either of them, for reads. */
export type Queryable = Db | Tx;

/** A connection pool and the Drizzle database on it. Close the pool when done. */
export function openDatabase(config: PoolConfig): { db: Db; pool: Pool; close: () => Promise<void> } {
  const pool = new Pool({ max: 10, ...config, pipeline: true });
  // An idle connection that the server drops must not take the process down; the next query reconnects.
  pool.on('error', () => undefined);
  // Nor may one that a transaction holds at that moment: its next query fails, and with it the transaction alone.
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
    keepPrepared(client);
    sendTogether(client);
  });
  const db = drizzle(pool);
  db.transaction = (work, config) => inTransaction(pool, work, config);
  return { db, pool, close: () => pool.end() };
}

/** The Drizzle database of each client, made once in its life. */
const databases = new WeakMap<PoolClient, Db>();

function databaseOn(client: PoolClient): Db {
  const known = databases.get(client);
  if (known) return known;
  const made = drizzle(client);
  databases.set(client, made);
  return made;
}

const dialect = new PgDialect();
type NoSchema = Record<string, never>;

/**
 * A transaction on a client of its own, which the pool gets back however it ends. Drizzle's own forgets the client when
 * `begin` itself fails, and a few of those starve the pool; it also builds the texts of `begin` and `commit` each time.
 */
async function inTransaction<T>(
  pool: Pool,
  work: (tx: Tx) => Promise<T>,
  config: Parameters<Db['transaction']>[1],
): Promise<T> {
  const client = await pool.connect();
  let began = false;
  try {
    const tx = new NodePgTransaction<NoSchema, ExtractTablesWithRelations<NoSchema>>(
      dialect,
      databaseOn(client)._.session,
      undefined,
    );
    sendsOn(tx, client);
    await sendForRows(tx, 'begin', []);
    began = true;
    if (config) await tx.setTransaction(config);
    try {
      const result = await work(tx);
      await sendForRows(tx, 'commit', []);
      return result;
    } catch (error) {
      await sendForRows(tx, 'rollback', []);
      throw error;
    }
  } finally {
    client.release(!began);
  }
}
