import { createHash } from 'node:crypto';
import { type IdPrefix, newId } from '../contracts/ids';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** Makes the ids of a request's objects: the same ones when the same reserved request runs again after a crash. */
export type IdMaker = <P extends IdPrefix>(prefix: P, use?: string) => `${P}_${string}`;

/** Ids drawn from the seed of a reservation. The time part is that of the first run, so ids still sort by creation. */
export function seededIds(seed: string, reservedAt: Date): IdMaker {
  return (prefix, use = '') => {
    const digest = createHash('sha256').update(`${seed}/${prefix}/${use}`).digest();
    let millis = reservedAt.getTime();
    let time = '';
    for (let i = 0; i < 10; i++) {
      time = ALPHABET.charAt(millis % 32) + time;
      millis = Math.floor(millis / 32);
    }
    let random = '';
    for (const byte of digest.subarray(0, 16)) random += ALPHABET.charAt(byte % 32);
    return `${prefix}_${time}${random}`;
  };
}

/** Ids of requests that need no reservation. */
export const freshIds: IdMaker = (prefix) => newId(prefix);
