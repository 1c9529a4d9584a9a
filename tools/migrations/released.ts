import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { changedFiles, sha256Of } from '../changed-files';
import type { Journal } from './folder';

const releasedForm = z.record(z.string(), z.string());
export const RELEASED_FILE = 'released.json';

const fileOf = (tag: string): string => `${tag}.sql`;

/** Hash of each migration of the journal, to be kept as released: databases of others have run them as they are. */
export const hashes = (folder: string, journal: Journal): Record<string, string> =>
  Object.fromEntries(journal.entries.map(({ tag }) => [tag, sha256Of(join(folder, fileOf(tag))) ?? '']));

/** Released migrations that are not what they were, in words; a database that ran them would refuse the next release. */
export function changedSinceRelease(folder: string, journal: Journal): string[] {
  const released = releasedForm.parse(JSON.parse(readFileSync(join(folder, 'meta', RELEASED_FILE), 'utf8')));
  return Object.entries(released).flatMap(([tag, hash], index) => {
    if (journal.entries[index]?.tag !== tag)
      return [`${tag} was released as number ${index} and is not there now`];
    return changedFiles(folder, { [fileOf(tag)]: hash }).map(
      (name) => `${name} was released and has changed: add a migration instead`,
    );
  });
}
