import { sql } from 'drizzle-orm';
import { openDatabase } from '../../db/client';
import { freshDatabase, type TestDatabase } from '../support/postgres';

/** Goal: whatever becomes of a transaction, its client comes back; a pool of one shows it at once. */
describe('a pool of one client', () => {
  let fresh: TestDatabase;
  let database: ReturnType<typeof openDatabase>;

  beforeAll(async () => {
    fresh = await freshDatabase();
  });
  beforeEach(() => {
    database = openDatabase({ connectionString: fresh.appUrl, max: 1, connectionTimeoutMillis: 2_000 });
  });
  afterEach(() => database.close());
  afterAll(() => fresh.drop());

  const three = async () => (await database.db.execute(sql`select 3 as three`)).rows;

  /** The next `begin` on any client of the pool fails, as it does on a connection that was cut. */
  function failNextBegin(): void {
    database.pool.once('acquire', (client) => {
      const { query } = client;
      const failing = (...args: unknown[]): unknown => {
        const [statement] = args;
        const text = typeof statement === 'object' ? JSON.stringify(statement) : String(statement);
        if (!text.includes('begin')) return Reflect.apply(query, client, args);
        return Promise.reject(new Error('no begin'));
      };
      Object.assign(client, { query: failing });
    });
  }

  it('answers the next query after a transaction that could not begin', async () => {
    failNextBegin();
    const worked = jest.fn();
    await expect(database.db.transaction(async () => worked())).rejects.toThrow();
    expect(worked).not.toHaveBeenCalled();
    expect(await three()).toEqual([{ three: 3 }]);
  });

  it('answers it after transactions that failed and that came to an end', async () => {
    await expect(
      database.db.transaction(async (tx) => {
        await tx.execute(sql`select 1 / 0`);
      }),
    ).rejects.toThrow();
    expect(
      await database.db.transaction(async (tx) => (await tx.execute(sql`select 4 as four`)).rows),
    ).toEqual([{ four: 4 }]);
    expect(await three()).toEqual([{ three: 3 }]);
  });

  it('keeps what a transaction asks for in its begin, and undoes a part of it alone', async () => {
    const level = await database.db.transaction(
      async (tx) => (await tx.execute(sql`show transaction_isolation`)).rows,
      { isolationLevel: 'serializable' },
    );
    expect(level).toEqual([{ transaction_isolation: 'serializable' }]);
    const left = await database.db.transaction(async (tx) => {
      await tx.execute(sql`create temporary table kept (n integer) on commit drop`);
      await tx.execute(sql`insert into kept values (1)`);
      await tx
        .transaction(async (inner) => {
          await inner.execute(sql`insert into kept values (2)`);
          throw new Error('not this one');
        })
        .catch(() => undefined);
      return (await tx.execute(sql`select n from kept`)).rows;
    });
    expect(left).toEqual([{ n: 1 }]);
  });
});
