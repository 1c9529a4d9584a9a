import { createCipheriv, createDecipheriv } from 'node:crypto';
import { BrokenSealError, type Cipher } from './cipher';
import { freshBytes } from './random';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** AES-256-GCM, the default. Box: nonce, tag, ciphertext. */
export const aesGcm: Cipher = {
  id: 1,
  keyBytes: 32,
  kdfDigest: 'sha256',
  encrypt(key, aad, plain) {
    const nonce = freshBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(aad);
    const body = cipher.update(plain);
    cipher.final();
    return Buffer.concat([nonce, cipher.getAuthTag(), body]);
  },
  decrypt(key, aad, box) {
    if (box.length < NONCE_BYTES + TAG_BYTES) throw new BrokenSealError('box is too short');
    const nonce = box.subarray(0, NONCE_BYTES);
    const tag = box.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(aad).setAuthTag(tag);
    const plain = decipher.update(box.subarray(NONCE_BYTES + TAG_BYTES));
    try {
      decipher.final();
    } catch {
      throw new BrokenSealError('seal does not match its key, place or content');
    }
    return plain;
  },
};
