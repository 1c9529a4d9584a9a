import type { Db } from '../db/client';
import { seedDevAccess, seedPermissions } from '../db/seed/access';
import { seedPolicies } from '../db/seed/policies';

/** Issuer name of development tokens; the API's development issuer signs under the same. */
const DEV_ISSUER = 'urn:loanflow:development';

/** Fills a development installation; may be repeated. Its policies are in force since long, so that any clock finds them. */
export async function seedDevelopment(db: Db): Promise<void> {
  await seedPolicies(db);
  await seedPermissions(db);
  await seedDevAccess(db, DEV_ISSUER);
}
