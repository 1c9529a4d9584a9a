import type { PoolClient } from 'pg';
import { DRIVER_TYPES, KnownQuery, type KnownStatements, type NamedStatement } from './known-query';

/** Texts that are remembered; beyond that a statement is sent as it is. */
const MOST_TEXTS = 1_000;
/** Names by text, the same on every connection; a text that was seen once has none yet. */
const names = new Map<string, string | null>();
let named = 0;

/** Name under which a text stays prepared, from the second time on: what is built for one occasion is not worth it. */
function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known) return known;
  if (known === undefined) {
    if (names.size < MOST_TEXTS) names.set(text, null);
    return undefined;
  }
  named += 1;
  const name = `lf_${named}`;
  names.set(text, name);
  return name;
}

/**
 * Lets a connection parse and plan each statement with parameters once and run it many times. Half of what a short
 * statement costs Postgres is to understand its text; the same few texts make up nearly all the work.
 */
export function keepPrepared(client: PoolClient): void {
  const send = client.query;
  const known: KnownStatements = new Map();
  const ask = (statement: NamedStatement, callback: unknown): unknown => {
    const submit = (answered: KnownQuery['callback']): void => {
      Reflect.apply<PoolClient, unknown[], unknown>(send, client, [
        new KnownQuery(known, statement, answered),
      ]);
    };
    if (isCallback(callback)) return submit(callback);
    return new Promise((resolve, reject) => {
      submit((error, result) => (result === undefined ? reject(error) : resolve(result)));
    });
  };
  const query = (...args: unknown[]): unknown => {
    const [statement, values, callback] = args;
    if (isPlain(statement) && Array.isArray(values) && values.length > 0) {
      const { text, rowMode } = statement;
      const name = nameOf(text);
      // The driver keeps its own account of what it prepared: the same text may come both ways.
      if (name !== undefined && statement.types === DRIVER_TYPES)
        return ask({ name: `${name}_known`, text, values, asLists: rowMode === 'array' }, callback);
      statement.name = name;
    }
    return Reflect.apply(send, client, args);
  };
  Object.assign(client, { query });
}

const isCallback = (value: unknown): value is KnownQuery['callback'] => typeof value === 'function';

interface Plain {
  text: string;
  name?: string | undefined;
  rowMode?: unknown;
  types?: unknown;
}

function isPlain(statement: unknown): statement is Plain {
  return (
    typeof statement === 'object' &&
    statement !== null &&
    'text' in statement &&
    typeof statement.text === 'string' &&
    !('submit' in statement) &&
    !('name' in statement && statement.name)
  );
}
