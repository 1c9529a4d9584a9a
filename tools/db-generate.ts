import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api';
import * as schema from '../db/schema';

const FOLDER = resolve(__dirname, '..', 'db', 'migrations');
const SCHEMA_TAG = '0000_schema';
/** Migrations are ordered by this instant; a fixed one per file keeps the journal the same on every machine. */
const FIRST_AT = Date.UTC(2026, 10, 22);

const NO_PREDECESSOR = '00000000-0000-0000-0000-000000000000';

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

/** Every generated file with its content: the whole schema as one migration, its snapshot, and the journal of all. */
async function generated(): Promise<Record<string, string>> {
  const whole = generateDrizzleJson({ ...schema });
  const statements = await generateMigration(generateDrizzleJson({}), whole);
  const { id: _random, prevId: _none, ...content } = whole;
  const snapshot = { id: stableId(JSON.stringify(content)), prevId: NO_PREDECESSOR, ...content };
  const tags = [SCHEMA_TAG, ...handWritten()];
  const entries = tags.map((tag, idx) => ({
    idx,
    version: '7',
    when: FIRST_AT + idx * 1_000,
    tag,
    breakpoints: true,
  }));
  const journal = { version: '7', dialect: 'postgresql', entries };
  return {
    [`${SCHEMA_TAG}.sql`]: `${statements.join('\n--> statement-breakpoint\n')}\n`,
    'meta/0000_snapshot.json': `${JSON.stringify(snapshot, null, 2)}\n`,
    'meta/_journal.json': `${JSON.stringify(journal, null, 2)}\n`,
  };
}

const contentOf = (file: string): string | undefined =>
  existsSync(file) ? readFileSync(file, 'utf8') : undefined;

/** Writes the files, or with --check only names those that are not what the schema says; true when all is well. */
async function run(onlyCheck: boolean): Promise<boolean> {
  const files = Object.entries(await generated()).map(([name, content]) => ({
    path: join(FOLDER, name),
    content,
  }));
  const stale = files.filter(({ path, content }) => contentOf(path) !== content);
  if (onlyCheck) {
    for (const { path } of stale)
      console.error(`${path} is not what db/schema says: run \`npm run db:generate\``);
    return stale.length === 0;
  }
  mkdirSync(join(FOLDER, 'meta'), { recursive: true });
  for (const { path, content } of stale) writeFileSync(path, content);
  console.log(stale.length > 0 ? stale.map(({ path }) => `written: ${path}`).join('\n') : 'nothing changed');
  return true;
}

run(process.argv.includes('--check')).then(
  (well) => process.exit(well ? 0 : 1),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
