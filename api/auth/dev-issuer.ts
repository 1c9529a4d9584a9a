import { createPublicKey, type KeyObject } from 'node:crypto';
import { createLocalJWKSet, exportJWK, type JWK, SignJWT } from 'jose';
import { derivedSigningKey } from '../../db/derived-keys';
import type { TrustedIssuer } from './tokens';

/** Issuer name in development tokens and in the staff rows seeded for development. */
export const DEV_ISSUER = 'urn:loanflow:development';
const AUDIENCE = 'loanflow';
const KEY_ID = 'development';

/** The built-in issuer: its key comes from the configured secret, so that several servers agree. */
export interface DevIssuer {
  trusted: TrustedIssuer;
  key: KeyObject;
  publicKey: KeyObject;
  jwks: { keys: JWK[] };
  issue(
    claims: { subject: string; roles: readonly string[]; partner?: string },
    lifetime?: string,
  ): Promise<string>;
  /** An ID token, for the client that asked (OpenID Connect Core, 2). */
  identify(
    claims: { subject: string; client: string; nonce: string | undefined },
    lifetime: string,
  ): Promise<string>;
}

/** Makes the development issuer. Never called in production: settings refuse it there. */
export async function createDevIssuer(secret: string): Promise<DevIssuer> {
  const key: KeyObject = derivedSigningKey(secret, 'development-issuer');
  const publicKey = createPublicKey(key);
  const jwk = { ...(await exportJWK(publicKey)), kid: KEY_ID, alg: 'EdDSA', use: 'sig' };
  const jwks = { keys: [jwk] };
  return {
    ...{ key, publicKey, jwks },
    trusted: {
      issuer: DEV_ISSUER,
      audience: AUDIENCE,
      rolesClaim: 'roles',
      partnerClaim: 'partner',
      admits: 'all',
      keys: createLocalJWKSet(jwks),
    },
    issue: ({ subject, roles, partner }, lifetime = '12h') =>
      new SignJWT({ roles: [...roles], ...(partner !== undefined && { partner }) })
        .setProtectedHeader({ alg: 'EdDSA', kid: KEY_ID })
        .setIssuer(DEV_ISSUER)
        .setAudience(AUDIENCE)
        .setSubject(subject)
        .setIssuedAt()
        .setExpirationTime(lifetime)
        .sign(key),
    identify: ({ subject, client, nonce }, lifetime) =>
      new SignJWT({ ...(nonce !== undefined && { nonce }) })
        .setProtectedHeader({ alg: 'EdDSA', kid: KEY_ID })
        .setIssuer(DEV_ISSUER)
        .setAudience(client)
        .setSubject(subject)
        .setIssuedAt()
        .setExpirationTime(lifetime)
        .sign(key),
  };
}
