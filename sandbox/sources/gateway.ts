import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import { hang, pause } from '../faults';
import type { Clocks, Moment } from '../moment';
import { type Party, parties } from '../parties';
import { Refusal } from '../refusal';
import type { SourceFaults } from './source-faults';

/** What every source route shares: the clock, magic failures and how long a silent source keeps the line open. */
export type GatewayDeps = { readonly clocks: Clocks; readonly faults: SourceFaults; readonly hangMs: number };

/** A source as the sandbox plays it: its path, the shape of its request, whom it is about, and its answer. */
export type SourcePlay<B> = {
  readonly party: Party;
  readonly path: string;
  readonly body: z.ZodType<B>;
  readonly subject: (body: B) => { idNo?: string; cardNo?: string };
  /** The proof of consent in the request; a source that demands one refuses without it. */
  readonly consent?: (body: B) => string | undefined;
  readonly answer: (body: B, moment: Moment, question: string) => unknown;
};

const SLOW_MS = 800;

/** Puts one source on the air. */
export function playSource<B>(app: FastifyInstance, deps: GatewayDeps, play: SourcePlay<B>): void {
  app.post(`${parties[play.party].path}${play.path}`, async (req, reply) => {
    const body = play.body.parse(req.body);
    if (play.consent && !play.consent(body)) {
      throw new Refusal(403, 'NO_CONSENT', 'this source asks for the consent number of the subject');
    }
    const moment = deps.clocks.momentOf(req.headers);
    const stated = req.headers['idempotency-key'];
    const subject = play.subject(body);
    const question = typeof stated === 'string' ? stated : `${subject.idNo}${subject.cardNo}`;
    const fault = deps.faults.meet(play.party, subject, question);
    switch (fault?.kind) {
      case 'hang':
        return hang(reply, deps.hangMs);
      case 'error':
        return reply.code(503).send({ code: 'MAINTENANCE' });
      case 'quoting':
        return reply.code(500).send({ code: 'INTERNAL', message: `cannot answer ${JSON.stringify(body)}` });
      case 'busy':
        return reply.code(429).header('retry-after', '1').send({ code: 'TOO_MANY' });
      case 'garbage':
        return reply.type('text/html').send('<html><body>系统繁忙</body></html>');
      case 'slow':
        await pause(SLOW_MS);
    }
    return play.answer(body, moment, question);
  });
}
