import { z } from 'zod';
import { sharePercent } from './figures';

/** The source that reads uploaded documents (证照文字识别, OCR); a product that lists it has its documents read. */
export const DOCUMENT_READER = 'document_reader';

/** What can be read off a document. Amounts are in minor units, dates civil days, the rest as printed. */
export const READ_FIELDS = [
  'name',
  'idNo',
  'companyName',
  'uscc',
  'representativeName',
  'foundedOn',
  'monthlyIncomeMinor',
] as const;
export type ReadField = (typeof READ_FIELDS)[number];

/** Kinds of documents that are read, with what stands on them; other kinds are for people's eyes only. */
export const READABLE_DOCUMENTS = {
  id_card_front: ['name', 'idNo'],
  business_licence: ['companyName', 'uscc', 'representativeName', 'foundedOn'],
  income_proof: ['name', 'monthlyIncomeMinor'],
  bank_statement: ['name'],
} as const satisfies Readonly<Record<string, readonly ReadField[]>>;
export type ReadableDocument = keyof typeof READABLE_DOCUMENTS;

/** Whether documents of this kind are read. */
export const isReadable = (kind: string): kind is ReadableDocument => Object.hasOwn(READABLE_DOCUMENTS, kind);

const share = z.number().min(0).max(1);

/** A box on the page in shares of its width and height, from the upper left corner. */
export const region = z
  .strictObject({ x: share, y: share, width: share, height: share })
  .meta({ id: 'ScanRegion' });
export type Region = z.infer<typeof region>;

/** One field as read, how sure the reader is of it, and where it stands. */
const readingField = z.strictObject({
  field: z.enum(READ_FIELDS),
  value: z.string().min(1).max(200),
  confidencePercent: sharePercent,
  region: region.nullable(),
});
export type ReadingField = z.infer<typeof readingField>;

/** What a reader read off one document. It quotes the person: it is sealed wherever it is kept. */
export const documentReading = z.strictObject({ fields: z.array(readingField).max(40) });
export type DocumentReading = z.infer<typeof documentReading>;

/** What became of reading one document. */
export const READING_OUTCOMES = ['read', 'unreadable', 'unavailable'] as const;
export type ReadingOutcome = (typeof READING_OUTCOMES)[number];

/** What came of reading a document, as it is kept. */
export interface Reading {
  outcome: ReadingOutcome;
  /** Null where nothing could be read. */
  fields: readonly ReadingField[] | null;
  latencyMs: number;
  costMinor: bigint;
}
