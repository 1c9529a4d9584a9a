import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import fp from 'fastify-plugin';

const packed = promisify(gzip);
/** Below this a smaller answer is not there sooner. */
const WORTH_BYTES = 4_096;

/** Sends long JSON readings gzipped to who can take that: catalogues and pages of lists weigh as much as code on a first view. */
export const compression = fp(
  async (app) => {
    app.addHook('onSend', async (request, reply, payload) => {
      if (request.method !== 'GET' || typeof payload !== 'string' || payload.length < WORTH_BYTES)
        return payload;
      if (!String(reply.getHeader('content-type')).startsWith('application/json')) return payload;
      reply.header('vary', 'accept-encoding');
      if (!/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return payload;
      reply.header('content-encoding', 'gzip').removeHeader('content-length');
      return packed(payload);
    });
  },
  { name: 'compression' },
);
