import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../../db/migrate';
import { OWNER_ROLE } from '../../db/roles';
import { startCluster } from '../../stack/postgres/cluster';
import { asAdmin, TEMPLATE_DATABASE, TEST_PASSWORDS, TEST_POSTGRES } from './postgres';
import { onTeardown } from './teardown';

/** A run that is killed outright leaves no server and no files: the watcher's input closes with this process. */
function endWithThisProcess(pid: number, folder: string): () => void {
  const script = 'read -r _; kill -QUIT "$0" 2>/dev/null; sleep 1; rm -rf -- "$1"';
  const watcher = spawn('sh', ['-c', script, String(pid), folder], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  watcher.unref();
  return () => watcher.stdin.end();
}

async function startServer(): Promise<string> {
  const given = process.env.TEST_DATABASE_ADMIN_URL;
  if (given) return given;
  const folder = mkdtempSync(join(tmpdir(), 'loanflow-test-'));
  chmodSync(folder, 0o755);
  const cluster = await startCluster({
    dataDir: join(folder, 'postgres'),
    logFile: join(folder, 'postgres.log'),
    adminPassword: 'superuser-of-a-test',
    durability: 'scratch',
  });
  const endWatch = endWithThisProcess(cluster.pid, folder);
  onTeardown(async () => {
    await cluster.stop();
    endWatch();
  });
  return cluster.adminUrl();
}

/** One Postgres for the whole jest run, with a migrated template which `freshDatabase()` copies. */
export default async function startPostgres(): Promise<void> {
  if (process.env[TEST_POSTGRES]) return;
  const adminUrl = await startServer();
  const template = new URL(adminUrl);
  template.pathname = `/${TEMPLATE_DATABASE}`;
  await asAdmin(adminUrl, `drop database if exists ${TEMPLATE_DATABASE} with (force)`);
  await asAdmin(adminUrl, `create database ${TEMPLATE_DATABASE}`);
  await migrate(template.href, { passwords: TEST_PASSWORDS });
  await asAdmin(adminUrl, `alter database ${TEMPLATE_DATABASE} owner to ${OWNER_ROLE}`);
  process.env[TEST_POSTGRES] = adminUrl;
}
