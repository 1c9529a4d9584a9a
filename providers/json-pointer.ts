const literal = (token: string) => token.replaceAll('~1', '/').replaceAll('~0', '~');
const tokensOf = (pointer: string) => pointer.split('/').slice(1).map(literal);

/** Names that would reach into an object's prototype; a mapping may not use them. */
const forbidden = new Set(['__proto__', 'constructor', 'prototype']);

/** The value that a JSON pointer (RFC 6901) names, or undefined when there is none. */
export function readPointer(document: unknown, pointer: string): unknown {
  let value = document;
  for (const token of tokensOf(pointer)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, token)) return undefined;
    value = Reflect.get(value, token);
  }
  return value;
}

type JsonObject = { [key: string]: unknown };

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Puts a value where a JSON pointer names, making the objects on the way. */
export function writePointer(document: JsonObject, pointer: string, value: unknown): void {
  const tokens = tokensOf(pointer);
  const last = tokens.pop();
  if (last === undefined || [last, ...tokens].some((token) => forbidden.has(token))) {
    throw new RangeError(`a mapping cannot write to "${pointer}"`);
  }
  let at = document;
  for (const token of tokens) {
    const next = Object.hasOwn(at, token) ? at[token] : undefined;
    const object = isObject(next) ? next : {};
    at[token] = object;
    at = object;
  }
  at[last] = value;
}
