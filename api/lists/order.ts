import { type AnyColumn, asc, desc, type SQL, sql } from 'drizzle-orm';
import type { Place } from '../cursor';

/** One order of a list: a key that has an index together with the id, in one direction for both. */
export interface Order<Row> {
  key: AnyColumn | SQL;
  /** Type of the key in Postgres, for the place that a cursor carries. */
  type: 'text' | 'bigint' | 'integer' | 'date' | 'timestamptz';
  direction: 'asc' | 'desc';
  /** The key of a row, as a cursor keeps it. */
  keyOf: (row: Row) => string;
}

/** The rows after a place, in an order whose ties the id breaks; all rows where there is no place. */
export function beyond<Row>(
  { key, type, direction }: Order<Row>,
  id: AnyColumn,
  after: Place | undefined,
): SQL | undefined {
  if (after === undefined) return undefined;
  const [at, last] = after;
  const place = sql`(${String(at)}::${sql.raw(type)}, ${String(last)})`;
  return direction === 'asc' ? sql`(${key}, ${id}) > ${place}` : sql`(${key}, ${id}) < ${place}`;
}

/** The sort keys of an order. */
export function sortedBy<Row>({ key, direction }: Order<Row>, id: AnyColumn): SQL[] {
  return direction === 'asc' ? [asc(key), asc(id)] : [desc(key), desc(id)];
}
