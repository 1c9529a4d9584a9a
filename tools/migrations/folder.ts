import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';

export const MIGRATIONS = resolve(__dirname, '..', '..', 'db', 'migrations');

const journalForm = z.object({
  version: z.string(),
  dialect: z.string(),
  entries: z.array(
    z.object({
      idx: z.number(),
      version: z.string(),
      when: z.number(),
      tag: z.string(),
      breakpoints: z.boolean(),
    }),
  ),
});
export type Journal = z.infer<typeof journalForm>;

/** The order in which migrations are applied; drizzle's migrator reads the same file. */
export const readJournal = (folder: string): Journal =>
  journalForm.parse(JSON.parse(readFileSync(join(folder, 'meta', '_journal.json'), 'utf8')));

export function writeJson(folder: string, file: string, content: unknown): void {
  writeFileSync(join(folder, 'meta', file), `${JSON.stringify(content, null, 2)}\n`);
}

/** SQL files of the folder that the journal does not list, in the order of their numbers. */
export function unlisted(folder: string, journal: Journal): string[] {
  const listed = new Set(journal.entries.map(({ tag }) => tag));
  return readdirSync(folder)
    .filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name))
    .map((name) => name.replace(/\.sql$/, ''))
    .filter((tag) => !listed.has(tag))
    .sort();
}

/** The journal with `tag` as its last entry, a second after the one before it so that the file is the same on every machine. */
export function appended(journal: Journal, tag: string): Journal {
  const last = journal.entries.at(-1);
  const entry = {
    idx: journal.entries.length,
    version: '7',
    when: (last?.when ?? Date.UTC(2026, 10, 22)) + 1_000,
    tag,
    breakpoints: true,
  };
  return { ...journal, entries: [...journal.entries, entry] };
}

/** Content of the newest snapshot: the schema that the listed migrations lead to. */
export function newestSnapshot(folder: string): string {
  const names = readdirSync(join(folder, 'meta')).filter((name) => /^\d{4}_snapshot\.json$/.test(name));
  const newest = names.sort().at(-1);
  if (newest === undefined) throw new Error(`${folder} holds no snapshot`);
  return readFileSync(join(folder, 'meta', newest), 'utf8');
}

/** drizzle-kit names snapshots at random; an id taken from the content keeps the output the same on every run. */
export function stableId(content: string): string {
  const hex = createHash('sha256').update(content).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
}
