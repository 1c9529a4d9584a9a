/** A part of `pg` that its types leave out. */
declare module 'pg/lib/utils' {
  /** A value as it goes to Postgres: text, bytes or null. */
  export function prepareValue(value: unknown): Buffer | string | null;
}
