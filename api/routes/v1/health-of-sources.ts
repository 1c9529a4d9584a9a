import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { PROBLEM_RESPONSES } from '../../../contracts/http/problem';
import { SourceHealth, SourceHealthQuery } from '../../../contracts/http/source-health';
import { sourceHealth } from '../../reads/source-health';
import type { RouteDeps } from './deps';

/** How outside parties fare, for operators. */
export const healthOfSources: FastifyPluginAsyncZod<RouteDeps> = async (app, { db }) => {
  app.get(
    '/operations/sources',
    {
      schema: {
        operationId: 'listSourceHealth',
        summary: 'Latency, errors and breaker of each outside party, the troubled first',
        tags: ['Operations'],
        querystring: SourceHealthQuery,
        response: { 200: z.object({ data: z.array(SourceHealth) }), ...PROBLEM_RESPONSES },
      },
      preHandler: app.can('read', 'Operation'),
    },
    async ({ query: { minutes } }) => ({ data: await sourceHealth(db, minutes, new Date()) }),
  );
};
