import type { SQL } from 'drizzle-orm';
import type { Place } from '../cursor';
import type { Column } from './column';

/** A list as one reader may see it, under one set of filters and in one order. */
export interface ListSource<Row> {
  /** What its rows show as a file. */
  columns: readonly Column<Row>[];
  /** The query for all its rows, which is estimated but never run. */
  all: SQL;
  /** Whether there are more rows than so many. */
  hasMoreThan: (rows: number) => Promise<boolean>;
  /** Where a row stands in the order. */
  placeOf: (row: Row) => Place;
  /** So many rows after a place; from the beginning where there is none. */
  read: (after: Place | undefined, limit: number) => Promise<Row[]>;
}
