import { randomBytes } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import type { FastifyInstance } from 'fastify';
import type { Pool } from 'pg';
import { buildApp } from '../../../api/app';
import { DEV_ISSUER } from '../../../api/auth/dev-issuer';
import { databaseClock } from '../../../api/clock';
import type { Clock } from '../../../api/deps';
import { TemporalGateway } from '../../../api/gateway/temporal-gateway';
import { createLog } from '../../../api/log';
import { type ApiSettings, apiSettings } from '../../../api/settings';
import { type Db, openDatabase } from '../../../db/client';
import { Vault } from '../../../db/crypto/vault';
import { seedDevAccess, seedPermissions } from '../../../db/seed/access';
import { seedPolicies } from '../../../db/seed/policies';
import { freshDatabase, type TestDatabase } from '../../support/postgres';

/** A whole API on a database of its own; Temporal only where a client is given. */
export interface TestApi {
  app: FastifyInstance;
  db: Db;
  pool: Pool;
  vault: Vault;
  database: TestDatabase;
  logLines: string[];
  token(role: string, user?: string): Promise<string>;
  close(): Promise<void>;
}

export const TEST_SETTINGS = {
  secret: 'a secret of tests, long enough for them',
  bankCallbackSecret: `whsec_${Buffer.from('secret of the test bank').toString('base64')}`,
  devIssuer: true,
  testMode: true,
  webhooksToPrivateAddresses: true,
  reference: false,
  maxEventLoopDelayMs: 0,
  rateLimit: { max: 100_000, windowMs: 60_000 },
};

export async function startTestApi(
  options: { settings?: Partial<ApiSettings>; client?: Client; clock?: Clock } = {},
): Promise<TestApi> {
  const database = await freshDatabase();
  const { db, pool, close } = openDatabase({ connectionString: database.appUrl, max: 6 });
  await seedPermissions(db);
  await seedDevAccess(db, DEV_ISSUER);
  await seedPolicies(db);
  const key = { id: 'k1', key: randomBytes(32) };
  const vault = new Vault({ keks: [key], indexKey: randomBytes(32) });
  const logLines: string[] = [];
  const log = createLog('info', { write: (line: string) => void logLines.push(line) });
  const connection = options.client
    ? undefined
    : Connection.lazy({ address: '127.0.0.1:1', connectTimeout: 300, interceptors: [] });
  const client = options.client ?? new Client({ connection });
  const app = await buildApp({
    settings: apiSettings({ ...TEST_SETTINGS, ...options.settings }),
    db,
    vault,
    loans: new TemporalGateway(client),
    clock: options.clock ?? databaseClock(db),
    log,
  });
  return {
    app,
    db,
    pool,
    vault,
    database,
    logLines,
    token: async (role, user) => {
      const answer = await app.inject({ method: 'POST', url: '/dev/token', payload: { role, user } });
      return answer.json().access_token;
    },
    close: async () => {
      await app.close();
      await connection?.close();
      await close();
      await database.drop();
    },
  };
}

export const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
