import {
  type DocumentReading,
  documentReading,
  type Reading,
} from '../../contracts/sources/document-reading';
import type { SourceRow } from '../../contracts/sources/source-row';
import { ProviderError } from '../provider-error';
import type { CallContext, SourceClient, SourceSubject } from './port';

/** What a reader made of a document, with how long it took and whether it is paid for; or `silent`, when asking again may help. */
export type DocumentRead =
  | { state: 'read'; fields: DocumentReading['fields']; latencyMs: number; billable: boolean }
  | { state: 'unreadable'; latencyMs: number; billable: boolean }
  | { state: 'silent' }
  | { state: 'refused' };

/** Gives a document to the reader once. A page that cannot be read is an answer; a reader that says nothing is not. */
export async function readDocument(
  sources: SourceClient,
  row: SourceRow,
  document: NonNullable<SourceSubject['document']>,
  ctx: CallContext,
): Promise<DocumentRead> {
  try {
    const answer = await sources.query(row, { document }, ctx);
    const { latencyMs, billable } = answer;
    if (answer.ok)
      return { state: 'read', fields: documentReading.parse(answer.result).fields, latencyMs, billable };
    if (answer.kind === 'pending' || answer.kind === 'limited') return { state: 'silent' };
    return { state: 'unreadable', latencyMs, billable };
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    return { state: error.retryable ? 'silent' : 'refused' };
  }
}

/** What is kept of a reader's answer; one that stayed silent or refused read nothing and costs nothing. */
export function readingFrom(read: DocumentRead, priceMinor: string): Reading {
  if (read.state === 'silent' || read.state === 'refused')
    return { outcome: 'unavailable', fields: null, latencyMs: 0, costMinor: 0n };
  const { latencyMs, billable } = read;
  const costMinor = billable ? BigInt(priceMinor) : 0n;
  if (read.state === 'unreadable') return { outcome: 'unreadable', fields: null, latencyMs, costMinor };
  return { outcome: 'read', fields: read.fields, latencyMs, costMinor };
}
