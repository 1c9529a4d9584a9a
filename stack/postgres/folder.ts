import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { canRead, postgresAccount } from './os-account';

/**
 * Where Postgres keeps a stack's data: in its data folder, unless the account it runs as cannot enter that one
 * (a clone in root's home); then in the system's folder for temporary files, one per data folder.
 */
export function postgresFolder(dataDir: string): string {
  mkdirSync(dataDir, { recursive: true });
  if (canRead(dataDir, postgresAccount())) return join(dataDir, 'postgres');
  const name = createHash('sha256').update(resolve(dataDir)).digest('hex').slice(0, 12);
  return join(tmpdir(), `loanflow-${name}`, 'postgres');
}
