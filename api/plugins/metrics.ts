import { timingSafeEqual } from 'node:crypto';
import fp from 'fastify-plugin';
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import { ProblemError } from '../problem';

const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** `/metrics` for Prometheus: requests by route pattern and status, and the process itself. */
export const metrics = fp<{ token: string }>(
  async (app, { token }) => {
    const registry = new Registry();
    collectDefaultMetrics({ register: registry });
    const labelNames = ['method', 'route', 'status'] as const;
    const duration = new Histogram({
      name: 'http_request_duration_seconds',
      help: 'Time from the head of a request to the end of its answer',
      labelNames,
      buckets: BUCKETS,
      registers: [registry],
    });
    const refusals = new Counter({
      name: 'http_server_errors_total',
      help: 'Answers with status 5xx',
      labelNames: ['route'],
      registers: [registry],
    });
    app.addHook('onResponse', async (request, reply) => {
      const route = request.routeOptions.url ?? 'unknown';
      duration.observe(
        { method: request.method, route, status: String(reply.statusCode) },
        reply.elapsedTime / 1000,
      );
      if (reply.statusCode >= 500) refusals.inc({ route });
    });
    app.addHook('onClose', async () => registry.clear());
    app.get(
      '/metrics',
      { config: { open: true, rateLimit: false, produces: ['text/plain', 'application/openmetrics-text'] } },
      async (request, reply) => {
        if (token !== '' && !same(request.headers.authorization ?? '', `Bearer ${token}`))
          throw new ProblemError('UNAUTHENTICATED');
        return reply.type(registry.contentType).send(await registry.metrics());
      },
    );
  },
  { name: 'metrics' },
);

function same(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
