import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api';
import * as schema from '../../db/schema';
import {
  appended,
  type Journal,
  MIGRATIONS,
  newestSnapshot,
  readJournal,
  stableId,
  unlisted,
  writeJson,
} from './folder';
import { changedSinceRelease, hashes, RELEASED_FILE } from './released';

type Snapshot = ReturnType<typeof generateDrizzleJson>;

/** What db/schema says beyond the newest snapshot, as statements, and the snapshot that they lead to. */
async function difference(): Promise<{ statements: string[]; snapshot: Snapshot }> {
  const before: Snapshot = JSON.parse(newestSnapshot(MIGRATIONS));
  const { id: _random, prevId: _none, ...content } = generateDrizzleJson({ ...schema });
  const snapshot = { id: stableId(JSON.stringify(content)), prevId: before.id, ...content };
  return { statements: await generateMigration(before, snapshot), snapshot };
}

/** What is wrong with the folder, a line each; nothing when it leads to db/schema and released files are as they were. */
async function complaints(journal: Journal): Promise<string[]> {
  const { statements } = await difference();
  return [
    ...changedSinceRelease(MIGRATIONS, journal),
    ...unlisted(MIGRATIONS, journal).map(
      (tag) => `${tag}.sql is not in the journal: run \`npm run db:generate\``,
    ),
    ...(statements.length > 0
      ? [
          `db/schema is ahead of the migrations: run \`npm run db:generate -- --name what_changes\`\n${statements.join('\n')}`,
        ]
      : []),
  ];
}

/** Lists hand-written files in the journal and writes the difference of the schema, if any, as the next migration. */
async function generate(name: string | undefined): Promise<string[]> {
  const journal = readJournal(MIGRATIONS);
  const byHand = unlisted(MIGRATIONS, journal);
  const listed = byHand.reduce(appended, journal);
  const { statements, snapshot } = await difference();
  if (statements.length > 0 && (name === undefined || !/^[a-z0-9_]+$/.test(name)))
    throw new Error('say what changes: `npm run db:generate -- --name what_changes` (a-z, 0-9, _)');
  writeJson(MIGRATIONS, '_journal.json', listed);
  const lines = byHand.map((tag) => `listed: ${tag}`);
  if (statements.length === 0) return lines;
  const number = String(Math.max(...listed.entries.map(({ tag }) => Number(tag.slice(0, 4)))) + 1).padStart(
    4,
    '0',
  );
  const tag = `${number}_${name}`;
  writeFileSync(join(MIGRATIONS, `${tag}.sql`), `${statements.join('\n--> statement-breakpoint\n')}\n`);
  writeJson(MIGRATIONS, `${number}_snapshot.json`, snapshot);
  writeJson(MIGRATIONS, '_journal.json', appended(listed, tag));
  return [...lines, `written: ${tag}`];
}

/** `npm run db:generate [-- --name what_changes]`, `-- --release` to keep all as released, `npm run check:schema`. */
async function run(): Promise<boolean> {
  const { values } = parseArgs({
    options: { check: { type: 'boolean' }, release: { type: 'boolean' }, name: { type: 'string' } },
  });
  if (values.check) {
    const wrong = await complaints(readJournal(MIGRATIONS));
    for (const line of wrong) console.error(line);
    return wrong.length === 0;
  }
  if (values.release) {
    const journal = readJournal(MIGRATIONS);
    writeJson(MIGRATIONS, RELEASED_FILE, hashes(MIGRATIONS, journal));
    console.log(`released: ${journal.entries.length} migrations`);
    return true;
  }
  const lines = await generate(values.name);
  console.log(lines.length > 0 ? lines.join('\n') : 'nothing changed');
  return true;
}

run().then(
  (well) => process.exit(well ? 0 : 1),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
