import { createHash } from 'node:crypto';
import rateLimit from '@fastify/rate-limit';
import underPressure from '@fastify/under-pressure';
import type { FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { ProblemError } from '../problem';

/** Keeps one caller from starving the others, and the process from drowning: 429 and 503 with Retry-After. */
export const limits = fp<{ max: number; windowMs: number; maxEventLoopDelayMs: number }>(
  async (app, { max, windowMs, maxEventLoopDelayMs }) => {
    await app.register(rateLimit, {
      global: true,
      max,
      timeWindow: windowMs,
      enableDraftSpec: true,
      keyGenerator: callerOf,
      // Files of the console are the same for everybody and kept by browsers; an office behind one address opens many.
      allowList: (request) => request.method === 'GET' && request.url.startsWith('/assets/'),
      errorResponseBuilder: () => new ProblemError('RATE_LIMITED'),
    });
    if (maxEventLoopDelayMs === 0) return;
    await app.register(underPressure, {
      maxEventLoopDelay: maxEventLoopDelayMs,
      pressureHandler: () => {
        throw new ProblemError('SERVER_BUSY', { headers: { 'retry-after': '5' } });
      },
    });
  },
  { name: 'limits', dependencies: ['authentication'] },
);

/** A known actor counts as itself on every address; who is not known counts by address. */
function callerOf(request: FastifyRequest): string {
  if (request.actor !== undefined) return request.actor.id;
  return `ip/${createHash('sha256').update(request.ip).digest('base64url').slice(0, 16)}`;
}
