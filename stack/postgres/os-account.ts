import { execFileSync, spawnSync } from 'node:child_process';

/** The uid and gid a child process takes on; empty = the account that runs us. */
export type OsAccount = { uid: number; gid: number } | Record<string, never>;

const NAME = 'postgres';

function idOf(flag: '-u' | '-g'): number | undefined {
  const found = spawnSync('id', [flag, NAME], { encoding: 'utf8' });
  return found.status === 0 ? Number.parseInt(found.stdout, 10) : undefined;
}

/** Postgres refuses to run as root, so as root it gets the account `postgres`, made when it is missing. */
export function postgresAccount(): OsAccount {
  if (process.getuid?.() !== 0) return {};
  if (idOf('-u') === undefined) {
    if (spawnSync('getent', ['group', NAME]).status !== 0) execFileSync('groupadd', ['--system', NAME]);
    execFileSync('useradd', ['--system', '-g', NAME, '-s', '/usr/sbin/nologin', NAME]);
  }
  const uid = idOf('-u');
  const gid = idOf('-g');
  if (uid === undefined || gid === undefined) {
    throw new Error(
      `Postgres does not run as root and the account "${NAME}" could not be made: run as another user`,
    );
  }
  return { uid, gid };
}

/** Whether that account can enter a folder or run a program; a clone under a closed home folder is out of its reach. */
export function canReach(path: string, account: OsAccount): boolean {
  return spawnSync('test', ['-x', path], { ...account, cwd: '/' }).status === 0;
}
