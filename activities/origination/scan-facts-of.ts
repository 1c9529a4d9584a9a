import { eq, sql } from 'drizzle-orm';
import { Declared } from '../../contracts/policy/declared';
import { compiledRead } from '../../db/compiled';
import { openCustomerFile } from '../../db/repositories/customer-file';
import { openReading, readingsOf } from '../../db/repositories/document-readings';
import { customers } from '../../db/schema/customers';
import { type ScanFact, scanFacts } from '../../domain/underwriting/scan-facts';
import { statedFacts } from '../../domain/underwriting/stated-facts';
import type { ActivityDeps } from '../support/deps';
import { missingRow } from '../support/failures';
import type { Step } from '../support/step';

const sealedCustomer = compiledRead((from) =>
  from
    .select({ id: customers.id, sealed: customers.sealed })
    .from(customers)
    .where(eq(customers.id, sql.placeholder('id'))),
);

/** What the papers of an application say of the applicant's statements; nothing of it names anybody. */
export async function scanFactsOf(
  { vault }: Pick<ActivityDeps, 'vault'>,
  { tx, app }: Pick<Step, 'tx' | 'app'>,
): Promise<{ scans?: readonly ScanFact[] }> {
  const read = (await readingsOf(tx, app.id)).filter(({ outcome }) => outcome === 'read');
  if (read.length === 0) return {};
  const [customer] = await sealedCustomer(tx, { id: app.customerId });
  if (!customer) throw missingRow('customer', app.customerId);
  const stated = statedFacts(openCustomerFile(vault, customer), Declared.parse(app.declared));
  return { scans: read.flatMap((row) => scanFacts(row.kind, openReading(vault, row), stated)) };
}
