import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { History } from '@temporalio/common/lib/proto-utils';
import { temporal } from '@temporalio/proto';
import { ROOT } from '../../../stack/folders';
import { changedFiles } from '../../../tools/changed-files';

const Histories = temporal.api.history.v1.History;

/** Recorded histories, a folder per release: added to, never changed (docs/adr). */
export const HISTORIES = join(__dirname, '..', 'histories');
/** Folder of the release that is being recorded. */
export const CURRENT = join(HISTORIES, 'v1');

/** Every recorded history, by its name. */
export function recordedHistories(): { name: string; history: History; text: string }[] {
  return readdirSync(HISTORIES, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => {
      const text = readFileSync(join(HISTORIES, name), 'utf8');
      return { name, text, history: Histories.fromObject(JSON.parse(text)) };
    });
}

/**
 * Names of released histories that are gone or changed; `frozen.sha256` holds one line of `sha256sum` for each. A
 * change here would hide that running loans of that release no longer replay.
 */
export function changedSinceRelease(): string[] {
  const lines = readFileSync(join(HISTORIES, 'frozen.sha256'), 'utf8').trim().split('\n');
  const hashes = lines.map((line) => {
    const [hash = '', name = `a line that is not one of sha256sum: ${line}`] = line.split('  ');
    return [name, hash];
  });
  return changedFiles(HISTORIES, Object.fromEntries(hashes));
}

export const isRecorded = (name: string): boolean => existsSync(join(CURRENT, `${name}.json`));

/** Adds a history to the corpus, without name and folders of the machine that recorded it; what is there stays as it is. */
export function keep(name: string, history: History): void {
  mkdirSync(CURRENT, { recursive: true });
  const plain = Histories.toObject(Histories.fromObject(history), {
    bytes: String,
    longs: String,
    enums: String,
  });
  const text = JSON.stringify(plain, null, 1)
    .replaceAll(`${process.pid}@${hostname()}`, 'recorder')
    .replaceAll(`${ROOT}/`, '');
  writeFileSync(join(CURRENT, `${name}.json`), `${text}\n`, { flag: 'wx' });
}
