import { createHash, createPublicKey } from 'node:crypto';
import { derivedSigningKey } from '../derived-keys';
import type { RootSigner } from './audit-roots';

/** The signer of daily roots out of the configured secret; its id is the hash of its public key, so a new secret has a new id. */
export function auditSigner(secret: string): RootSigner & { x: string } {
  const key = derivedSigningKey(secret, 'audit-roots');
  const { x = '' } = createPublicKey(key).export({ format: 'jwk' });
  return { key, x, keyId: `audit-${createHash('sha256').update(x).digest('hex').slice(0, 16)}` };
}
