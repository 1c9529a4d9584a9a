import type { FastifySchemaCompiler } from 'fastify';
import { z } from 'zod';
import { fieldProblems } from './field-problems';
import { type FieldProblem, ProblemError } from './problem';

const PARTS: Record<string, FieldProblem['in']> = {
  body: 'body',
  querystring: 'query',
  params: 'path',
  headers: 'header',
};

/** Checks one part of a request against its zod schema; what does not fit is a VALIDATION_FAILED with pointers. */
export const validatorCompiler: FastifySchemaCompiler<z.ZodType> = ({ schema, httpPart }) => {
  const part = PARTS[httpPart ?? ''] ?? 'body';
  return (data: unknown) => {
    const control = part === 'header' ? undefined : pathToControlCharacter(data, []);
    if (control !== undefined) return { error: refused([{ ...CONTROL, path: control }], part) };
    const parsed = z.safeParse(schema, data, { reportInput: true });
    if (parsed.success) return { value: parsed.data };
    return {
      error: new ProblemError('VALIDATION_FAILED', { fields: fieldProblems(parsed.error.issues, part) }),
    };
  };
};

const CONTROL = { code: 'custom', message: 'control_character', input: undefined } as const;

function refused(issues: z.core.$ZodIssue[], part: FieldProblem['in']): ProblemError {
  return new ProblemError('VALIDATION_FAILED', { fields: fieldProblems(issues, part) });
}

/** Postgres stores no U+0000 and no lone surrogate; no other control character but tab and line end belongs into a text. */
const CONTROL_CHARACTER = /(?![\t\n\r])[\p{Cc}\p{Cs}]/u;

function pathToControlCharacter(value: unknown, path: (string | number)[]): (string | number)[] | undefined {
  if (typeof value === 'string') return CONTROL_CHARACTER.test(value) ? path : undefined;
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return undefined;
  const entries: [string | number, unknown][] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value);
  for (const [key, member] of entries) {
    if (typeof key === 'string' && CONTROL_CHARACTER.test(key)) return path;
    const found = pathToControlCharacter(member, [...path, key]);
    if (found !== undefined) return found;
  }
  return undefined;
}
