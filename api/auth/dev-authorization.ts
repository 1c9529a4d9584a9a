import { createHash, randomUUID } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import type { DevIssuer } from './dev-issuer';
import { DEV_ISSUER } from './dev-issuer';

/** What a browser brings to the authorisation page (OpenID Connect, code flow with PKCE). */
export const AuthorizationRequest = z.object({
  client_id: z.string().min(1).max(100),
  redirect_uri: z.url(),
  response_type: z.literal('code'),
  code_challenge: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  code_challenge_method: z.literal('S256'),
  state: z.string().max(500).optional(),
  nonce: z.string().max(500).optional(),
  scope: z.string().max(200).optional(),
});
export type AuthorizationRequest = z.infer<typeof AuthorizationRequest>;

/** What it sends for the tokens; the verifier proves that it is the same browser. */
export const TokenExchange = z.object({
  grant_type: z.literal('authorization_code'),
  code: z.string().max(4_000),
  redirect_uri: z.string(),
  client_id: z.string(),
  code_verifier: z.string().min(43).max(128),
});

const CODE_AUDIENCE = 'loanflow-authorization-code';
const LIFE_S = 60;
const Code = z.object({
  jti: z.string(),
  sub: z.string(),
  redirect: z.string(),
  client: z.string(),
  challenge: z.string(),
  nonce: z.string().optional(),
});

/** Codes of the development issuer: signed, good for a minute, for one browser, and once. */
export function createAuthorizations(issuer: DevIssuer) {
  const used = new Map<string, number>();

  const takeOnce = (jti: string): boolean => {
    const now = Date.now();
    for (const [known, until] of used) if (until < now) used.delete(known);
    if (used.has(jti)) return false;
    used.set(jti, now + 2 * LIFE_S * 1000);
    return true;
  };

  return {
    codeFor: (subject: string, asked: AuthorizationRequest): Promise<string> =>
      new SignJWT({
        redirect: asked.redirect_uri,
        client: asked.client_id,
        challenge: asked.code_challenge,
        ...(asked.nonce !== undefined && { nonce: asked.nonce }),
      })
        .setProtectedHeader({ alg: 'EdDSA' })
        .setIssuer(DEV_ISSUER)
        .setAudience(CODE_AUDIENCE)
        .setSubject(subject)
        .setJti(randomUUID())
        .setExpirationTime(`${LIFE_S}s`)
        .sign(issuer.key),

    /** Who the code was given to, or null: wrong browser, wrong address, too late, or used before. */
    redeem: async (exchange: z.infer<typeof TokenExchange>) => {
      const options = { issuer: DEV_ISSUER, audience: CODE_AUDIENCE };
      const verified = await jwtVerify(exchange.code, issuer.publicKey, options).catch(() => null);
      const code = Code.safeParse(verified?.payload);
      if (!code.success) return null;
      const { jti, sub, redirect, client, challenge, nonce } = code.data;
      const proof = createHash('sha256').update(exchange.code_verifier).digest('base64url');
      if (proof !== challenge || redirect !== exchange.redirect_uri || client !== exchange.client_id)
        return null;
      return takeOnce(jti) ? { subject: sub, nonce } : null;
    },
  };
}
