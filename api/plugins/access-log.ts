import fp from 'fastify-plugin';

/** One line per answered request: route pattern, status and time; no query, no body, nothing personal. */
export const accessLog = fp(
  async (app) => {
    app.addHook('onResponse', async (request, reply) => {
      request.log.info(
        {
          method: request.method,
          route: request.routeOptions.url ?? 'unknown',
          status: reply.statusCode,
          millis: Math.round(reply.elapsedTime),
          traceId: request.traceId,
          actorId: request.actor?.id,
        },
        'answered',
      );
    });
  },
  { name: 'access-log' },
);
