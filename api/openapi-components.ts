type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Schemas = Record<string, Json>;

const PREFIX = '#/components/schemas/';

/** Names of schemas that a part of the document refers to. */
function refsIn(part: Json, found = new Set<string>()): Set<string> {
  if (Array.isArray(part)) for (const member of part) refsIn(member, found);
  else if (typeof part === 'object' && part !== null) {
    for (const [key, member] of Object.entries(part)) {
      if (key === '$ref' && typeof member === 'string' && member.startsWith(PREFIX))
        found.add(member.slice(PREFIX.length));
      else refsIn(member, found);
    }
  }
  return found;
}

function reachable(schemas: Schemas, roots: Set<string>): Set<string> {
  const seen = new Set<string>();
  const open = [...roots];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const schema = schemas[name];
    if (seen.has(name) || schema === undefined) continue;
    seen.add(name);
    open.push(...refsIn(schema));
  }
  return seen;
}

function renamed(part: Json, names: ReadonlyMap<string, string>): Json {
  if (Array.isArray(part)) return part.map((member) => renamed(member, names));
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(
    Object.entries(part).map(([key, member]) => {
      if (key !== '$ref' || typeof member !== 'string') return [key, renamed(member, names)];
      const name = member.slice(PREFIX.length);
      return [key, `${PREFIX}${names.get(name) ?? name}`];
    }),
  );
}

/**
 * The zod bridge writes each named schema twice, as read and as answered. Keeps what is referred to, and gives the read
 * form its plain name where no answer has it.
 */
export function tidyComponents<D extends { paths?: unknown; components?: { schemas?: unknown } }>(
  document: D,
): D {
  const plain = JSON.parse(JSON.stringify(document)) as { paths: Json; components: { schemas: Schemas } };
  const { schemas } = plain.components;
  const kept = reachable(schemas, refsIn(plain.paths));
  const names = new Map<string, string>();
  for (const name of kept) {
    const bare = name.endsWith('Input') ? name.slice(0, -'Input'.length) : name;
    if (bare !== name && (!kept.has(bare) || same(schemas, name, bare))) names.set(name, bare);
  }
  const tidy: Schemas = {};
  for (const name of [...kept].sort()) tidy[names.get(name) ?? name] = renamed(schemas[name] ?? null, names);
  return {
    ...document,
    paths: renamed(plain.paths, names),
    components: { ...document.components, schemas: tidy },
  };
}

function same(schemas: Schemas, one: string, other: string): boolean {
  return JSON.stringify(schemas[one]) === JSON.stringify(schemas[other]);
}
