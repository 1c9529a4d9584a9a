/** Data as JSON keeps it: amounts become decimal-integer text, since JSON has no bigint. */
export function plain(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_key, item) => (typeof item === 'bigint' ? item.toString() : item)),
  );
}
