import { resolve } from 'node:path';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as applyMigrations } from 'drizzle-orm/node-postgres/migrator';
import { Client } from 'pg';
import { becomeOwner, ensureRoles, grantRuntimeRights, type RolePasswords } from './roles';

/** Serialises migrators on one database; any fixed number does, it only has to be the same for all. */
const LOCK_KEY = 4_715_003;
const DEFAULT_FOLDER = resolve(__dirname, 'migrations');

export interface MigrateOptions {
  /** Set when the login may make roles; what is left out keeps the password it has. */
  passwords?: RolePasswords;
  folder?: string;
  progress?: (line: string) => void;
}

async function appliedHashes(client: Client): Promise<string[]> {
  const { rows: table } = await client.query<{ exists: boolean }>(
    `select to_regclass('drizzle.__drizzle_migrations') is not null as exists`,
  );
  if (!table[0]?.exists) return [];
  const { rows } = await client.query<{ hash: string }>(
    'select hash from drizzle.__drizzle_migrations order by created_at',
  );
  return rows.map((row) => row.hash);
}

/**
 * Brings a database to the schema of this release, in one transaction, as the owner role. Refuses a database
 * whose applied migrations are not the first ones of this release: its tables would not be what the code expects.
 */
export async function migrate(ownerUrl: string, options: MigrateOptions = {}): Promise<void> {
  const progress = options.progress ?? (() => undefined);
  const folder = options.folder ?? DEFAULT_FOLDER;
  const migrations = readMigrationFiles({ migrationsFolder: folder });
  const client = new Client({ connectionString: ownerUrl, application_name: 'loanflow-migrate' });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK_KEY]);
    await ensureRoles(client, options.passwords ?? {});
    await becomeOwner(client);
    const applied = await appliedHashes(client);
    const differs = applied.findIndex((hash, index) => migrations[index]?.hash !== hash);
    if (differs !== -1) {
      throw new Error(
        `migration ${differs} of this database is not the one in this release: before the first release run \`npm run reset\`, later restore the release that made the database`,
      );
    }
    const pending = migrations.length - applied.length;
    if (pending === 0) {
      progress(`database is up to date (${applied.length} migrations)`);
      return;
    }
    progress(`applying ${pending} of ${migrations.length} migrations`);
    const startedAt = performance.now();
    await grantRuntimeRights(client);
    await applyMigrations(drizzle(client), { migrationsFolder: folder });
    progress(`database is up to date (${((performance.now() - startedAt) / 1000).toFixed(1)} s)`);
  } finally {
    await client.end();
  }
}
