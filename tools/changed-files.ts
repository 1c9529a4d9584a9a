import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** SHA-256 of a file in hex; none where there is no such file. */
export const sha256Of = (path: string): string | undefined =>
  existsSync(path) ? createHash('sha256').update(readFileSync(path)).digest('hex') : undefined;

/** Names of files, of those with a hash, that are gone from the folder or are not what they were. */
export const changedFiles = (folder: string, hashes: Readonly<Record<string, string>>): string[] =>
  Object.entries(hashes)
    .filter(([name, hash]) => sha256Of(join(folder, name)) !== hash)
    .map(([name]) => name);
