import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import {
  type Kept,
  type RequestKey,
  type Reservation,
  releaseRequest,
  reserveRequest,
  storeAnswer,
} from '../../db/repositories/idempotency';
import { canonicalJson } from '../../domain/audit/canonical-json';
import { ProblemError } from '../problem';
import { freshIds, type IdMaker, seededIds } from '../seeded-id';
import { actorOf } from './authentication';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route makes or moves something: it needs an Idempotency-Key and acts once per key. */
    once?: boolean;
  }
  interface FastifyRequest {
    /** Makes the ids of this request's objects; the same ones when it is run again. */
    makeId: IdMaker;
    reservation: (RequestKey & { lockedBy: string }) | undefined;
  }
}

const KEY_FORM = /^[\x21-\x7e]{1,255}$/;
const WAIT_MS = 100;
const WAITS = 20;
const KEPT_HEADERS = ['content-type', 'location', 'etag', 'content-language', 'cache-control'] as const;
/** Answers that say "not now" or "not you"; they are not the result of the request. */
const NOT_RESULTS = new Set([401, 403, 404, 412, 428, 429]);

/** Makes routes with `config.once` act once per Idempotency-Key, however often and however concurrently they are called. */
export const idempotency = fp<Kept>(
  async (app, { db, vault }) => {
    app.decorateRequest('makeId', { getter: () => freshIds });
    app.decorateRequest('reservation', undefined);

    app.addHook('preHandler', async (request, reply) => {
      if (request.routeOptions.config.once !== true) return;
      const asked = { actorId: actorOf(request).id, route: routeOf(request), key: keyOf(request) };
      const outcome = await reserve({ db, vault }, asked, bodyHashOf(request));
      if (outcome.kind === 'reserved') {
        request.reservation = { ...asked, lockedBy: outcome.lockedBy };
        Object.defineProperty(request, 'makeId', { value: seededIds(outcome.seed, outcome.reservedAt) });
        return;
      }
      if (outcome.kind === 'other_body') throw new ProblemError('IDEMPOTENCY_KEY_REUSED');
      if (outcome.kind === 'in_progress')
        throw new ProblemError('IDEMPOTENCY_IN_PROGRESS', { headers: { 'retry-after': '1' } });
      const { status, headers, body } = outcome.answer;
      return reply
        .code(status)
        .headers(headers)
        .header('idempotency-replayed', 'true')
        .serializer(String)
        .send(body);
    });

    app.addHook('onSend', async (request, reply, payload) => {
      const held = request.reservation;
      if (held === undefined) return payload;
      request.reservation = undefined;
      const { statusCode: status } = reply;
      if (status >= 500 || NOT_RESULTS.has(status) || typeof payload !== 'string')
        await releaseRequest(db, held, held.lockedBy);
      else
        await storeAnswer({ db, vault }, held, held.lockedBy, {
          status,
          headers: keptHeaders(reply),
          body: payload,
        });
      return payload;
    });
  },
  { name: 'idempotency', dependencies: ['authentication'] },
);

/** A duplicate waits a little for the first request's answer before it is told that this is still at work. */
async function reserve(kept: Kept, asked: RequestKey, bodyHash: string): Promise<Reservation> {
  let outcome = await reserveRequest(kept, asked, bodyHash);
  for (let waits = 0; outcome.kind === 'in_progress' && waits < WAITS; waits++) {
    await pause(WAIT_MS);
    outcome = await reserveRequest(kept, asked, bodyHash);
  }
  return outcome;
}

function keyOf(request: FastifyRequest): string {
  const key = request.headers['idempotency-key'];
  if (key === undefined) throw new ProblemError('IDEMPOTENCY_KEY_REQUIRED');
  if (typeof key !== 'string' || !KEY_FORM.test(key)) throw new ProblemError('IDEMPOTENCY_KEY_INVALID');
  return key;
}

function routeOf(request: FastifyRequest): string {
  return `${request.method} ${request.url.split('?')[0]}`;
}

/** The hash of the body as parsed and completed by its schema: spaces and the order of keys make no other request. */
function bodyHashOf({ body }: FastifyRequest): string {
  return createHash('sha256')
    .update(canonicalJson(plain(body)))
    .digest('hex');
}

/** Files are hashed by content, and fractions kept as text. */
function plain(value: unknown): Parameters<typeof canonicalJson>[0] {
  if (value === null || value === undefined) return null;
  if (value instanceof Uint8Array) return createHash('sha256').update(value).digest('hex');
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value : String(value);
  if (typeof value === 'boolean' || typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, plain(member)]));
  return String(value);
}

function keptHeaders(reply: FastifyReply): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const name of KEPT_HEADERS) {
    const value = reply.getHeader(name);
    if (typeof value === 'string') kept[name] = value;
  }
  return kept;
}
