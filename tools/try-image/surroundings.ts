import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { exportJWK, SignJWT } from 'jose';
import { Client } from 'pg';
import { buildSandbox } from '../../sandbox/build';
import { startCluster } from '../../stack/postgres/cluster';
import { postgresFolder } from '../../stack/postgres/folder';
import type { Progress } from '../../stack/progress';
import { acquireTemporal } from '../../stack/temporal/acquire';
import { startTemporal } from '../../stack/temporal/server';

const AUDIENCE = 'loanflow';
const ISSUER = 'https://id.example';
const KEY_ID = 'try-image';
const DATABASE = 'loanflow';

/** Everything that an installation finds outside the image: database, Temporal, an issuer of tokens, and the parties. */
export interface Surroundings {
  adminUrl: string;
  /** The application's login, whose password the migration sets. */
  appUrl(password: string): string;
  temporal: { TEMPORAL_ADDRESS: string; TEMPORAL_NAMESPACE: string };
  issuer: { OIDC_ISSUER: string; OIDC_AUDIENCE: string; OIDC_JWKS_URL: string };
  sandboxUrl: string;
  token(subject: string, roles: readonly string[]): Promise<string>;
  stop(): Promise<void>;
}

/** An issuer outside the image: its keys over HTTP, and tokens signed with them. */
async function startIssuer() {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const keys = [{ ...(await exportJWK(publicKey)), kid: KEY_ID, alg: 'EdDSA', use: 'sig' }];
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ keys }));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const token = (subject: string, roles: readonly string[]) =>
    new SignJWT({ roles: [...roles] })
      .setProtectedHeader({ alg: 'EdDSA', kid: KEY_ID })
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setSubject(subject)
      .setIssuedAt()
      .setExpirationTime('1h')
      .sign(privateKey);
  return { jwksUrl: `http://127.0.0.1:${port}/keys`, token, close: () => server.close() };
}

/** Starts them on loopback, in a folder that is thrown away; the bank calls back at the API's port. */
export async function surround(
  folder: string,
  api: { port: number; callbackSecret: string; password: string },
  progress: Progress,
): Promise<Surroundings> {
  const postgres = await startCluster({
    ...{ dataDir: postgresFolder(folder), logFile: join(folder, 'postgres.log') },
    ...{ adminPassword: api.password, durability: 'scratch' },
  });
  const temporal = await startTemporal({
    ...{ program: await acquireTemporal(progress), namespace: DATABASE },
    ...{ dbFile: join(folder, 'temporal.db'), logFile: join(folder, 'temporal.log') },
  });
  const sandbox = await buildSandbox({
    ...{ dataDir: join(folder, 'sandbox'), host: '127.0.0.1', port: 0 },
    callback: { url: `http://127.0.0.1:${api.port}/v1/callbacks/bank`, secret: api.callbackSecret },
  });
  const issuer = await startIssuer();
  const client = new Client({ connectionString: postgres.adminUrl() });
  await client.connect();
  await client.query(`create database ${DATABASE}`);
  await client.end();
  return {
    adminUrl: postgres.adminUrl(DATABASE),
    appUrl: (password) => `postgres://loanflow_app:${password}@127.0.0.1:${postgres.port}/${DATABASE}`,
    temporal: { TEMPORAL_ADDRESS: temporal.address, TEMPORAL_NAMESPACE: temporal.namespace },
    issuer: { OIDC_ISSUER: ISSUER, OIDC_AUDIENCE: AUDIENCE, OIDC_JWKS_URL: issuer.jwksUrl },
    sandboxUrl: sandbox.url,
    token: issuer.token,
    stop: async () => {
      issuer.close();
      await sandbox.close();
      await temporal.stop();
      await postgres.stop();
    },
  };
}
