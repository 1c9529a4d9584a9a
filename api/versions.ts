import type { FastifyReply, FastifyRequest } from 'fastify';
import { ProblemError } from './problem';

/** The ETag of a version number. */
export function etagOf(version: number): string {
  return `"v${version}"`;
}

/** Marks an answer with the version of what it shows. */
export function withVersion(reply: FastifyReply, version: number): FastifyReply {
  return reply.header('etag', etagOf(version)).header('cache-control', 'private, no-cache');
}

/** The version that the caller saw, from If-Match; undefined where it sent none. */
export function seenVersion({ headers }: FastifyRequest): number | undefined {
  const header = headers['if-match'];
  if (header === undefined || header.trim() === '*') return undefined;
  const version = /^(?:W\/)?"v(\d{1,9})"$/.exec(header.trim())?.[1];
  if (version === undefined) throw new ProblemError('IF_MATCH_INVALID');
  return Number(version);
}

/** Refuses a command on something that changed after the caller read it. */
export function requireSeen(request: FastifyRequest, version: number): void {
  const seen = seenVersion(request);
  if (seen !== undefined && seen !== version) throw new ProblemError('VERSION_MISMATCH');
}

/** Refuses a decision without, or with an outdated, If-Match. */
export function requireIfMatch(request: FastifyRequest, version: number): void {
  if (request.headers['if-match'] === undefined) throw new ProblemError('PRECONDITION_REQUIRED');
  requireSeen(request, version);
}

/** How long the caller wants to wait for a command: `Prefer: respond-async`, `Prefer: wait=3` (RFC 7240), at most the given. */
export function preferredWaitMs({ headers }: FastifyRequest, mostMs: number): number {
  const prefer = String(headers.prefer ?? '').toLowerCase();
  if (/(^|[,;\s])respond-async($|[,;\s])/.test(prefer)) return 0;
  const seconds = /(^|[,;\s])wait=(\d{1,4})($|[,;\s])/.exec(prefer)?.[2];
  return seconds === undefined ? mostMs : Math.min(Number(seconds) * 1000, mostMs);
}
