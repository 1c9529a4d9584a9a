import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { PROBLEM_RESPONSES } from '../../../contracts/http/problem';
import { Found, SearchText } from '../../../contracts/http/search';
import { actorOf } from '../../plugins/authentication';
import { ProblemError } from '../../problem';
import { search as searchFor } from '../../reads/search';
import type { RouteDeps } from './deps';

/** One field to any application, loan, customer or task. */
export const search: FastifyPluginAsyncZod<RouteDeps> = async (app, { db, vault }) => {
  app.post(
    '/search',
    {
      schema: {
        operationId: 'search',
        summary: 'Find by id or its end, contract number, whole name, phone or identity number',
        description:
          'Names and numbers are matched whole, by keyed hashes. Only what the caller may read is found.',
        tags: ['Search'],
        body: SearchText,
        response: { 200: z.object({ data: z.array(Found) }), ...PROBLEM_RESPONSES },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      if (actor.kind !== 'staff') throw new ProblemError('FORBIDDEN');
      return { data: await searchFor(db, vault, actor, request.body.text) };
    },
  );
};
