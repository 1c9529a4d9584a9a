import { BrokenSealError } from './cipher';

/** Parts of a sealed value as it lies in a column. */
export interface Envelope {
  cipherId: number;
  kekId: string;
  wrappedKey: Buffer;
  box: Buffer;
}

const FORMAT = 1;
const HEADER_BYTES = 5;

/** Layout: format, cipher, length of key id, key id, length of wrapped key (16 bit), wrapped key, box. */
export function packEnvelope({ cipherId, kekId, wrappedKey, box }: Envelope): Buffer {
  const id = Buffer.from(kekId, 'latin1');
  const head = Buffer.alloc(HEADER_BYTES + id.length);
  head.writeUInt8(FORMAT, 0);
  head.writeUInt8(cipherId, 1);
  head.writeUInt8(id.length, 2);
  id.copy(head, 3);
  head.writeUInt16BE(wrappedKey.length, 3 + id.length);
  return Buffer.concat([head, wrappedKey, box]);
}

/** The reverse; refuses what is no sealed value at all. */
export function unpackEnvelope(sealed: Buffer): Envelope {
  if (sealed.length < HEADER_BYTES || sealed.readUInt8(0) !== FORMAT) {
    throw new BrokenSealError('not a sealed value');
  }
  const idLength = sealed.readUInt8(2);
  const keyAt = HEADER_BYTES + idLength;
  if (sealed.length < keyAt) throw new BrokenSealError('sealed value is cut off');
  const keyLength = sealed.readUInt16BE(3 + idLength);
  if (sealed.length < keyAt + keyLength) throw new BrokenSealError('sealed value is cut off');
  return {
    cipherId: sealed.readUInt8(1),
    kekId: sealed.toString('latin1', 3, 3 + idLength),
    wrappedKey: sealed.subarray(keyAt, keyAt + keyLength),
    box: sealed.subarray(keyAt + keyLength),
  };
}
