import { createHmac, timingSafeEqual } from 'node:crypto';
import { ProblemError } from './problem';

/** The place in a list after the last row given: the values of its sort keys. */
export type Place = readonly (string | number)[];

/** Makes and reads cursors. They are opaque and signed, and belong to one list with its filters. */
export interface Cursors {
  seal(list: string, place: Place): string;
  open(list: string, cursor: string | undefined): Place | undefined;
}

const SIGNATURE_BYTES = 12;

/** Cursors signed with a derived key, the same on every server. */
export function createCursors(key: Buffer): Cursors {
  const sign = (list: string, body: Buffer) =>
    createHmac('sha256', key).update(list).update('\0').update(body).digest().subarray(0, SIGNATURE_BYTES);
  return {
    seal(list, place) {
      const body = Buffer.from(JSON.stringify(place));
      return Buffer.concat([sign(list, body), body]).toString('base64url');
    },
    open(list, cursor) {
      if (cursor === undefined) return undefined;
      const bytes = Buffer.from(cursor, 'base64url');
      const body = bytes.subarray(SIGNATURE_BYTES);
      const signature = bytes.subarray(0, SIGNATURE_BYTES);
      if (signature.length !== SIGNATURE_BYTES || !timingSafeEqual(signature, sign(list, body)))
        throw new ProblemError('CURSOR_INVALID');
      return JSON.parse(body.toString()) as Place;
    },
  };
}

/** A page out of one row more than it holds. */
export function pageOf<Row, Shown>(
  rows: readonly Row[],
  limit: number,
  show: (row: Row) => Shown,
  cursorAfter: (row: Row) => string,
): { data: Shown[]; nextCursor: string | null } {
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return { data: rows.slice(0, limit).map(show), nextCursor: last === undefined ? null : cursorAfter(last) };
}
