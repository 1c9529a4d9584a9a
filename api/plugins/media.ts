import fp from 'fastify-plugin';
import { ProblemError } from '../problem';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Media types that the route can answer in; JSON where it says nothing. */
    produces?: readonly string[];
  }
}

const JSON_ONLY = ['application/json'];

/** Refuses requests whose Accept header rules out everything that the route can give. */
export const media = fp(
  async (app) => {
    app.addHook('onRequest', async (request) => {
      const accept = request.headers.accept;
      if (accept === undefined || request.routeOptions.url === undefined) return;
      const produces = request.routeOptions.config.produces ?? JSON_ONLY;
      if (!produces.some((type) => accepts(accept, type))) throw new ProblemError('NOT_ACCEPTABLE');
    });
  },
  { name: 'media' },
);

/** Whether an Accept header admits a media type (RFC 9110, 12.5.1); the most specific range decides. */
export function accepts(accept: string, type: string): boolean {
  const [main = '', sub = ''] = type.split('/');
  let best = { rank: -1, weight: 0 };
  for (const range of accept.slice(0, 1_000).toLowerCase().split(',')) {
    const [name = '', ...parameters] = range.split(';').map((part) => part.trim());
    const rank = [`*/*`, `${main}/*`, `${main}/${sub}`].indexOf(name);
    const quality = parameters.find((p) => p.startsWith('q='));
    const weight = quality === undefined ? 1 : Number(quality.slice(2));
    if (rank > best.rank) best = { rank, weight: Number.isNaN(weight) ? 1 : weight };
  }
  return best.weight > 0;
}
