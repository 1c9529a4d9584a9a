/** Anything that JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** One difference between two forms. Entries of lists are named by what identifies them, so that a row that moved is no change. */
export interface FormChange {
  readonly kind: 'added' | 'removed' | 'changed' | 'moved';
  readonly path: readonly string[];
  readonly before: Json;
  readonly after: Json;
}

/** What tells entries of a list apart, the first of these that an entry has. */
const KEYS = ['id', 'code', 'document', 'fact', 'name', 'label', 'grade', 'route', 'role', 'fromOn'] as const;
const FURTHER_KEYS = ['fromDaysOverdue', 'beforeMonths'] as const;

type Entry = { readonly [key: string]: Json };
const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);
const isEntry = (value: Json | undefined): value is Entry =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
/** What is one thing to a reader though it has parts: a test of a fact, a way of reckoning. */
const isWhole = (value: Entry) => 'op' in value || 'kind' in value || 'mode' in value;
const same = (a: Json, b: Json) => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));

function sorted(value: Json): Json {
  if (isList(value)) return value.map(sorted);
  if (!isEntry(value)) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, member]) => [key, sorted(member)]));
}

/** Differences from one form to another, in the order in which a reader meets them. */
export function changesOf(before: Json, after: Json, path: readonly string[] = []): FormChange[] {
  if (same(before, after)) return [];
  if (isList(before) && isList(after)) return listChanges(before, after, path);
  if (isEntry(before) && isEntry(after) && !isWhole(before) && !isWhole(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return keys.flatMap((key) => memberChanges(before[key], after[key], [...path, key]));
  }
  return [{ kind: 'changed', path, before, after }];
}

function memberChanges(
  before: Json | undefined,
  after: Json | undefined,
  path: readonly string[],
): FormChange[] {
  if (before === undefined) return after === undefined ? [] : [{ kind: 'added', path, before: null, after }];
  if (after === undefined) return [{ kind: 'removed', path, before, after: null }];
  return changesOf(before, after, path);
}

/** Names of the entries; the second of a name is numbered. */
function named(list: readonly Json[]): Map<string, Json> {
  const found = new Map<string, Json>();
  for (const entry of list) {
    const name = nameOf(entry);
    let unique = name;
    for (let n = 2; found.has(unique); n++) unique = `${name}#${n}`;
    found.set(unique, entry);
  }
  return found;
}

function nameOf(entry: Json): string {
  if (!isEntry(entry)) return JSON.stringify(entry);
  const key = [...KEYS, ...FURTHER_KEYS].find((one) => entry[one] !== undefined);
  return key === undefined ? JSON.stringify(sorted(entry)) : String(entry[key]);
}

function listChanges(before: readonly Json[], after: readonly Json[], path: readonly string[]): FormChange[] {
  const was = named(before);
  const is = named(after);
  const removed = [...was].flatMap(([name, entry]): FormChange[] =>
    is.has(name) ? [] : [{ kind: 'removed', path: [...path, name], before: entry, after: null }],
  );
  const rest = [...is].flatMap(([name, entry]): FormChange[] => {
    const old = was.get(name);
    if (old === undefined) return [{ kind: 'added', path: [...path, name], before: null, after: entry }];
    return changesOf(old, entry, [...path, name]);
  });
  return [...removed, ...rest, ...moves([...was.keys()], [...is.keys()], path)];
}

/** One change for a list whose common entries stand in another order. */
function moves(was: readonly string[], is: readonly string[], path: readonly string[]): FormChange[] {
  const before = was.filter((name) => is.includes(name));
  const after = is.filter((name) => was.includes(name));
  return same(before, after) ? [] : [{ kind: 'moved', path, before, after }];
}
