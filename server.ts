import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { buildApp } from './api/app';
import { databaseClock } from './api/clock';
import { TemporalGateway } from './api/gateway/temporal-gateway';
import { createLog } from './api/log';
import { apiSettings } from './api/settings';
import { orExit } from './config/problems';
import { serverConfig } from './config/server';
import { openDatabase } from './db/client';
import { vaultKeysFrom } from './db/crypto/keys';
import { Vault } from './db/crypto/vault';

/** Wires the API server from its environment; any number of them may run. */
async function main(): Promise<void> {
  const config = orExit(() => serverConfig(process.env));
  const log = createLog(config.logLevel);
  const database = openDatabase(config.database);
  // Lazy: the API answers while Temporal is away, since all it takes in is in Postgres first.
  const connection = Connection.lazy(config.temporal.connection);
  const client = new Client({ connection, namespace: config.temporal.namespace });
  const settings = apiSettings({
    production: config.production,
    publicUrl: config.publicUrl,
    secret: config.secret,
    trustProxy: config.trustProxy,
    rateLimit: config.rateLimit,
    issuers: config.issuers,
    devIssuer: config.devIssuer,
    consoleLogin: config.consoleLogin,
    lender: config.lender,
    testMode: config.testClocks,
    webhooksToPrivateAddresses: config.webhooksToPrivateAddresses,
    bankCallbackSecret: config.bankCallbackSecret,
    reference: config.reference,
    temporalUiUrl: config.temporalUiUrl,
    sandboxUrl: config.sandboxUrl,
    consoleFolder: config.consoleFolder || join(__dirname, 'web', 'dist'),
    metricsToken: config.metricsToken,
  });
  const app = await buildApp({
    settings,
    db: database.db,
    vault: new Vault(vaultKeysFrom(config.keys)),
    loans: new TemporalGateway(client),
    clock: databaseClock(database.db),
    log,
  });

  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    const limit = setTimeout(() => process.exit(1), config.shutdownLimitMs);
    limit.unref();
    await app.close();
    await connection.close();
    await database.close();
    log.info('stopped');
  };
  process.once('SIGTERM', () => void stop());
  process.once('SIGINT', () => void stop());

  await app.listen({ host: config.host, port: config.port });
  log.info('ready');
}

main().catch((error: unknown) => {
  const name = error instanceof Error ? `${error.name}: ${error.message}` : 'unknown failure';
  console.error(JSON.stringify({ level: 60, service: 'api', msg: `cannot start: ${name}` }));
  process.exit(1);
});
