/** Authenticated encryption of one box. A box is opaque to the vault: it carries its own nonce and tag. */
export interface Cipher {
  /** Written into each sealed value, so that values of several ciphers can live side by side. */
  readonly id: number;
  readonly keyBytes: number;
  /** Digest for deriving this cipher's wrapping keys. */
  readonly kdfDigest: 'sha256' | 'sm3';
  encrypt(key: Buffer, aad: Buffer, plain: Buffer): Buffer;
  /** Throws {@link BrokenSealError} when key, additional data or box do not belong together. */
  decrypt(key: Buffer, aad: Buffer, box: Buffer): Buffer;
}

/** A sealed value was altered, moved to another row, or sealed under another key. Says nothing of its content. */
export class BrokenSealError extends Error {
  override readonly name = 'BrokenSealError';
}
