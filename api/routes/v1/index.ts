import type { FastifyPluginAsync } from 'fastify';
import { serializerCompiler } from 'fastify-type-provider-zod';
import type { ApiDeps } from '../../deps';
import { requireActor } from '../../plugins/authentication';
import { idempotency } from '../../plugins/idempotency';
import { validatorCompiler } from '../../validation';

/** Version 1 of the API. Zod compiles schemas in this scope only, since outside plugins bring JSON Schema of their own. */
export const v1: FastifyPluginAsync<{ deps: ApiDeps }> = async (app, { deps }) => {
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  await app.register(requireActor);
  await app.register(idempotency, { db: deps.db });
};
