import { Column, getTableColumns, getTableName, is, SQL, Table } from 'drizzle-orm';
import { type PgTable, QueryBuilder } from 'drizzle-orm/pg-core';
import type { Queryable, Tx } from './client';
import { UNAWAITED } from './together';

/** What a builder of a reading gives. */
interface Built<Rows> {
  toSQL(): { sql: string; params: unknown[] };
  readonly _: { readonly selectedFields: Record<string, unknown>; readonly result: Rows };
}

interface Field {
  path: readonly string[];
  decode: (value: unknown) => unknown;
}

/**
 * A reading whose text is worked out once, where the hottest steps spend most of their time otherwise. What differs from
 * call to call are `sql.placeholder`s. Fields are columns, or SQL whose values are taken as the driver gives them.
 */
export function compiledRead<Row>(
  build: (from: QueryBuilder) => Built<Row[]>,
): (q: Queryable, values: Readonly<Record<string, unknown>>) => Promise<Row[]> {
  let made: { query: { sql: string; params: unknown[] }; fields: Field[] } | undefined;
  return async (q, values) => {
    if (made === undefined) {
      const built = build(new QueryBuilder());
      const { sql, params } = built.toSQL();
      made = { query: { sql, params }, fields: fieldsOf(built._.selectedFields, []) };
    }
    const { query, fields } = made;
    const prepared = q._.session.prepareQuery<{ execute: Row[]; all: unknown; values: unknown }>(
      query,
      undefined,
      undefined,
      true,
      (rows) => rows.map((row) => rowOf(fields, row) as Row),
    );
    return prepared.execute({ ...values });
  };
}

function fieldsOf(fields: Record<string, unknown>, above: readonly string[]): Field[] {
  return Object.entries(fields).flatMap(([name, field]): Field[] => {
    const path = [...above, name];
    if (is(field, Column)) return [{ path, decode: (value) => field.mapFromDriverValue(value) }];
    if (is(field, SQL) || is(field, SQL.Aliased)) return [{ path, decode: (value) => value }];
    if (is(field, Table)) return fieldsOf(getTableColumns(field), path);
    return fieldsOf({ ...(field as object) }, path);
  });
}

function rowOf(fields: readonly Field[], values: readonly unknown[]): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (let at = 0; at < fields.length; at++) {
    const { path, decode } = fields[at] as Field;
    const value = values[at] === null ? null : decode(values[at]);
    let node = row;
    for (let depth = 0; depth < path.length - 1; depth++) {
      const name = path[depth] as string;
      node[name] ??= {};
      node = node[name] as Record<string, unknown>;
    }
    node[path[path.length - 1] as string] = value;
  }
  return row;
}

type Values = Readonly<Record<string, unknown>>;
type Columns = Readonly<Record<string, Column>>;

const given = (values: Values): string[] => Object.keys(values).filter((key) => values[key] !== undefined);
const quoted = (name: string): string => `"${name}"`;

function columnOf(columns: Columns, key: string): Column {
  const column = columns[key];
  if (column === undefined) throw new TypeError(`no column ${key}`);
  return column;
}

function encoded(columns: Columns, keys: readonly string[], values: Values): unknown[] {
  return keys.map((key) => {
    const value = values[key];
    return value === null ? null : columnOf(columns, key).mapToDriverValue(value);
  });
}

/** A text by the columns it names, made once each. */
function textsBy(make: (keys: readonly string[]) => string): (keys: readonly string[]) => string {
  const known = new Map<string, string>();
  return (keys) => {
    const name = keys.join();
    const text = known.get(name) ?? make(keys);
    known.set(name, text);
    return text;
  };
}

const send = (tx: Tx, sql: string, params: unknown[]): Promise<unknown> =>
  tx._.session.prepareQuery({ sql, params }, undefined, undefined, false).execute();

/** Inserts one row within a transaction; unawaited (db/together.ts). With `ignore`, a row that is there already stays. */
export function insertInto<T extends PgTable>(
  table: T,
  conflict: '' | 'ignore' = '',
): (tx: Tx, row: T['$inferInsert']) => Promise<void> {
  const columns: Columns = getTableColumns(table);
  const ending = conflict === 'ignore' ? ' on conflict do nothing' : '';
  const textOf = textsBy((keys) => {
    const names = keys.map((key) => quoted(columnOf(columns, key).name)).join(', ');
    const places = keys.map((_, at) => `$${at + 1}`).join(', ');
    return `${UNAWAITED}insert into ${quoted(getTableName(table))} (${names}) values (${places})${ending}`;
  });
  return async (tx, row) => {
    const keys = given(row);
    await send(tx, textOf(keys), encoded(columns, keys, row));
  };
}

/** Changes the rows where a column has a value, within a transaction; unawaited (db/together.ts). */
export function updateWhere<T extends PgTable>(
  table: T,
  where: keyof T['$inferSelect'] & string,
): (tx: Tx, value: string | number, set: Partial<T['$inferInsert']>) => Promise<void> {
  const columns: Columns = getTableColumns(table);
  const by = columnOf(columns, where);
  const textOf = textsBy((keys) => {
    const sets = keys.map((key, at) => `${quoted(columnOf(columns, key).name)} = $${at + 2}`).join(', ');
    return `${UNAWAITED}update ${quoted(getTableName(table))} set ${sets} where ${quoted(by.name)} = $1`;
  });
  return async (tx, value, set) => {
    const keys = given(set);
    if (keys.length > 0)
      await send(tx, textOf(keys), [by.mapToDriverValue(value), ...encoded(columns, keys, set)]);
  };
}
