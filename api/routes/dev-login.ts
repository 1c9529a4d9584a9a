import type { FastifyPluginAsync } from 'fastify';
import { z } from 'zod';
import type { Db } from '../../db/client';
import { staffBySubject, staffOf } from '../../db/repositories/access';
import { AuthorizationRequest, createAuthorizations, TokenExchange } from '../auth/dev-authorization';
import { DEV_ISSUER, type DevIssuer } from '../auth/dev-issuer';
import { ProblemError } from '../problem';

interface DevLoginDeps {
  db: Db;
  issuer: DevIssuer;
  publicUrl: string;
}

const LIFE_S = 8 * 3600;
const CALLBACK = '/login/callback';
const escaped = (text: string) => text.replaceAll(/[&<>"']/g, (one) => `&#${one.charCodeAt(0)};`);

/**
 * The development issuer as an OpenID Connect provider: discovery, authorisation page, tokens. It lets a console be
 * tried and tested with the very flow that a real provider is used by; settings refuse it in production.
 */
export const devLogin: FastifyPluginAsync<DevLoginDeps> = async (app, { db, issuer, publicUrl }) => {
  const authorizations = createAuthorizations(issuer);
  const config = { open: true };
  const asForm = { parseAs: 'string' as const };
  app.addContentTypeParser('application/x-www-form-urlencoded', asForm, async (_: unknown, body: string) =>
    Object.fromEntries(new URLSearchParams(body)),
  );

  app.get('/dev/.well-known/openid-configuration', { config }, async () => ({
    issuer: DEV_ISSUER,
    authorization_endpoint: `${publicUrl}/dev/authorize`,
    token_endpoint: `${publicUrl}/dev/oauth/token`,
    jwks_uri: `${publicUrl}/dev/jwks.json`,
    response_types_supported: ['code'],
    grant_types_supported: ['authorization_code'],
    code_challenge_methods_supported: ['S256'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['EdDSA'],
    token_endpoint_auth_methods_supported: ['none'],
  }));

  /** Codes go to this console only, wherever a request would like them to go. */
  const askedBy = (query: unknown): AuthorizationRequest => {
    const asked = AuthorizationRequest.safeParse(query);
    if (!asked.success || asked.data.redirect_uri !== `${publicUrl}${CALLBACK}`)
      throw new ProblemError('MALFORMED_REQUEST');
    return asked.data;
  };

  app.get('/dev/authorize', { config: { ...config, produces: ['text/html'] } }, async (request, reply) => {
    const asked = askedBy(request.query);
    const hidden = Object.entries(asked)
      .map(([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`)
      .join('');
    const people = (await staffOf(db, DEV_ISSUER))
      .map(({ subject }) => `<option>${escaped(subject)}</option>`)
      .join('');
    const page = `<!doctype html><html lang="zh-CN"><meta name="viewport" content="width=device-width"><title>Development login</title>
<main><h1>开发环境登录 · Development login</h1><form method="post" action="/dev/authorize">${hidden}
<label>用户 · User <select name="user">${people}</select></label> <button>进入 · Enter</button></form></main></html>`;
    return reply.header('cache-control', 'no-store').type('text/html; charset=utf-8').send(page);
  });

  app.post('/dev/authorize', { config: { ...config, produces: ['text/html'] } }, async (request, reply) => {
    const asked = askedBy(request.body);
    const { user } = z.object({ user: z.string().max(64) }).parse(request.body);
    const staff = await staffBySubject(db, DEV_ISSUER, user);
    if (staff === undefined || !staff.active) throw new ProblemError('NOT_FOUND');
    const target = new URL(asked.redirect_uri);
    target.searchParams.set('code', await authorizations.codeFor(staff.subject, asked));
    if (asked.state !== undefined) target.searchParams.set('state', asked.state);
    return reply.redirect(target.href, 303);
  });

  app.post('/dev/oauth/token', { config }, async (request, reply) => {
    const exchange = TokenExchange.safeParse(request.body);
    const redeemed = exchange.success ? await authorizations.redeem(exchange.data) : null;
    reply.header('cache-control', 'no-store');
    if (redeemed === null) return reply.code(400).send({ error: 'invalid_grant' });
    const { subject, nonce } = redeemed;
    return {
      access_token: await issuer.issue({ subject, roles: [] }, `${LIFE_S}s`),
      id_token: await issuer.identify(
        { subject, nonce, client: exchange.data?.client_id ?? '' },
        `${LIFE_S}s`,
      ),
      token_type: 'Bearer',
      expires_in: LIFE_S,
    };
  });
};
