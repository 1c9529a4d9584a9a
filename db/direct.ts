import { DrizzleQueryError } from 'drizzle-orm';
import { Pool, type PoolClient } from 'pg';
import { DRIVER_TYPES } from './known-query';

/** What carries statements: a pool, or the client of a transaction. */
type Carrier = Pick<Pool, 'query'> | Pick<PoolClient, 'query'>;

const carriers = new WeakMap<object, Carrier>();

/** Notes on what a database or a transaction sends its statements. */
export const sendsOn = (q: object, carrier: Carrier): void => void carriers.set(q, carrier);

function carrierOf(q: object): Carrier {
  const known = carriers.get(q);
  if (known) return known;
  if ('$client' in q && q.$client instanceof Pool) return q.$client;
  throw new TypeError('nothing is known to carry statements of this database');
}

/** Sends a text whose values are in the driver's form; each row is an array, in the order of its fields. */
export async function sendForLists(q: object, sql: string, values: unknown[]): Promise<unknown[][]> {
  try {
    const statement = { text: sql, rowMode: 'array' as const, types: DRIVER_TYPES };
    const { rows } = await carrierOf(q).query<unknown[]>(statement, values);
    return rows;
  } catch (error) {
    throw new DrizzleQueryError(sql, values, error instanceof Error ? error : undefined);
  }
}

/** As above; each row is an object of its fields' names. */
export async function sendForRows<Row extends object>(
  q: object,
  sql: string,
  values: unknown[],
): Promise<{ rows: Row[]; rowCount: number | null }> {
  try {
    return await carrierOf(q).query<Row>({ text: sql, types: DRIVER_TYPES }, values);
  } catch (error) {
    throw new DrizzleQueryError(sql, values, error instanceof Error ? error : undefined);
  }
}
