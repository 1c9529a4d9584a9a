import { and, asc, eq, getTableColumns, inArray, isNull, sql } from 'drizzle-orm';
import {
  DOCUMENT_READER,
  documentReading,
  READABLE_DOCUMENTS,
  type Reading,
  type ReadingField,
} from '../../contracts/sources/document-reading';
import type { Queryable } from '../client';
import { compiledRead, insertNew } from '../compiled';
import type { Vault } from '../crypto/vault';
import { documents } from '../schema/applications';
import { documentReadings } from '../schema/underwriting';

type ReadingRow = typeof documentReadings.$inferSelect;
type DocumentRow = typeof documents.$inferSelect;

/** A document as it is given to a reader. */
export type UnreadDocument = Pick<DocumentRow, 'id' | 'kind' | 'contentType' | 'sealed'>;

const placeOf = (documentId: string) => ({ table: 'document_readings', column: 'sealed', rowId: documentId });
const putReadings = insertNew(documentReadings);
const readable = Object.keys(READABLE_DOCUMENTS);

const unread = compiledRead((from) => {
  const { id, kind, contentType, sealed } = documents;
  return from
    .select({ id, kind, contentType, sealed })
    .from(documents)
    .leftJoin(documentReadings, eq(documentReadings.documentId, id))
    .where(
      and(
        eq(documents.applicationId, sql.placeholder('applicationId')),
        inArray(kind, readable),
        isNull(documentReadings.documentId),
      ),
    )
    .orderBy(asc(id));
});

/** Documents of an application that can be read and have not been. */
export const unreadDocuments = (q: Queryable, applicationId: string): Promise<UnreadDocument[]> =>
  unread(q, { applicationId });

/** A document for its reader, opened for the length of the call. */
export function openDocument(vault: Vault, { id, kind, contentType, sealed }: UnreadDocument) {
  const content = vault.open({ table: 'documents', column: 'sealed', rowId: id }, sealed);
  return { kind, contentType, contentBase64: content.toString('base64') };
}

/** What a reading is called when the reader is asked: asking twice is not charged twice. */
export const readingKey = (documentId: string): string => `${DOCUMENT_READER}/${documentId}`;

/** Keeps what was read, sealed; a document that was read already keeps its first reading. */
export async function keepReading(
  q: Queryable,
  vault: Vault,
  of: Pick<ReadingRow, 'documentId' | 'applicationId' | 'kind' | 'consentId' | 'readAt' | 'clockId'>,
  { outcome, fields, latencyMs, costMinor }: Reading,
): Promise<void> {
  const sealed = fields === null ? null : vault.seal(placeOf(of.documentId), JSON.stringify({ fields }));
  await putReadings(q, [{ ...of, outcome, sealed, latencyMs, costMinor }]);
}

const newest = compiledRead((from) =>
  from
    .selectDistinctOn([documentReadings.kind], getTableColumns(documentReadings))
    .from(documentReadings)
    .innerJoin(documents, eq(documents.id, documentReadings.documentId))
    .where(eq(documentReadings.applicationId, sql.placeholder('applicationId')))
    .orderBy(documentReadings.kind, sql`${documents.uploadedAt} desc`, sql`${documents.id} desc`),
);

/** The reading of the newest document of each kind: a better scan takes the place of the one before. */
export const readingsOf = (q: Queryable, applicationId: string): Promise<ReadingRow[]> =>
  newest(q, { applicationId });

/** The fields of a reading, opened for the length of a step and kept nowhere. */
export function openReading(
  vault: Vault,
  { documentId, sealed }: Pick<ReadingRow, 'documentId' | 'sealed'>,
): readonly ReadingField[] {
  if (sealed === null) return [];
  return documentReading.parse(JSON.parse(vault.openText(placeOf(documentId), sealed))).fields;
}
