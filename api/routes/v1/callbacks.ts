import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import { Webhook } from 'standardwebhooks';
import { type OutsideCallback, outsideCallback } from '../../../contracts/sources/bank-callback';
import { fieldProblems } from '../../field-problems';
import { takeCallback } from '../../intake/bank-callback';
import { ProblemError } from '../../problem';
import { freshIds } from '../../seeded-id';
import type { RouteDeps } from './deps';

/** Callbacks of outside parties: signed over the raw body, kept before anything is done with them. */
export const callbacks: FastifyPluginAsync<RouteDeps> = async (app, { db, clock, settings }) => {
  const verifier = new Webhook(settings.bankCallbackSecret);
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) =>
    done(null, body),
  );

  app.post('/callbacks/bank', { config: { open: true, rateLimit: false } }, async (request, reply) => {
    const event = signedEvent(verifier, request);
    await takeCallback(db, event, freshIds, await clock.now(event.clockId));
    return reply.code(202).send({ received: true });
  });
};

function signedEvent(verifier: Webhook, request: FastifyRequest): OutsideCallback {
  const raw = typeof request.body === 'string' ? request.body : '';
  try {
    verifier.verify(raw, request.headers as Record<string, string>, { jsonParse: false });
  } catch (cause) {
    throw new ProblemError('CALLBACK_SIGNATURE_INVALID', { cause });
  }
  const parsed = outsideCallback.safeParse(jsonOf(raw), { reportInput: true });
  if (!parsed.success)
    throw new ProblemError('VALIDATION_FAILED', { fields: fieldProblems(parsed.error.issues, 'body') });
  return parsed.data;
}

function jsonOf(raw: string): unknown {
  try {
    return JSON.parse(raw);
  } catch (cause) {
    throw new ProblemError('MALFORMED_JSON', { cause });
  }
}
