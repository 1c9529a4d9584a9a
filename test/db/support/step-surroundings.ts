import { randomBytes } from 'node:crypto';
import type { ActivityDeps } from '../../../activities/support/deps';
import { type Db, openDatabase } from '../../../db/client';
import { Vault } from '../../../db/crypto/vault';
import { seedDevAccess, seedPermissions } from '../../../db/seed/access';
import { seedPolicies } from '../../../db/seed/policies';
import { freshDatabase } from '../../support/postgres';

/** What database steps need, over a database of their own that has the seeded staff and policies. */
export interface StepSurroundings {
  db: Db;
  deps: ActivityDeps;
  close: () => Promise<void>;
}

export async function stepSurroundings(): Promise<StepSurroundings> {
  const fresh = await freshDatabase();
  const { db, close } = openDatabase({ connectionString: fresh.appUrl });
  await seedPermissions(db);
  await seedDevAccess(db, 'dev');
  await seedPolicies(db);
  const keks = [{ id: 'k1', key: randomBytes(32) }];
  const vault = new Vault({ keks, indexKey: randomBytes(32) });
  const settings = { utcOffsetMinutes: 480, signalDecisions: true };
  return {
    ...{ db, deps: { db, vault, settings } as ActivityDeps },
    close: async () => {
      await close();
      await fresh.drop();
    },
  };
}
