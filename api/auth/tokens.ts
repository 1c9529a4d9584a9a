import {
  createRemoteJWKSet,
  decodeJwt,
  errors,
  type JWTPayload,
  type JWTVerifyGetKey,
  jwtVerify,
} from 'jose';
import { ProblemError } from '../problem';
import type { IssuerSettings } from '../settings';

/** An issuer that this API trusts, with the way to its keys. */
export interface TrustedIssuer extends Omit<IssuerSettings, 'jwksUrl'> {
  keys: JWTVerifyGetKey;
}

/** What a verified token says. */
export interface Claims {
  issuer: TrustedIssuer;
  subject: string;
  roles: readonly string[];
  partner: string | null;
  /** Milliseconds since 1970. */
  expiresAt: number;
}

/** An issuer of the configuration; its keys are fetched when first needed and cached by jose. */
export function remoteIssuer({ jwksUrl, ...issuer }: IssuerSettings): TrustedIssuer {
  return { ...issuer, keys: createRemoteJWKSet(new URL(jwksUrl)) };
}

/** Verifies signature, issuer, audience and times of a token, or throws the problem. Unsigned and symmetric tokens never pass. */
export async function verifyToken(token: string, issuers: readonly TrustedIssuer[]): Promise<Claims> {
  const issuer = issuers.find((candidate) => candidate.issuer === issuerOf(token));
  if (issuer === undefined) throw new ProblemError('TOKEN_INVALID');
  const payload = await verified(token, issuer);
  if (payload.sub === undefined || payload.sub === '') throw new ProblemError('TOKEN_INVALID');
  const roles = payload[issuer.rolesClaim];
  const partner = payload[issuer.partnerClaim];
  return {
    issuer,
    subject: payload.sub,
    roles: Array.isArray(roles) ? roles.filter((role) => typeof role === 'string') : [],
    partner: typeof partner === 'string' ? partner : null,
    expiresAt: (payload.exp ?? 0) * 1_000,
  };
}

function issuerOf(token: string): string | undefined {
  try {
    return decodeJwt(token).iss;
  } catch {
    return undefined;
  }
}

async function verified(token: string, issuer: TrustedIssuer): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(token, issuer.keys, {
      issuer: issuer.issuer,
      audience: issuer.audience,
      algorithms: ['EdDSA', 'Ed25519', 'ES256', 'ES384', 'PS256', 'RS256'],
      requiredClaims: ['exp'],
      clockTolerance: 30,
    });
    return payload;
  } catch (error) {
    if (error instanceof errors.JWTExpired) throw new ProblemError('TOKEN_EXPIRED', { cause: error });
    if (error instanceof errors.JWKSTimeout)
      throw new ProblemError('DEPENDENCY_UNAVAILABLE', { cause: error });
    throw new ProblemError('TOKEN_INVALID', { cause: error });
  }
}
