import { sql } from 'drizzle-orm';
import type { FastifyPluginAsync } from 'fastify';
import type { ApiDeps } from '../deps';

const PROBE_MS = 2_000;

/** `/livez`: the process answers. `/readyz`: it can also reach the database and Temporal, each named with its state. */
export const health: FastifyPluginAsync<Pick<ApiDeps, 'db' | 'loans'>> = async (app, { db, loans }) => {
  const config = { open: true, rateLimit: false as const, produces: ['application/json'] };

  app.get('/livez', { config }, async () => ({ status: 'ok' }));

  app.get('/readyz', { config }, async (_, reply) => {
    const [database, temporal] = await Promise.all([
      answers(() => db.execute(sql`select 1`)),
      answers(() => loans.ping()),
    ]);
    const ready = database === 'ok' && temporal === 'ok';
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ok' : 'unavailable', database, temporal });
  });
};

async function answers(probe: () => Promise<unknown>): Promise<'ok' | 'unavailable'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('probe timed out')), PROBE_MS);
  });
  try {
    await Promise.race([probe(), late]);
    return 'ok';
  } catch {
    return 'unavailable';
  } finally {
    clearTimeout(timer);
  }
}
