import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api';
import * as schema from '../db/schema';

const FOLDER = resolve(__dirname, '..', 'db', 'migrations');
const SCHEMA_TAG = '0000_schema';
/** Migrations are ordered by this instant; a fixed one per file keeps the journal the same on every machine. */
const FIRST_AT = Date.UTC(2026, 10, 22);

/** drizzle-kit names snapshots at random; an id taken from the content keeps the output the same on every run. */
function stableId(content: string): string {
  const hex = createHash('sha256').update(content).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
}

function handWritten(): string[] {
  return readdirSync(FOLDER)
    .filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name) && name !== `${SCHEMA_TAG}.sql`)
    .map((name) => name.replace(/\.sql$/, ''))
    .sort();
}

async function generate(): Promise<void> {
  mkdirSync(join(FOLDER, 'meta'), { recursive: true });
  const empty = generateDrizzleJson({});
  const whole = generateDrizzleJson({ ...schema });
  const statements = await generateMigration(empty, whole);
  const { id: _random, prevId: _none, ...content } = whole;
  const snapshot = {
    id: stableId(JSON.stringify(content)),
    prevId: '00000000-0000-0000-0000-000000000000',
    ...content,
  };
  const tags = [SCHEMA_TAG, ...handWritten()];
  const entries = tags.map((tag, idx) => ({
    idx,
    version: '7',
    when: FIRST_AT + idx * 1_000,
    tag,
    breakpoints: true,
  }));
  const journal = { version: '7', dialect: 'postgresql', entries };
  const sql = statements.length > 0 ? statements.join('\n--> statement-breakpoint\n') : 'select 1;';
  writeFileSync(join(FOLDER, `${SCHEMA_TAG}.sql`), `${sql}\n`);
  writeFileSync(join(FOLDER, 'meta', '0000_snapshot.json'), `${JSON.stringify(snapshot, null, 2)}\n`);
  writeFileSync(join(FOLDER, 'meta', '_journal.json'), `${JSON.stringify(journal, null, 2)}\n`);
  console.log(`${SCHEMA_TAG}: ${Object.keys(whole.tables).length} tables, ${statements.length} statements`);
  for (const tag of tags.slice(1)) console.log(`${tag}: as written`);
}

void generate();
