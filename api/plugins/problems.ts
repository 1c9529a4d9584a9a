import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import '@fastify/rate-limit';
import type { ProblemCode } from '../../contracts/errors';
import { ProblemError, problemDocument } from '../problem';
import { allowedMethods } from '../route-table';

/** Codes of errors that Fastify and its plugins raise, as problems. */
const FRAMEWORK_CODES: Record<string, ProblemCode> = {
  FST_ERR_CTP_EMPTY_JSON_BODY: 'MALFORMED_JSON',
  FST_ERR_CTP_INVALID_JSON_BODY: 'MALFORMED_JSON',
  FST_ERR_CTP_BODY_TOO_LARGE: 'BODY_TOO_LARGE',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'UNSUPPORTED_MEDIA_TYPE',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'MALFORMED_REQUEST',
  FST_ERR_BAD_URL: 'MALFORMED_REQUEST',
  FST_ERR_MAX_PARAM_LENGTH: 'URI_TOO_LONG',
  FST_INVALID_MULTIPART_CONTENT_TYPE: 'UNSUPPORTED_MEDIA_TYPE',
  FST_REQ_FILE_TOO_LARGE: 'BODY_TOO_LARGE',
  FST_FILES_LIMIT: 'BODY_TOO_LARGE',
  FST_PARTS_LIMIT: 'BODY_TOO_LARGE',
  FST_FIELDS_LIMIT: 'BODY_TOO_LARGE',
};

const STATUS_CODES: Record<number, ProblemCode> = {
  400: 'MALFORMED_REQUEST',
  404: 'ROUTE_NOT_FOUND',
  413: 'BODY_TOO_LARGE',
  414: 'URI_TOO_LONG',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  429: 'RATE_LIMITED',
  431: 'HEADERS_TOO_LARGE',
  503: 'SERVER_BUSY',
};

/** What went wrong as a problem of the catalogue; everything unforeseen is INTERNAL_ERROR. */
export function asProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (!(error instanceof Error)) return new ProblemError('INTERNAL_ERROR', { cause: error });
  const { code, statusCode } = error as Partial<FastifyError>;
  if (error instanceof SyntaxError && statusCode === 400)
    return new ProblemError('MALFORMED_JSON', { cause: error });
  const known = FRAMEWORK_CODES[code ?? ''] ?? STATUS_CODES[statusCode ?? 500];
  if (known !== undefined) return new ProblemError(known, { cause: error });
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
    return new ProblemError('MALFORMED_REQUEST', { cause: error });
  if (isConnectionLoss(error))
    return new ProblemError('DEPENDENCY_UNAVAILABLE', { headers: RETRY_SOON, cause: error });
  return new ProblemError('INTERNAL_ERROR', { cause: error });
}

const RETRY_SOON = { 'retry-after': '2' };
const LOST = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '08006',
  '08001',
  '08003',
]);
const LOST_NAMES = new Set(['ServiceError', 'WorkflowUpdateRPCTimeoutOrCancelledError']);

/** The database or Temporal cannot be reached: looks through the causes, since Drizzle and the SDK wrap them. */
function isConnectionLoss(error: unknown): boolean {
  for (let depth = 0, cause = error; cause instanceof Error && depth < 6; depth++, cause = cause.cause) {
    const code = 'code' in cause ? String(cause.code) : '';
    if (LOST.has(code) || LOST_NAMES.has(cause.name)) return true;
    if (/^(Connection terminated|timeout exceeded when trying to connect)/.test(cause.message)) return true;
  }
  return false;
}

/** Every refusal and failure leaves as application/problem+json, in the caller's language, with its trace id. */
export const problems = fp<{ baseUrl: string }>(
  async (app, { baseUrl }) => {
    const send = (request: FastifyRequest, reply: FastifyReply, problem: ProblemError) =>
      reply
        .code(problem.statusCode)
        .headers(problem.headers)
        .header('content-language', request.locale)
        .header('cache-control', 'no-store')
        .type('application/problem+json')
        .serializer(JSON.stringify)
        .send(problemDocument(problem, { locale: request.locale, traceId: request.traceId, baseUrl }));

    app.setErrorHandler((error, request, reply) => {
      const problem = asProblem(error);
      if (problem.statusCode >= 500) request.log.error({ err: problem.cause ?? problem }, problem.code);
      return send(request, reply, problem);
    });
    app.setNotFoundHandler({ preHandler: app.rateLimit() }, (request, reply) => {
      const path = request.url.split('?')[0] ?? '';
      const allow = allowedMethods(app, path);
      if (allow.length === 0)
        return app.consolePage(request, reply) ?? send(request, reply, new ProblemError('ROUTE_NOT_FOUND'));
      const headers = { allow: allow.join(', ') };
      if (request.method === 'OPTIONS') return reply.code(204).headers(headers).send();
      return send(request, reply, new ProblemError('METHOD_NOT_ALLOWED', { headers }));
    });
  },
  { name: 'problems', dependencies: ['context', 'route-table', 'console'] },
);
