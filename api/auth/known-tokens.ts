import { LRUCache } from 'lru-cache';
import { type Claims, type TrustedIssuer, verifyToken } from './tokens';

/** How long a signature counts as seen; keys that an issuer withdraws are believed longer by jose's own cache. */
const SEEN_MS = 60_000;
const MOST_TOKENS = 2_000;

/**
 * Verifies tokens and remembers for a minute, and not beyond their expiry, which are good: an Ed25519 signature costs
 * as much CPU as all else that reading a small row takes. Refusals are not kept. Whether the person is still active is
 * asked of the rows each time.
 */
export function createVerifier(issuers: readonly TrustedIssuer[]): (token: string) => Promise<Claims> {
  const seen = new LRUCache<string, Claims>({ max: MOST_TOKENS, ttl: SEEN_MS });
  return async (token) => {
    const known = seen.get(token);
    if (known !== undefined) return known;
    const claims = await verifyToken(token, issuers);
    const left = claims.expiresAt - Date.now();
    if (left > 0) seen.set(token, claims, { ttl: Math.min(SEEN_MS, left) });
    return claims;
  };
}
