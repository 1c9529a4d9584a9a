import helmet from '@fastify/helmet';
import fp from 'fastify-plugin';

/** Security headers. The reference page brings inline scripts of its own, so it gets a policy of its own. */
export const security = fp<{ loginAt: string | undefined }>(
  async (app, { loginAt }) => {
    await app.register(helmet, {
      contentSecurityPolicy: {
        directives: {
          defaultSrc: ["'self'"],
          objectSrc: ["'none'"],
          frameAncestors: ["'none'"],
          imgSrc: ["'self'", 'data:', 'blob:'],
          styleSrc: ["'self'", "'unsafe-inline'"],
          scriptSrc: ["'self'"],
          // The console fetches discovery and tokens from the identity provider.
          connectSrc: ["'self'", ...(loginAt === undefined ? [] : [new URL(loginAt).origin])],
          upgradeInsecureRequests: null,
        },
      },
    });
    app.addHook('onRequest', async (request, reply) => {
      if (!/^\/reference(\/|$|\?)/.test(request.url)) return;
      reply.header(
        'content-security-policy',
        "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; object-src 'none'; frame-ancestors 'none'",
      );
    });
  },
  { name: 'security' },
);
