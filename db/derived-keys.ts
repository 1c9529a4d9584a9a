import { createPrivateKey, hkdfSync, type KeyObject } from 'node:crypto';

/** A key for one purpose out of the one configured secret, so that several servers agree without sharing a file. */
export function derivedKey(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'loanflow', purpose, 32));
}

/** PKCS #8 wrapping of a raw Ed25519 seed (RFC 8410, 7). */
const ED25519_PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** An Ed25519 signing key for one purpose out of the configured secret. */
export function derivedSigningKey(secret: string, purpose: string): KeyObject {
  const key = Buffer.concat([ED25519_PKCS8, derivedKey(secret, purpose)]);
  return createPrivateKey({ key, format: 'der', type: 'pkcs8' });
}
