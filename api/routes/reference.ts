import type { FastifyPluginAsync } from 'fastify';

/** The reference page, with every path, schema and example, and a client to try them. Loaded only where wanted: it is large. */
export const reference: FastifyPluginAsync = async (app) => {
  const { default: scalar } = await import('@scalar/fastify-api-reference');
  await app.register(scalar, {
    routePrefix: '/reference',
    configuration: { url: '/openapi.json', withDefaultFonts: false, telemetry: false },
  });
};
