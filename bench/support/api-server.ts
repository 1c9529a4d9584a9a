import { randomBytes } from 'node:crypto';
import { Connection, Client as TemporalClient } from '@temporalio/client';
import { buildApp } from '../../api/app';
import { DEV_ISSUER } from '../../api/auth/dev-issuer';
import { TemporalGateway } from '../../api/gateway/temporal-gateway';
import { createLog } from '../../api/log';
import { apiSettings } from '../../api/settings';
import { type Db, openDatabase } from '../../db/client';
import { Vault } from '../../db/crypto/vault';
import { seedDevAccess, seedPermissions } from '../../db/seed/access';
import { seedPolicies } from '../../db/seed/policies';

const DISCARD = { write: () => undefined };

/** The real API on a port, over a database that is there already; Temporal is not needed to read. */
export async function serve(
  connectionString: string,
): Promise<{ url: string; db: Db; close: () => Promise<void> }> {
  const { db, close } = openDatabase({ connectionString, max: 4 });
  await seedPermissions(db);
  await seedDevAccess(db, DEV_ISSUER);
  await seedPolicies(db);
  const connection = Connection.lazy({ address: '127.0.0.1:1', connectTimeout: 300, interceptors: [] });
  const app = await buildApp({
    settings: apiSettings({
      secret: 'the secret of a benchmark, long enough',
      bankCallbackSecret: `whsec_${Buffer.from('secret of the bench bank').toString('base64')}`,
      devIssuer: true,
      testMode: true,
      reference: false,
      maxEventLoopDelayMs: 0,
      rateLimit: { max: 10_000_000, windowMs: 60_000 },
    }),
    db,
    vault: new Vault({ keks: [{ id: 'k1', key: randomBytes(32) }], indexKey: randomBytes(32) }),
    loans: new TemporalGateway(new TemporalClient({ connection })),
    clock: { now: async () => new Date() },
    log: createLog('error', DISCARD),
  });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  return {
    url,
    db,
    close: async () => {
      await app.close();
      await connection.close();
      await close();
    },
  };
}
