import type { Db } from '../db/client';
import { seedDevAccess, seedPermissions } from '../db/seed/access';

/** Issuer name of development tokens; the API's development issuer signs under the same. */
const DEV_ISSUER = 'urn:loanflow:development';

/** Fills a development installation; may be repeated. */
export async function seedDevelopment(db: Db): Promise<void> {
  await seedPermissions(db);
  await seedDevAccess(db, DEV_ISSUER);
}
