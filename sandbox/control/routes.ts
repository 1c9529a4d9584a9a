import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Bank } from '../bank/bank';
import type { BankRecord } from '../bank/records';
import type { CallLog } from '../call-log';
import type { Callbacks } from '../callbacks/callbacks';
import type { CallbackTarget } from '../callbacks/sender';
import { type Faults, fault } from '../faults';
import type { Clocks } from '../moment';
import { partyNames } from '../parties';

const minor = z.string().regex(/^(0|[1-9]\d{0,15})$/);

/** What control can reach. */
export type ControlDeps = {
  readonly clocks: Clocks;
  readonly faults: Faults;
  readonly log: CallLog;
  readonly callbacks: Callbacks;
  readonly bank: Bank;
  readonly append: (...records: BankRecord[]) => Promise<void>;
  readonly setTarget: (target: CallbackTarget) => void;
  readonly target: () => CallbackTarget | null;
};

/** The strings that move the puppets: clocks, faults, accounts, callbacks, planted differences and the call log. */
export function controlRoutes(app: FastifyInstance, deps: ControlDeps): void {
  const { clocks, faults, log, callbacks, bank, append } = deps;

  app.post('/control/callback-url', async (req, reply) => {
    const body = z
      .object({ url: z.url({ protocol: /^https?$/ }), secret: z.string().startsWith('whsec_').optional() })
      .parse(req.body);
    const secret = body.secret ?? deps.target()?.secret;
    if (!secret) return reply.code(400).send({ code: 'NO_SECRET', message: 'say the secret too' });
    deps.setTarget({ url: body.url, secret });
    callbacks.schedule();
    return reply.code(204).send();
  });

  app.post('/control/clocks/:id/advance', async (req) => {
    const { id } = z.object({ id: z.string().min(1) }).parse(req.params);
    const { now } = z.object({ now: z.iso.datetime() }).parse(req.body);
    const nowMs = clocks.observe(id, Date.parse(now));
    const done = await callbacks.advance(id, nowMs);
    return { clockId: id, now: new Date(nowMs).toISOString(), ...done, next: nextOf(callbacks, id) };
  });

  app.get('/control/clocks/:id/next', async (req) => {
    const { id } = z.object({ id: z.string().min(1) }).parse(req.params);
    return { clockId: id, next: nextOf(callbacks, id) };
  });

  app.post('/control/faults', async (req, reply) => {
    faults.add(fault.parse(req.body));
    return reply.code(201).send({ data: faults.list() });
  });
  app.get('/control/faults', async () => ({ data: faults.list() }));
  app.delete('/control/faults', async (_req, reply) => {
    faults.reset();
    return reply.code(204).send();
  });

  app.post('/control/accounts/:cardNo', async (req, reply) => {
    const { cardNo } = z.object({ cardNo: z.string().regex(/^\d{12,19}$/) }).parse(req.params);
    const body = z
      .object({
        currency: z
          .string()
          .regex(/^[A-Z]{3}$/)
          .default('CNY'),
        balanceMinor: minor.nullable(),
        wage: z
          .object({ dayOfMonth: z.int().min(1).max(28), amountMinor: minor })
          .nullable()
          .default(null),
      })
      .parse(req.body);
    const { clockId, nowMs } = clocks.momentOf(req.headers);
    await append({ t: 'account', setting: { atMs: nowMs, clockId, cardNo, ...body } });
    return reply.code(204).send();
  });

  app.post('/control/bank', async (req, reply) => {
    const { debits } = z.object({ debits: z.enum(['at_once', 'by_callback']) }).parse(req.body);
    bank.debitsByCallback = debits === 'by_callback';
    return reply.code(204).send();
  });

  app.post('/control/statement-differences', async (req, reply) => {
    const flaw = z
      .object({
        statementOn: z.iso.date(),
        kind: z.enum(['missing', 'duplicate', 'amount', 'extra']),
        bankRef: z.string().regex(/^[A-Za-z0-9_.-]{1,40}$/),
        amountMinor: minor.optional(),
        currency: z
          .string()
          .regex(/^[A-Z]{3}$/)
          .default('CNY'),
      })
      .parse(req.body);
    const { clockId } = clocks.momentOf(req.headers);
    await append({ t: 'flaw', flaw: { ...flaw, clockId } });
    return reply.code(201).send({ ...flaw, clockId });
  });

  app.get('/control/callbacks', async () => callbacks.list());

  app.get('/control/log', async (req) => {
    const query = z
      .object({
        party: z.enum(partyNames).optional(),
        key: z.string().optional(),
        limit: z.coerce.number().int().min(0).max(5000).default(200),
      })
      .parse(req.query);
    const calls = log.find(query);
    return { count: calls.length, calls: query.limit === 0 ? [] : calls.slice(-query.limit) };
  });
  app.delete('/control/log', async (_req, reply) => {
    log.reset();
    return reply.code(204).send();
  });
}

function nextOf(callbacks: Callbacks, clockId: string): string | null {
  const next = callbacks.next(clockId);
  return next === null ? null : new Date(next).toISOString();
}
