import { PROBLEMS, type ProblemCode } from '../contracts/errors';
import type { Problem, ProblemField } from '../contracts/http/problem';
import type { Locale } from './locale';

/** A field that is wrong, in both languages, so that it can be told in the caller's. */
export interface FieldProblem {
  in: ProblemField['in'];
  /** Path to the value inside its part of the request. */
  path: readonly (string | number)[];
  code: string;
  detail: { en: string; zh: string };
}

/** What a problem may carry besides its code. */
export interface ProblemExtras {
  fields?: readonly FieldProblem[];
  headers?: Readonly<Record<string, string>>;
  cause?: unknown;
}

/** An expected refusal of a request. Thrown by routes and plugins, told to the caller by the error handler. */
export class ProblemError extends Error {
  readonly fields: readonly FieldProblem[];
  readonly headers: Readonly<Record<string, string>>;
  /** Written by Fastify too, so no accessor. */
  statusCode: number;

  constructor(
    readonly code: ProblemCode,
    extras: ProblemExtras = {},
  ) {
    super(code, { cause: extras.cause });
    this.name = 'ProblemError';
    this.statusCode = PROBLEMS[code].status;
    this.fields = extras.fields ?? [];
    this.headers = extras.headers ?? {};
  }
}

/** A problem with one wrong field of the body. */
export function fieldProblem(
  code: ProblemCode,
  path: readonly (string | number)[],
  detail?: { en: string; zh: string },
): ProblemError {
  const { en, zh } = PROBLEMS[code];
  return new ProblemError(code, {
    fields: [{ in: 'body', path, code, detail: detail ?? { en: en.title, zh: zh.title } }],
  });
}

/** The RFC 9457 document of a problem in one language. */
export function problemDocument(
  error: ProblemError,
  context: { locale: Locale; traceId: string; baseUrl: string },
): Problem {
  const entry = PROBLEMS[error.code];
  const language = context.locale === 'en' ? 'en' : 'zh';
  return {
    type: `${context.baseUrl}/problems/${error.code}`,
    title: entry[language].title,
    status: entry.status,
    detail: entry[language].help,
    code: error.code,
    traceId: context.traceId,
    ...(error.fields.length > 0 && {
      errors: error.fields.map((field) => ({
        in: field.in,
        pointer: pointerTo(field.path),
        code: field.code,
        detail: field.detail[language],
      })),
    }),
  };
}

/** A JSON pointer as a URI fragment (RFC 6901, 6), as RFC 9457 shows it. */
export function pointerTo(path: readonly (string | number)[]): string {
  return `#${path.map((step) => `/${encodeURIComponent(String(step).replaceAll('~', '~0').replaceAll('/', '~1'))}`).join('')}`;
}
