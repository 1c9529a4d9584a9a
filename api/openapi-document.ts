import { Client, Connection } from '@temporalio/client';
import { openDatabase } from '../db/client';
import { Vault } from '../db/crypto/vault';
import { buildApp } from './app';
import { databaseClock } from './clock';
import { TemporalGateway } from './gateway/temporal-gateway';
import { createLog } from './log';
import { apiSettings } from './settings';

/** The OpenAPI document of this code. Nothing is connected to: routes are only declared. */
export async function openapiDocument(): Promise<object> {
  const { db, close } = openDatabase({ host: '127.0.0.1', port: 1 });
  const connection = Connection.lazy({ address: '127.0.0.1:1' });
  const key = Buffer.alloc(32);
  const app = await buildApp({
    settings: apiSettings({
      secret: 'only to declare routes, never to serve them',
      bankCallbackSecret: `whsec_${key.toString('base64')}`,
      testMode: true,
      reference: false,
      maxEventLoopDelayMs: 0,
    }),
    db,
    vault: new Vault({ keks: [{ id: 'none', key }], indexKey: key }),
    loans: new TemporalGateway(new Client({ connection })),
    clock: databaseClock(db),
    log: createLog('silent'),
  });
  try {
    await app.ready();
    return app.swagger();
  } finally {
    await app.close();
    await connection.close();
    await close();
  }
}
