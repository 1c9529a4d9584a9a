import { activityInfo } from '@temporalio/activity';
import type { SourceResult } from '../../contracts/loan/steps';
import { DOCUMENT_READER, type Reading } from '../../contracts/sources/document-reading';
import {
  keepReading,
  openDocument,
  readingKey,
  type UnreadDocument,
  unreadDocuments,
} from '../../db/repositories/document-readings';
import { readDocument, readingFrom } from '../../providers/sources/read-document';
import type { ActivityDeps } from '../support/deps';
import { failure } from '../support/failures';
import { timeOf } from '../support/time-of';
import { type CaseFile, sourceOf, storeCall } from './query-source';

/**
 * Has the documents of an application read, side by side, each once, and keeps every reading by itself, so that a
 * repetition gives the reader only what is not read. What nobody can read stops nothing: a person looks at the paper.
 */
export async function readScans(
  deps: ActivityDeps,
  file: CaseFile,
  requestKey: string,
): Promise<SourceResult> {
  const { consentId, unconsented } = sourceOf(deps, file, DOCUMENT_READER);
  const call = { source: DOCUMENT_READER, requestKey, consentId };
  if (unconsented) return storeCall(deps, file, call, { outcome: 'refused' });
  const waiting = await unreadDocuments(deps.db, file.app.id);
  if (waiting.length === 0) return storeCall(deps, file, call, { outcome: 'no_record' });
  const settled = await Promise.allSettled(waiting.map((one) => readOne(deps, file, one)));
  const failed = settled.find((each) => each.status === 'rejected');
  if (failed) throw failed.reason;
  const readings = settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  return storeCall(deps, file, call, summary(readings));
}

async function readOne(deps: ActivityDeps, file: CaseFile, document: UnreadDocument): Promise<Reading> {
  const { db, vault, sources } = deps;
  const { app, clock } = file;
  const { body, consentId, row } = sourceOf(deps, file, DOCUMENT_READER);
  const ctx = { applicationId: app.id, consentId, requestKey: readingKey(document.id), clock };
  const read = await readDocument(sources, row(), openDocument(vault, document), ctx);
  const patient = body.fallback === 'wait' || activityInfo().attempt <= body.retries;
  if (read.state === 'silent' && patient) throw failure('SOURCE_UNAVAILABLE', DOCUMENT_READER);
  const reading = readingFrom(read, body.priceMinor);
  const { id: documentId, kind } = document;
  const of = { documentId, kind, applicationId: app.id, consentId, clockId: app.clockId };
  await keepReading(db, vault, { ...of, readAt: await timeOf(db, app.clockId) }, reading);
  return reading;
}

/** How reading went as a whole; a paper that the reader never answered for makes it unavailable. */
function summary(readings: readonly Reading[]) {
  const those = (outcome: Reading['outcome']) => readings.filter((one) => one.outcome === outcome).length;
  return {
    outcome: those('unavailable') > 0 ? ('unavailable' as const) : ('answered' as const),
    result: { documentsRead: those('read'), documentsUnreadable: those('unreadable') },
    latencyMs: Math.max(...readings.map(({ latencyMs }) => latencyMs)),
    costMinor: readings.reduce((sum, { costMinor }) => sum + costMinor, 0n),
  };
}
