/** Prefixes of public ids: a reader of a log or a URL sees at once what kind of thing an id names. */
export type IdPrefix =
  | 'app'
  | 'cus'
  | 'loan'
  | 'task'
  | 'pay'
  | 'doc'
  | 'con'
  | 'ctr'
  | 'dec'
  | 'msg'
  | 'cmt'
  | 'cmd'
  | 'evt'
  | 'led'
  | 'out'
  | 'deb'
  | 'pol'
  | 'usr'
  | 'ptn'
  | 'key'
  | 'whk'
  | 'whd'
  | 'clk'
  | 'src'
  | 'inb'
  | 'aud'
  | 'cod'
  | 'quo'
  | 'opn'
  | 'chg'
  | 'rec'
  | 'run'
  | 'acc'
  | 'ses'
  | 'card'
  | 'scn'
  | 'exp'
  | 'viw';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const TIME_CHARS = 10;
const RANDOM_CHARS = 16;

/** Randomness drawn ahead, since each drawing costs as much as the rest of an id. */
const drawn = new Uint8Array(64 * RANDOM_CHARS);
let used = drawn.length;

function randomBytes(): Uint8Array {
  if (used === drawn.length) {
    crypto.getRandomValues(drawn);
    used = 0;
  }
  used += RANDOM_CHARS;
  return drawn.subarray(used - RANDOM_CHARS, used);
}

/** A new id that sorts by creation time: 48 bits of milliseconds, then 80 random bits, in Crockford base 32. */
export function newId<P extends IdPrefix>(prefix: P): `${P}_${string}` {
  let millis = Date.now();
  let time = '';
  for (let i = 0; i < TIME_CHARS; i++) {
    time = ALPHABET.charAt(millis % 32) + time;
    millis = Math.floor(millis / 32);
  }
  let random = '';
  for (const byte of randomBytes()) random += ALPHABET.charAt(byte % 32);
  return `${prefix}_${time}${random}`;
}

/** Whether a text is a well-formed id of the given kind. */
export function isId(prefix: IdPrefix, text: string): boolean {
  return new RegExp(`^${prefix}_[${ALPHABET}]{26}$`).test(text);
}
