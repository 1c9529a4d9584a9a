import { Column, getTableColumns, getTableName, is, Param, Placeholder, SQL, Table } from 'drizzle-orm';
import { PgDialect, type PgTable, QueryBuilder } from 'drizzle-orm/pg-core';
import type { Queryable, Tx } from './client';
import { sendForLists, sendForRows } from './direct';
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

/** How a parameter of a reading comes about from what a call gives. */
type Fill = (values: Values) => unknown;
type Values = Readonly<Record<string, unknown>>;

interface Made {
  text: string;
  fills: readonly Fill[];
  fields: readonly Field[];
}

/**
 * A reading whose text is worked out once, where the hottest steps spend most of their time otherwise. What differs from
 * call to call are `sql.placeholder`s. Fields are columns, or SQL whose values are taken as the driver gives them.
 */
export function compiledRead<Row>(
  build: (from: QueryBuilder) => Built<Row[]>,
): (q: Queryable, values: Values) => Promise<Row[]> {
  let made: Made | undefined;
  return async (q, values) => {
    made ??= make(build(new QueryBuilder()));
    const { text, fills, fields } = made;
    const lists = await sendForLists(
      q,
      text,
      fills.map((fill) => fill(values)),
    );
    return lists.map((list) => rowOf(fields, list) as Row);
  };
}

const dialect = new PgDialect();

/** A statement written out by hand, with `sql.placeholder`s, whose text is likewise worked out once; rows come by their names. */
export function compiledSql<Row extends object>(
  template: SQL,
): (q: Queryable, values: Values) => Promise<{ rows: Row[]; rowCount: number | null }> {
  const { sql: text, params } = dialect.sqlToQuery(template);
  const fills = params.map(fillOf);
  return (q, values) =>
    sendForRows<Row>(
      q,
      text,
      fills.map((fill) => fill(values)),
    );
}

function make<Row>(built: Built<Row[]>): Made {
  const { sql: text, params } = built.toSQL();
  return { text, fills: params.map(fillOf), fields: fieldsOf(built._.selectedFields, []) };
}

function fillOf(param: unknown): Fill {
  if (is(param, Placeholder)) return (values) => given(values, param.name);
  if (is(param, Param) && is(param.value, Placeholder)) {
    const { name } = param.value;
    return (values) => param.encoder.mapToDriverValue(given(values, name));
  }
  return () => param;
}

function given(values: Values, name: string): unknown {
  if (!(name in values)) throw new TypeError(`no value for ${name}`);
  return values[name];
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

type Columns = Readonly<Record<string, Column>>;

const namesOf = (values: Values): string[] => Object.keys(values).filter((key) => values[key] !== undefined);
const quoted = (name: string): string => `"${name}"`;

function columnOf(columns: Columns, key: string): Column {
  const column = columns[key];
  if (column === undefined) throw new TypeError(`no column ${key}`);
  return column;
}

function encoded(columns: Columns, keys: readonly string[], values: Values): unknown[] {
  return keys.map((key) => {
    const value = values[key];
    return value === null || value === undefined ? null : columnOf(columns, key).mapToDriverValue(value);
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

const insertion = (table: PgTable, ending: string) => (keys: readonly string[], rows: number) => {
  const columns: Columns = getTableColumns(table);
  const names = keys.map((key) => quoted(columnOf(columns, key).name)).join(', ');
  const places = Array.from({ length: rows }, (_, row) => {
    const own = keys.map((_, at) => `$${row * keys.length + at + 1}`);
    return `(${own.join(', ')})`;
  });
  return `insert into ${quoted(getTableName(table))} (${names}) values ${places.join(', ')}${ending}`;
};

/** Inserts one row within a transaction; unawaited (db/together.ts). With `ignore`, a row that is there already stays. */
export function insertInto<T extends PgTable>(
  table: T,
  conflict: '' | 'ignore' = '',
): (tx: Tx, row: T['$inferInsert']) => Promise<void> {
  const columns: Columns = getTableColumns(table);
  const insert = insertion(table, conflict === 'ignore' ? ' on conflict do nothing' : '');
  const textOf = textsBy((keys) => `${UNAWAITED}${insert(keys, 1)}`);
  return async (tx, row) => {
    const keys = namesOf(row);
    await sendForLists(tx, textOf(keys), encoded(columns, keys, row));
  };
}

/** Inserts rows of the same fields and answers how many are new: what is there already stays. */
export function insertNew<T extends PgTable>(
  table: T,
): (q: Queryable, rows: readonly T['$inferInsert'][]) => Promise<number> {
  const columns: Columns = getTableColumns(table);
  const insert = insertion(table, ' on conflict do nothing');
  const textsOf = new Map<number, (keys: readonly string[]) => string>();
  return async (q, rows) => {
    const [first] = rows;
    if (first === undefined) return 0;
    const keys = namesOf(first);
    const textOf = textsOf.get(rows.length) ?? textsBy((names) => insert(names, rows.length));
    textsOf.set(rows.length, textOf);
    const { rowCount } = await sendForRows(
      q,
      textOf(keys),
      rows.flatMap((row) => encoded(columns, keys, row)),
    );
    return rowCount ?? 0;
  };
}

/** Inserts a row and answers it as it was stored; undefined when it was there already. */
export function insertIfNew<T extends PgTable>(
  table: T,
): (tx: Tx, row: T['$inferInsert']) => Promise<T['$inferSelect'] | undefined> {
  const columns: Columns = getTableColumns(table);
  const fields = fieldsOf(columns, []);
  const names = Object.values(columns).map(({ name }) => quoted(name));
  const insert = insertion(table, ` on conflict do nothing returning ${names.join(', ')}`);
  const textOf = textsBy((keys) => insert(keys, 1));
  return async (tx, row) => {
    const keys = namesOf(row);
    const [list] = await sendForLists(tx, textOf(keys), encoded(columns, keys, row));
    return list && rowOf(fields, list);
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
    const keys = namesOf(set);
    if (keys.length > 0)
      await sendForLists(tx, textOf(keys), [by.mapToDriverValue(value), ...encoded(columns, keys, set)]);
  };
}
