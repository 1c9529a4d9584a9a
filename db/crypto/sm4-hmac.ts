import { createCipheriv, createDecipheriv, createHmac, timingSafeEqual } from 'node:crypto';
import { BrokenSealError, type Cipher } from './cipher';
import { freshBytes } from './random';

const ENC_KEY_BYTES = 16;
const MAC_KEY_BYTES = 32;
const NONCE_BYTES = 16;
const TAG_BYTES = 32;

function tagOf(macKey: Buffer, aad: Buffer, nonce: Buffer, body: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(aad.length);
  return createHmac('sm3', macKey).update(length).update(aad).update(nonce).update(body).digest();
}

/**
 * SM4-CTR then HMAC-SM3 (encrypt-then-MAC) for lenders bound to 国密 algorithms: OpenSSL offers no SM4-GCM
 * through Node. Box: nonce, tag, ciphertext.
 */
export const sm4Hmac: Cipher = {
  id: 2,
  keyBytes: ENC_KEY_BYTES + MAC_KEY_BYTES,
  kdfDigest: 'sm3',
  encrypt(key, aad, plain) {
    const nonce = freshBytes(NONCE_BYTES);
    const cipher = createCipheriv('sm4-ctr', key.subarray(0, ENC_KEY_BYTES), nonce);
    const body = Buffer.concat([cipher.update(plain), cipher.final()]);
    return Buffer.concat([nonce, tagOf(key.subarray(ENC_KEY_BYTES), aad, nonce, body), body]);
  },
  decrypt(key, aad, box) {
    if (box.length < NONCE_BYTES + TAG_BYTES) throw new BrokenSealError('box is too short');
    const nonce = box.subarray(0, NONCE_BYTES);
    const tag = box.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
    const body = box.subarray(NONCE_BYTES + TAG_BYTES);
    if (!timingSafeEqual(tag, tagOf(key.subarray(ENC_KEY_BYTES), aad, nonce, body))) {
      throw new BrokenSealError('seal does not match its key, place or content');
    }
    const decipher = createDecipheriv('sm4-ctr', key.subarray(0, ENC_KEY_BYTES), nonce);
    return Buffer.concat([decipher.update(body), decipher.final()]);
  },
};
