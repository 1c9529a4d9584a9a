import type { PoolClient } from 'pg';

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
  const query = (...args: unknown[]): unknown => {
    const [statement, values] = args;
    if (isPlain(statement) && Array.isArray(values) && values.length > 0)
      statement.name = nameOf(statement.text);
    return Reflect.apply(send, client, args);
  };
  Object.assign(client, { query });
}

function isPlain(statement: unknown): statement is { text: string; name?: string | undefined } {
  return (
    typeof statement === 'object' &&
    statement !== null &&
    'text' in statement &&
    typeof statement.text === 'string' &&
    !('submit' in statement) &&
    !('name' in statement && statement.name)
  );
}
