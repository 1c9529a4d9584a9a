import { randomBytes } from 'node:crypto';
import fp from 'fastify-plugin';
import { type Locale, localeOf } from '../locale';

declare module 'fastify' {
  interface FastifyRequest {
    /** W3C trace id: the caller's if it sent one, else new. */
    traceId: string;
    /** Language for people, from Accept-Language. */
    locale: Locale;
  }
}

const TRACEPARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}$/;
const REQUEST_ID = /^[A-Za-z0-9._-]{1,64}$/;

/** Takes the caller's request id if it is a harmless text, else makes one. */
export function requestIdOf(headers: Record<string, string | string[] | undefined>): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && REQUEST_ID.test(given)
    ? given
    : `req_${randomBytes(10).toString('hex')}`;
}

/** Gives every request its trace id and language, and tells both to the caller. */
export const context = fp(
  async (app) => {
    app.decorateRequest('traceId', '');
    app.decorateRequest('locale', 'en');
    app.addHook('onRequest', async (request, reply) => {
      const parent = TRACEPARENT.exec(String(request.headers.traceparent ?? ''));
      request.traceId = parent?.[1] ?? randomBytes(16).toString('hex');
      request.locale = localeOf(request.headers['accept-language']);
      reply.header('x-request-id', request.id).header('trace-id', request.traceId);
    });
  },
  { name: 'context' },
);
