/** A key that wraps data keys; the id travels with each sealed value. */
export interface KeyEncryptionKey {
  id: string;
  key: Buffer;
}

/** What a vault is opened with. The first wrapping key is the one in use; the others only open older values. */
export interface VaultKeys {
  keks: readonly KeyEncryptionKey[];
  /** Key of the blind indexes. Not rotated with the others: a new one means that every index is computed again. */
  indexKey: Buffer;
}

const KEY_BYTES = 32;
const KEY_ID = /^[a-z0-9-]{1,32}$/;

function keyFrom(base64: string, name: string): Buffer {
  const key = Buffer.from(base64, 'base64');
  if (key.length !== KEY_BYTES) throw new Error(`${name} must be ${KEY_BYTES} bytes in base64`);
  return key;
}

/** Reads keys as configuration carries them: `keks` is `id=base64` pairs, newest first, split by commas. */
export function vaultKeysFrom(config: { keks: string; indexKey: string }): VaultKeys {
  const keks = config.keks.split(',').map((pair) => {
    const cut = pair.indexOf('=');
    const id = pair.slice(0, Math.max(cut, 0)).trim();
    if (!KEY_ID.test(id)) throw new Error('a wrapping key needs the form id=base64');
    return { id, key: keyFrom(pair.slice(cut + 1).trim(), `wrapping key ${id}`) };
  });
  if (new Set(keks.map((kek) => kek.id)).size !== keks.length)
    throw new Error('two wrapping keys share one id');
  return { keks, indexKey: keyFrom(config.indexKey, 'index key') };
}
