import { z } from 'zod';
import { antiFraudResult } from './anti-fraud';
import { bankCardResult } from './bank-card';
import { bureauResult } from './bureau';
import { courtResult } from './court';
import { DOCUMENT_READER, type DocumentReading, documentReading } from './document-reading';
import { identityResult } from './identity';
import { registryResult } from './registry';
import { type SourceCode, sourceCode } from './source-code';
import { taxResult } from './tax';
import { telecomResult } from './telecom';

/** The normalised, non-personal result of each named source: all that underwriting may read of it. */
export const sourceResults = {
  identity: identityResult,
  telecom: telecomResult,
  bank_card: bankCardResult,
  bureau: bureauResult,
  anti_fraud: antiFraudResult,
  court: courtResult,
  registry: registryResult,
  tax: taxResult,
} as const satisfies Record<SourceCode, z.ZodType>;

/** The result type of one named source. */
export type SourceResultOf<C extends SourceCode> = z.infer<(typeof sourceResults)[C]>;

/** What a source added by configuration may answer: flat codes, numbers and flags under names the mapping chose. */
export const mappedResult = z.record(
  z.string().regex(/^[a-zA-Z][a-zA-Z0-9]{0,59}$/),
  z.union([z.string().max(200), z.number(), z.boolean(), z.null()]),
);
export type MappedResult = z.infer<typeof mappedResult>;

/** Any result: named, mapped, or a document as it was read. */
export type SourceResult = SourceResultOf<SourceCode> | MappedResult | DocumentReading;

/** The schema that guards a source's result: its own for the named ones and the document reader, flat values for the rest. */
export function resultSchemaOf(code: string): z.ZodType<SourceResult> {
  if (code === DOCUMENT_READER) return documentReading;
  const named = sourceCode.safeParse(code);
  return named.success ? sourceResults[named.data] : mappedResult;
}
