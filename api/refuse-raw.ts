import { type ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { ProblemCode } from '../contracts/errors';
import { requestIdOf } from './plugins/context';
import { ProblemError, problemDocument } from './problem';

const HEAD = { 'content-type': 'application/problem+json', 'cache-control': 'no-store' };

/** Answers a request that met no route, such as one with a broken path. Hooks have not run, so the answer is bare. */
export function refuseUnrouted(
  problem: ProblemError,
  traceId: string,
  raw: ServerResponse,
  baseUrl: string,
): void {
  raw.writeHead(problem.statusCode, HEAD);
  raw.end(bodyOf(problem, traceId, baseUrl));
}

/** Codes of what the HTTP parser could not read; all else is malformed. */
const UNREAD: Record<string, ProblemCode> = {
  HPE_HEADER_OVERFLOW: 'HEADERS_TOO_LARGE',
  ERR_HTTP_REQUEST_TIMEOUT: 'REQUEST_TIMEOUT',
};

/** Answers bytes that never became a request, then closes the connection: nothing after them can be told apart. */
export function refuseUnread(error: Error & { code?: string }, socket: Socket, baseUrl: string): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const problem = new ProblemError(UNREAD[error.code ?? ''] ?? 'MALFORMED_REQUEST');
  const body = bodyOf(problem, requestIdOf({}), baseUrl);
  const head = Object.entries({ ...HEAD, 'content-length': Buffer.byteLength(body), connection: 'close' });
  const lines = head.map(([name, value]) => `${name}: ${value}`).join('\r\n');
  const status = `HTTP/1.1 ${problem.statusCode} ${STATUS_CODES[problem.statusCode]}`;
  if (socket.writable) socket.end(`${status}\r\n${lines}\r\n\r\n${body}`, () => socket.destroy());
  else socket.destroy();
}

const bodyOf = (problem: ProblemError, traceId: string, baseUrl: string) =>
  JSON.stringify(problemDocument(problem, { locale: 'en', traceId, baseUrl }));
