import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Id } from '../../../contracts/http/common';
import { PROBLEM_RESPONSES } from '../../../contracts/http/problem';
import { Process } from '../../../contracts/http/process';
import { actorOf } from '../../plugins/authentication';
import { ProblemError } from '../../problem';
import { applicationFor } from '../../reads/applications';
import { processOf } from '../../reads/process';
import type { RouteDeps } from './deps';

/** Where the workflow of an application or its loan stands, for the lender's own people. */
export const process: FastifyPluginAsyncZod<RouteDeps> = async (app, deps) => {
  app.get(
    '/applications/:id/process',
    {
      schema: {
        operationId: 'getProcess',
        summary: 'The workflow of an application: its run, its pending steps, and what stopped it',
        tags: ['Applications'],
        params: z.strictObject({ id: Id('app') }),
        response: { 200: Process, ...PROBLEM_RESPONSES },
      },
      preHandler: app.can('read', 'Application'),
    },
    async (request) => {
      const actor = actorOf(request);
      const { app: row } = await applicationFor(deps.db, actor, 'read', request.params.id);
      if (actor.kind !== 'staff') throw new ProblemError('FORBIDDEN');
      return processOf(deps, row);
    },
  );
};
