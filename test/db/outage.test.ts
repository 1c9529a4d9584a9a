import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { Client } from 'pg';
import { openDatabase } from '../../db/client';
import { freshDatabase, type TestDatabase } from '../support/postgres';

describe('connections that the server ends', () => {
  let fresh: TestDatabase;
  let database: ReturnType<typeof openDatabase>;
  let surprises: unknown[];
  const surprise = (error: unknown) => surprises.push(error);

  /** Ends every connection of the pool, as a Postgres that is killed does. */
  async function endAll(): Promise<void> {
    const other = new Client({ connectionString: fresh.appUrl });
    await other.connect();
    await other.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and usename = current_user',
    );
    await other.end();
    await pause(300);
  }

  beforeAll(async () => {
    fresh = await freshDatabase();
    database = openDatabase({ connectionString: fresh.appUrl });
  });
  beforeEach(() => {
    surprises = [];
    process.on('uncaughtException', surprise);
  });
  afterEach(() => {
    process.off('uncaughtException', surprise);
  });
  afterAll(async () => {
    await database.close();
    await fresh.drop();
  });

  it('end the transaction that held one, not the process', async () => {
    const transaction = database.db.transaction(async (tx) => {
      await tx.execute(sql`select 1`);
      await endAll();
      await tx.execute(sql`select 2`);
    });
    await expect(transaction).rejects.toThrow();
    expect(surprises).toEqual([]);
    await expect(database.db.execute(sql`select 3 as three`)).resolves.toMatchObject({
      rows: [{ three: 3 }],
    });
  });

  it('are replaced when they were idle', async () => {
    await Promise.all([1, 2, 3].map(() => database.db.execute(sql`select pg_sleep(0.1)`)));
    await endAll();
    expect(surprises).toEqual([]);
    await expect(database.db.execute(sql`select 4 as four`)).resolves.toMatchObject({ rows: [{ four: 4 }] });
  });
});
