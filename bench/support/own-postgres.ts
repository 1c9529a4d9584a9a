import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { migrate } from '../../db/migrate';
import { startCluster } from '../../stack/postgres/cluster';

const PASSWORDS = { owner: 'owner-of-a-bench', app: 'app-of-a-bench' };

export interface OwnPostgres {
  /** As the superuser: to make rows in bulk behind the application's back. */
  readonly admin: Client;
  readonly adminUrl: string;
  /** As the application itself, with its narrower rights. */
  readonly appUrl: string;
}

/** A durable Postgres of its own with a migrated database, for the length of one measurement. */
export async function withOwnPostgres(work: (postgres: OwnPostgres) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'loanflow-bench-'));
  chmodSync(folder, 0o755);
  const cluster = await startCluster({
    dataDir: join(folder, 'postgres'),
    logFile: join(folder, 'postgres.log'),
    adminPassword: 'superuser-of-a-bench',
    durability: 'durable',
  });
  try {
    const root = new Client({ connectionString: cluster.adminUrl() });
    await root.connect();
    await root.query('create database bench');
    await root.end();
    const adminUrl = cluster.adminUrl('bench');
    await migrate(adminUrl, { passwords: PASSWORDS });
    const admin = new Client({ connectionString: adminUrl });
    await admin.connect();
    const app = new URL(adminUrl);
    app.username = 'loanflow_app';
    app.password = PASSWORDS.app;
    try {
      await work({ admin, adminUrl, appUrl: app.href });
    } finally {
      await admin.end();
    }
  } finally {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
