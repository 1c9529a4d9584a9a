import { createHmac, hkdfSync } from 'node:crypto';
import { aesGcm } from './aes-gcm';
import { BrokenSealError, type Cipher } from './cipher';
import { packEnvelope, unpackEnvelope } from './envelope';
import type { VaultKeys } from './keys';
import { freshBytes } from './random';
import { sm4Hmac } from './sm4-hmac';

/** Where a sealed value lives. It opens only there, so a value copied to another row or column is useless. */
export interface SealedPlace {
  table: string;
  column: string;
  rowId: string;
}

/** Normalised personal values that can be looked up without being readable. */
export type IndexKind = 'id' | 'phone' | 'name' | 'card' | 'mail';

const CIPHERS: readonly Cipher[] = [aesGcm, sm4Hmac];
const WRAP_AAD = Buffer.from('loanflow/data-key');

function aadOf({ table, column, rowId }: SealedPlace): Buffer {
  return Buffer.from(JSON.stringify([table, column, rowId]));
}

/**
 * Envelope encryption of personal data (网络安全法 21, JR/T 0171): a random data key per value, wrapped by a
 * key-encryption key that has an id and can be rotated without touching the content.
 */
export class Vault {
  readonly #keys: VaultKeys;
  readonly #cipher: Cipher;
  readonly #wrapping = new Map<string, Buffer>();

  constructor(keys: VaultKeys, cipher: Cipher = aesGcm) {
    if (keys.keks.length === 0) throw new Error('a vault needs at least one wrapping key');
    this.#keys = keys;
    this.#cipher = cipher;
    for (const { id, key } of keys.keks) {
      for (const each of CIPHERS) {
        const derived = hkdfSync(each.kdfDigest, key, '', `loanflow/wrap/${each.id}`, each.keyBytes);
        this.#wrapping.set(`${each.id}/${id}`, Buffer.from(derived));
      }
    }
  }

  /** Id of the wrapping key that new values are sealed under. */
  get currentKeyId(): string {
    return this.#current().id;
  }

  seal(place: SealedPlace, plaintext: string | Buffer): Buffer {
    const plain = typeof plaintext === 'string' ? Buffer.from(plaintext, 'utf8') : plaintext;
    const dataKey = freshBytes(this.#cipher.keyBytes);
    const kekId = this.currentKeyId;
    return packEnvelope({
      cipherId: this.#cipher.id,
      kekId,
      wrappedKey: this.#cipher.encrypt(this.#wrappingKey(this.#cipher, kekId), WRAP_AAD, dataKey),
      box: this.#cipher.encrypt(dataKey, aadOf(place), plain),
    });
  }

  open(place: SealedPlace, sealed: Buffer): Buffer {
    const { cipherId, kekId, wrappedKey, box } = unpackEnvelope(sealed);
    const cipher = cipherOf(cipherId);
    const dataKey = cipher.decrypt(this.#wrappingKey(cipher, kekId), WRAP_AAD, wrappedKey);
    return cipher.decrypt(dataKey, aadOf(place), box);
  }

  openText(place: SealedPlace, sealed: Buffer): string {
    return this.open(place, sealed).toString('utf8');
  }

  /** Id of the key a value is wrapped under; rotation looks for values that are not under the current one. */
  keyIdOf(sealed: Buffer): string {
    return unpackEnvelope(sealed).kekId;
  }

  /** The same content under the current wrapping key. The content itself is neither opened nor needed. */
  rewrap(sealed: Buffer): Buffer {
    const envelope = unpackEnvelope(sealed);
    if (envelope.kekId === this.currentKeyId) return sealed;
    const cipher = cipherOf(envelope.cipherId);
    const dataKey = cipher.decrypt(this.#wrappingKey(cipher, envelope.kekId), WRAP_AAD, envelope.wrappedKey);
    const wrappedKey = cipher.encrypt(this.#wrappingKey(cipher, this.currentKeyId), WRAP_AAD, dataKey);
    return packEnvelope({ ...envelope, kekId: this.currentKeyId, wrappedKey });
  }

  /** Keyed hash of a normalised value: equal values meet, and nobody without the key can try guesses. */
  blindIndex(kind: IndexKind, normalisedValue: string): string {
    return createHmac('sha256', this.#keys.indexKey).update(`${kind}\0${normalisedValue}`).digest('hex');
  }

  #current() {
    const [current] = this.#keys.keks;
    if (!current) throw new Error('a vault needs at least one wrapping key');
    return current;
  }

  #wrappingKey(cipher: Cipher, kekId: string): Buffer {
    const key = this.#wrapping.get(`${cipher.id}/${kekId}`);
    if (!key) throw new BrokenSealError(`wrapping key ${kekId} is not in the vault`);
    return key;
  }
}

function cipherOf(id: number): Cipher {
  const cipher = CIPHERS.find((each) => each.id === id);
  if (!cipher) throw new BrokenSealError('sealed by an unknown cipher');
  return cipher;
}
