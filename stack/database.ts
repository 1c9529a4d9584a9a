import { join } from 'node:path';
import { Client } from 'pg';
import { openDatabase } from '../db/client';
import { migrate } from '../db/migrate';
import { APP_ROLE, OWNER_ROLE } from '../db/roles';
import type { RunningPart } from './part';
import { type PostgresCluster, startCluster } from './postgres/cluster';
import { postgresFolder } from './postgres/folder';
import type { Progress } from './progress';
import type { StackSecrets } from './secrets';
import { seedDevelopment } from './seed';

const DATABASE = 'loanflow';

/** How the stack reaches its database: as the application, and as the owner for looking behind its back. */
export interface DatabaseUrls {
  appUrl: string;
  ownerUrl: string;
}

function addressOf(url: string): string {
  const { hostname, port } = new URL(url);
  return `${hostname}:${port || '5432'}`;
}

/** A server of the user's own, migrated: DATABASE_URL for the application, DATABASE_MIGRATION_URL for its owner. */
export async function externalDatabase(
  env: NodeJS.ProcessEnv,
  progress: Progress,
): Promise<DatabaseUrls | undefined> {
  const appUrl = env.DATABASE_URL;
  if (!appUrl) return undefined;
  const urls = { appUrl, ownerUrl: env.DATABASE_MIGRATION_URL || appUrl };
  for (const [variable, url] of [
    ['DATABASE_URL', urls.appUrl],
    ['DATABASE_MIGRATION_URL', urls.ownerUrl],
  ] as const) {
    if (!URL.canParse(url))
      throw new Error(`${variable}: expected postgres://login:password@host:port/database`);
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause);
      throw new Error(
        `${variable}: no connection to ${addressOf(url)} (${why}): start that server, or unset ${variable} for an embedded one`,
        { cause },
      );
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  await migrate(urls.ownerUrl, { progress });
  return urls;
}

async function ensureDatabase(cluster: PostgresCluster): Promise<void> {
  const client = new Client({ connectionString: cluster.adminUrl() });
  await client.connect();
  try {
    const known = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (known.rowCount === 0) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}

/** Starts the embedded server on the data it has. */
export function startPostgres(
  dataDir: string,
  port: number,
  secrets: StackSecrets,
): Promise<PostgresCluster & RunningPart> {
  return startCluster({
    dataDir: postgresFolder(dataDir),
    logFile: join(dataDir, 'logs', 'postgres.log'),
    adminPassword: secrets.postgresAdmin,
    durability: 'durable',
    port,
  });
}

/** Brings a fresh or older embedded server to this release and returns how to reach it. */
export async function prepareEmbedded(
  cluster: PostgresCluster,
  secrets: StackSecrets,
  progress: Progress,
): Promise<DatabaseUrls> {
  await ensureDatabase(cluster);
  const passwords = { owner: secrets.postgresOwner, app: secrets.postgresApp };
  await migrate(cluster.adminUrl(DATABASE), { passwords, progress });
  const as = (role: string, password: string) =>
    `postgres://${role}:${password}@127.0.0.1:${cluster.port}/${DATABASE}`;
  return { appUrl: as(APP_ROLE, passwords.app), ownerUrl: as(OWNER_ROLE, passwords.owner) };
}

/** Permissions, products and policies of a fresh installation, and people to try it with. What is there stays. */
export async function seed({ ownerUrl }: DatabaseUrls): Promise<void> {
  const { db, close } = openDatabase({ connectionString: ownerUrl, max: 1 });
  try {
    await seedDevelopment(db);
  } finally {
    await close();
  }
}
