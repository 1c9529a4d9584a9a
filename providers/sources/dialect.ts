import type { z } from 'zod';
import type { SourceResult } from '../../contracts/sources/source-result';
import { ProviderError } from '../provider-error';
import type { CallContext, NoAnswerKind, SourceSubject } from './port';

/** What a dialect makes of an answer. */
export type Reading =
  | { readonly ok: true; readonly result: SourceResult; readonly billable: boolean }
  | { readonly ok: false; readonly kind: NoAnswerKind; readonly billable: boolean };

/** How one source is spoken to: the request it wants, and what its answer means in our words. */
export type Dialect = {
  readonly request: (
    subject: SourceSubject,
    ctx: CallContext,
  ) => {
    readonly method: 'GET' | 'POST';
    readonly path: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: unknown;
  };
  readonly read: (answer: unknown, party: string, subject: SourceSubject) => Reading;
};

/** A personal field that a dialect cannot do without; its absence is a mistake of ours, so it is not retried. */
export function need(
  subject: SourceSubject,
  field: Exclude<keyof SourceSubject, 'document'>,
  party: string,
): string {
  const value = subject[field];
  if (value === undefined || value === '') {
    throw new ProviderError('REFUSED', party, { reason: `subject lacks ${field}` });
  }
  return value;
}

/** An answer in the form the dialect knows; the complaint names where it differs and never what stood there. */
export function shaped<T>(schema: z.ZodType<T>, answer: unknown, party: string): T {
  const parsed = schema.safeParse(answer);
  if (parsed.success) return parsed.data;
  const at = parsed.error.issues[0]?.path.filter((part) => typeof part !== 'symbol').join('/') ?? '';
  throw new ProviderError('BAD_ANSWER', party, { reason: `unexpected form at /${at.slice(0, 60)}` });
}

/** A dialect's own code that means "try again later". */
export const busy = (party: string): never => {
  throw new ProviderError('UNAVAILABLE', party, { reason: 'source is busy' });
};

/** A dialect's own code that we do not know. */
export const unknownCode = (party: string): never => {
  throw new ProviderError('BAD_ANSWER', party, { reason: 'unknown result code' });
};
