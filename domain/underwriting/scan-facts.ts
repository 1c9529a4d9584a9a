import type { ReadField, ReadingField } from '../../contracts/sources/document-reading';
import { agrees, type Finding } from './contradictions';
import type { StatedFacts } from './stated-facts';

/** How a reading stands to what was stated: a doubtful reading proves nothing either way. */
export type Agreement = 'same' | 'other' | 'unclear';

/** One field of one document beside the statement. Amounts and dates are kept; who or which number was read is not. */
export interface ScanFact {
  readonly document: string;
  readonly field: ReadField;
  readonly agreement: Agreement;
  readonly confidencePercent: number;
  /** Null where the value would name somebody. */
  readonly found: string | null;
}

/** Below this the reader is not believed: a person looks at the paper. */
export const CLEAR_PERCENT = 80;

/** Fields whose value names nobody. */
const PLAIN: readonly ReadField[] = ['foundedOn', 'monthlyIncomeMinor'];

/** Whether the value of a field may stand in a record that is not sealed. */
export const isPlain = (field: ReadField): boolean => PLAIN.includes(field);

/** Where a fact was read, as contradictions and their settling name it. */
export const scanSource = (document: string): string => `scan.${document}`;

/** Names and numbers as compared: no blanks, one width of brackets and letters, capitals. */
const plainText = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toUpperCase();

/** How a field that was read agrees with the statement; null where nothing was stated that it could agree with. */
export function agreementOf(
  stated: string | undefined,
  { field, value, confidencePercent }: Pick<ReadingField, 'field' | 'value' | 'confidencePercent'>,
): Agreement | null {
  if (stated === undefined) return null;
  const same = isPlain(field) ? agrees(field, stated, value) : plainText(stated) === plainText(value);
  if (confidencePercent < CLEAR_PERCENT) return 'unclear';
  return same ? 'same' : 'other';
}

/** What a document says of an applicant's statements, without quoting it. */
export function scanFacts(
  document: string,
  fields: readonly ReadingField[],
  stated: StatedFacts,
): ScanFact[] {
  return fields.flatMap((read) => {
    const { field, confidencePercent, value } = read;
    const agreement = agreementOf(stated[field], read);
    if (agreement === null) return [];
    return [{ document, field, agreement, confidencePercent, found: isPlain(field) ? value : null }];
  });
}

/** Where a paper clearly says something other than the applicant. */
export function scanFindings(
  scans: readonly ScanFact[],
  stated: Readonly<Record<string, unknown>>,
): Finding[] {
  return scans
    .filter(({ agreement }) => agreement === 'other')
    .map(({ document, field, found }) => ({
      ...{ field, source: scanSource(document), code: 'SCAN_DIFFERS' },
      declared: found === null ? 'given' : String(stated[field]),
      found: found ?? 'other',
    }));
}
