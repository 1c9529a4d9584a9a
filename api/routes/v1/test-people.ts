import { randomInt } from 'node:crypto';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { UploadDocument } from '../../../contracts/http/applications';
import { PROBLEM_RESPONSES } from '../../../contracts/http/problem';
import { DrawSpecimen, InventedPerson, InventPerson, MagicTable } from '../../../contracts/http/test-people';
import { ProblemError } from '../../problem';
import { inventedPerson, magicValues, specimenOf } from '../../reads/sandbox';
import type { RouteDeps } from './deps';

const tags = ['Test data'];

/** What makes the sandbox behave, and people to apply as. Refused outside test mode. */
export const testPeople: FastifyPluginAsyncZod<RouteDeps> = async (app, { settings }) => {
  app.addHook('preHandler', async () => {
    if (!settings.testMode) throw new ProblemError('TEST_MODE_ONLY');
  });
  const preHandler = app.can('read', 'Product');

  app.get(
    '/test/magic-values',
    {
      schema: {
        operationId: 'listMagicValues',
        summary: 'List the marks that make parties of the sandbox behave in a special way',
        tags,
        response: { 200: z.object({ data: z.array(MagicTable) }), ...PROBLEM_RESPONSES },
      },
      preHandler,
    },
    async () => magicValues(settings.sandboxUrl),
  );

  app.get(
    '/test/people',
    {
      schema: {
        operationId: 'inventPerson',
        summary: 'Invent a person to apply as, with a magic value if wanted',
        tags,
        querystring: InventPerson,
        response: { 200: InventedPerson, ...PROBLEM_RESPONSES },
      },
      preHandler,
    },
    async ({ query: { n = randomInt(10_000, 9_999_999), scenario } }) =>
      inventedPerson(settings.sandboxUrl, { n, scenario }),
  );

  app.post(
    '/test/specimens',
    {
      schema: {
        operationId: 'drawSpecimen',
        summary:
          "Draw a specimen document in an invented person's name, as the sandbox's document reader reads it",
        tags,
        body: DrawSpecimen,
        response: { 200: UploadDocument, ...PROBLEM_RESPONSES },
      },
      preHandler,
    },
    async ({ body }) => specimenOf(settings.sandboxUrl, body),
  );
};
