import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Client } from 'pg';
import { migrate } from '../../db/migrate';
import { freshDatabase, type TestDatabase } from '../support/postgres';

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

async function rows<T extends object>(url: string, sql: string): Promise<T[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('migration', () => {
  it('changes nothing when the database is up to date', async () => {
    const lines: string[] = [];
    await migrate(database.ownerUrl, { progress: (line) => lines.push(line) });
    expect(lines).toEqual([expect.stringMatching(/^database is up to date \(\d+ migrations\)$/)]);
  });

  it('refuses a database made by other migrations', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'loanflow-migrations-'));
    cpSync(resolve(__dirname, '../../db/migrations'), folder, { recursive: true });
    const first = join(folder, '0000_schema.sql');
    writeFileSync(first, `${readFileSync(first, 'utf8')}\n-- changed\n`);
    try {
      await expect(migrate(database.ownerUrl, { folder })).rejects.toThrow(
        /migration 0 of this database is not the one/,
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('leaves every table to the owner role', async () => {
    const foreign = await rows(
      database.ownerUrl,
      `select tablename from pg_tables where schemaname = 'public' and tableowner <> 'loanflow_owner'`,
    );
    expect(foreign).toEqual([]);
  });

  it('gives the runtime role neither TRUNCATE nor the right to make tables', async () => {
    const truncatable = await rows(
      database.appUrl,
      `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and has_table_privilege(oid, 'TRUNCATE')`,
    );
    expect(truncatable).toEqual([]);
    await expect(rows(database.appUrl, 'create table mine (id text)')).rejects.toThrow(/permission denied/);
  });
});
