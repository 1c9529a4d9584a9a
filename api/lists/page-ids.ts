import { and, type SQL, sql } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { z } from 'zod';
import type { Queryable } from '../../db/client';
import type { Place } from '../cursor';
import { estimatedRows } from './estimate';
import { beyond, type Order, sortedBy } from './order';

/** So many rows of an order are looked at before anything else: a common filter fills its page out of them. */
const NEAR = { inRows: 3_000, inIndex: 30_000, perRowOfPage: 5 };
/** Up to so many rows it is quicker to take all that the filter leaves and sort them than to walk further. */
const FEW = 150_000;
const Found = z.array(z.object({ id: z.string() }));

/** A list to take a page of: the rows of a table under a filter, in an order. */
export interface Paged<Row> {
  table: PgTable;
  id: PgColumn;
  filter: SQL | undefined;
  order: Order<Row>;
}

/**
 * The ids of one page. The database supposes that rows which meet a filter are spread evenly over any order, and walks
 * the whole order to find them where they are not: closed loans have no next due date, so they all come last. Hence only
 * a stretch of the order is walked, and what that does not fill is found from the filter and sorted, unless it leaves
 * too many.
 */
export async function pageIds<Row>(
  db: Queryable,
  { table, id, filter, order, ...page }: Paged<Row> & { after: Place | undefined; limit: number },
): Promise<string[]> {
  const { limit } = page;
  const place = beyond(order, id, page.after);
  const sorted = sql.join(sortedBy(order, id), sql`, `);
  const ask = async (rows: SQL, where: SQL | undefined) => {
    const condition = where && sql` where ${where}`;
    const { rows: found } = await db.execute(
      sql`select ${id} as id from ${rows}${condition} order by ${sorted} limit ${limit}`,
    );
    return Found.parse(found).map((row) => row.id);
  };
  if (filter === undefined) return ask(sql`${table}`, place);
  // Lists have an index by id that holds every field they are filtered by.
  const stretch = Math.max(order.key === id ? NEAR.inIndex : NEAR.inRows, limit * NEAR.perRowOfPage);
  const near = await ask(
    sql`(select * from ${table}${place && sql` where ${place}`} order by ${sorted} limit ${stretch}) ${table}`,
    filter,
  );
  if (near.length === limit) return near;
  const all = and(filter, place);
  const left = await estimatedRows(db, sql`select ${id} from ${table} where ${all}`);
  if (left > FEW) return ask(sql`${table}`, all);
  // `offset 0` keeps two steps apart: first the rows that the filter leaves, then their order.
  return ask(sql`(select * from ${table} where ${all} offset 0) ${table}`, undefined);
}

/** The rows with these ids, whose number does not change the text of the statement. */
export const among = (id: PgColumn, ids: readonly string[]): SQL =>
  sql`${id} = any(${sql.param(ids)}::text[])`;
