import { eq } from 'drizzle-orm';
import { Declared } from '../../contracts/policy/declared';
import type { ReadingField, ReadingOutcome } from '../../contracts/sources/document-reading';
import { openCustomerFile } from '../../db/repositories/customer-file';
import { openReading, readingsOf } from '../../db/repositories/document-readings';
import { documents } from '../../db/schema/applications';
import { customers } from '../../db/schema/customers';
import { InvariantError } from '../../domain/invariant';
import { type StatedFacts, statedFacts } from '../../domain/underwriting/stated-facts';
import type { ApiDeps } from '../deps';
import type { ApplicationRow } from './applications';

/** One document with what was read off it; its fields quote the person. */
export interface Scan {
  documentId: string;
  kind: string;
  contentType: string;
  outcome: ReadingOutcome;
  fields: readonly ReadingField[];
  readAt: Date;
}

/** The papers of an application as they were read, and what the applicant stated of the same things. */
export interface Scans {
  stated: StatedFacts;
  scans: readonly Scan[];
}

/** Opens what was read off the papers of an application, for the length of a request. */
export async function scansOf(
  { db, vault }: Pick<ApiDeps, 'db' | 'vault'>,
  app: ApplicationRow,
): Promise<Scans> {
  const readings = await readingsOf(db, app.id);
  if (readings.length === 0) return { stated: {}, scans: [] };
  const types = await db
    .select({ id: documents.id, contentType: documents.contentType })
    .from(documents)
    .where(eq(documents.applicationId, app.id));
  const [customer] = await db.select().from(customers).where(eq(customers.id, app.customerId));
  if (customer === undefined) throw new InvariantError('an application without its customer');
  return {
    stated: statedFacts(openCustomerFile(vault, customer), Declared.parse(app.declared)),
    scans: readings.map((row) => ({
      ...{ documentId: row.documentId, kind: row.kind, outcome: row.outcome, readAt: row.readAt },
      contentType: types.find(({ id }) => id === row.documentId)?.contentType ?? '',
      fields: openReading(vault, row),
    })),
  };
}
