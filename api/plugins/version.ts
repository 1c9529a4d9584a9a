import fp from 'fastify-plugin';
import { API_VERSIONS, CURRENT_VERSION, VERSION_HEADER } from '../../contracts/http/version';
import { ProblemError } from '../problem';

const known: ReadonlySet<unknown> = new Set(API_VERSIONS);

/** Names the dated version on every answer under `/v1`, and refuses callers that pinned one which is not served. */
export const version = fp(
  async (app) => {
    app.addHook('onRequest', async (request, reply) => {
      if (!request.url.startsWith('/v1/')) return;
      const pinned = request.headers[VERSION_HEADER];
      reply.header(VERSION_HEADER, CURRENT_VERSION);
      if (pinned !== undefined && !known.has(pinned)) throw new ProblemError('API_VERSION_UNKNOWN');
    });
  },
  { name: 'version' },
);
