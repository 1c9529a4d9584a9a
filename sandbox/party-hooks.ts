import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Call, CallLog } from './call-log';
import { breakConnection, type Faults, hang, pause } from './faults';
import { type Party, parties } from './parties';

const quiet = new Set(['/inbox', '/bank/books', '/webhooks', '/webhooks/deliveries']);

function partyOf(path: string): Party | undefined {
  for (const party in parties) {
    const name = party as Party;
    if (path === parties[name].path || path.startsWith(`${parties[name].path}/`)) return name;
  }
  return undefined;
}

function keyOf(req: FastifyRequest): string | null {
  const { body, headers, params } = req;
  const stated = headers['idempotency-key'];
  if (typeof stated === 'string') return stated;
  for (const from of [body, params]) {
    if (typeof from !== 'object' || from === null) continue;
    if ('orderNo' in from && typeof from.orderNo === 'string') return from.orderNo;
    if ('id' in from && typeof from.id === 'string') return from.id;
  }
  return null;
}

/** Lets every call of a party meet the faults now in force, and notes it in the call log. */
export function watchCalls(
  app: FastifyInstance,
  deps: { faults: Faults; log: CallLog; hangMs: number },
): void {
  const { faults, log, hangMs } = deps;
  const unanswered = new WeakSet<FastifyRequest>();
  const calls = new WeakMap<FastifyRequest, Call>();

  app.addHook('onRequest', async (req, reply) => {
    const operation = req.routeOptions.url ?? '';
    const party = quiet.has(operation) ? undefined : partyOf(operation);
    if (!party) return undefined;
    const began = performance.now();
    const clock = req.headers['x-test-clock'];
    const call: Call = {
      at: new Date().toISOString(),
      party,
      operation: `${req.method} ${operation}`,
      clockId: typeof clock === 'string' ? clock : null,
      key: keyOf(req),
      status: 0,
      tookMs: null,
    };
    log.add(call);
    calls.set(req, call);
    reply.raw.once('close', () => {
      call.status = reply.raw.writableFinished ? reply.raw.statusCode : 0;
      call.tookMs = Math.round(performance.now() - began);
    });
    const fault = faults.meet(party);
    switch (fault?.kind) {
      case 'down':
        return breakConnection(reply);
      case 'error':
        return reply.code(503).send({ code: 'MAINTENANCE' });
      case 'refuse':
        return reply.code(403).send({ code: 'UNKNOWN_CALLER' });
      case 'hang':
        return hang(reply, hangMs);
      case 'slow':
        return pause(fault.delayMs);
      case 'unanswered':
        unanswered.add(req);
    }
    return undefined;
  });
  app.addHook('preHandler', async (req) => {
    const call = calls.get(req);
    if (call) call.key ??= keyOf(req);
  });
  app.addHook('onSend', async (req, reply) => {
    if (unanswered.has(req)) breakConnection(reply);
  });
}
