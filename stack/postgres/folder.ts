import { createHash } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { canReach, postgresAccount } from './os-account';

/** A folder of ours that others may pass through; in a shared place it could be one that somebody else prepared. */
function passable(path: string): string {
  mkdirSync(path, { recursive: true });
  const found = lstatSync(path);
  if (!found.isDirectory() || found.uid !== process.getuid?.()) {
    throw new Error(
      `${path} belongs to somebody else: remove it, or set LOANFLOW_DATA_DIR to a folder that every user can enter`,
    );
  }
  chmodSync(path, 0o711);
  return path;
}

/**
 * Where Postgres keeps a stack's data: in its data folder, unless the account it runs as cannot enter that one
 * (a clone in root's home); then in the system's folder for temporary files, one per data folder.
 */
export function postgresFolder(dataDir: string): string {
  mkdirSync(dataDir, { recursive: true });
  const account = postgresAccount();
  if (!canReach(dataDir, account) && lstatSync(dataDir).uid === process.getuid?.()) chmodSync(dataDir, 0o711);
  if (canReach(dataDir, account)) return join(dataDir, 'postgres');
  const name = createHash('sha256').update(resolve(dataDir)).digest('hex').slice(0, 12);
  return join(passable(join(tmpdir(), `loanflow-${name}`)), 'postgres');
}
