import { eq, sql } from 'drizzle-orm';
import { openDatabase } from '../../db/client';
import { compiledRead, compiledSql, insertInto } from '../../db/compiled';
import { sendForLists, sendForRows } from '../../db/direct';
import { stepResults } from '../../db/schema/steps';
import { freshDatabase } from '../support/postgres';

const AT = new Date('2026-03-01T08:00:00.000Z');
const VALUES = `select $1::int as small, $2::bigint as large, $3::text as said, $4::bytea as bytes, $5::jsonb as kept,
  $6::text[] as several, $7::timestamptz as at, $8::bool as yes, $9::date as day`;
const GIVEN = [
  7,
  9007199254740993n,
  "it's",
  Buffer.from([0, 255]),
  '{"a":[1,null]}',
  ['x,y', null, '"'],
  AT,
  false,
];
const READ = {
  small: 7,
  large: 9007199254740993n,
  said: "it's",
  bytes: Buffer.from([0, 255]),
  kept: { a: [1, null] },
  several: ['x,y', null, '"'],
  at: '2026-03-01 08:00:00+00',
  yes: false,
  day: null,
};

describe('statements that stay described', () => {
  let database: ReturnType<typeof openDatabase>;
  let owner: ReturnType<typeof openDatabase>;
  let drop: () => Promise<void>;

  beforeAll(async () => {
    const fresh = await freshDatabase();
    drop = fresh.drop;
    // One connection: what it knows of a statement serves the next.
    database = openDatabase({ connectionString: fresh.appUrl, max: 1, options: '-c timezone=UTC' });
    owner = openDatabase({ connectionString: fresh.ownerUrl, max: 1 });
  });
  afterAll(async () => {
    await database.close();
    await owner.close();
    await drop();
  });

  const thrice = async <T>(run: () => Promise<T>) => [await run(), await run(), await run()];

  it('reads every kind of value alike the first time and later', async () => {
    const { db } = database;
    const rows = await thrice(async () => (await sendForRows(db, VALUES, [...GIVEN, null])).rows);
    expect(rows).toEqual([[READ], [READ], [READ]]);
    const lists = await thrice(() => sendForLists(db, `${VALUES} limit 1`, [...GIVEN, null]));
    for (const list of lists) expect(list).toEqual([Object.values(READ)]);
  });

  it('answers how many rows were touched, where none are answered', async () => {
    const put =
      'insert into step_results (key, result, done_at) select $1 || n, $2, now() from generate_series(1, 2) n';
    const keys = ['one', 'two', 'three'];
    for (const key of keys)
      expect(await sendForRows(database.db, put, [key, '1'])).toMatchObject({ rowCount: 2, rows: [] });
    const none = await thrice(() =>
      sendForRows(database.db, 'delete from step_results where key = $1', ['no']),
    );
    expect(none.map(({ rowCount }) => rowCount)).toEqual([0, 0, 0]);
  });

  it('goes on after a statement failed, within a transaction and outside', async () => {
    const divide = (by: number) => sendForRows<{ n: number }>(database.db, 'select 10 / $1::int as n', [by]);
    for (const by of [5, 5, 5]) expect((await divide(by)).rows).toEqual([{ n: 2 }]);
    await expect(divide(0)).rejects.toMatchObject({ cause: { code: '22012' } });
    expect((await divide(2)).rows).toEqual([{ n: 5 }]);
    const undone = database.db.transaction(async (tx) => {
      await sendForRows(tx, 'select 10 / $1::int as n', [0]).catch(() => undefined);
      await sendForRows(tx, 'select 10 / $1::int as n', [1]);
    });
    await expect(undone).rejects.toMatchObject({ cause: { code: '25P02' } });
    expect((await divide(10)).rows).toEqual([{ n: 1 }]);
  });

  it('asks anew for a statement whose rows have changed', async () => {
    await owner.db.execute('create table changing (a text); insert into changing values (1)');
    await owner.db.execute('grant select on changing to loanflow_app');
    // Within transactions: the pool gives up a connection whose plain statement failed.
    const read = () =>
      database.db.transaction((tx) => sendForRows(tx, 'select * from changing where $1::int = 1', [1]));
    for (const { rows } of await thrice(read)) expect(rows).toEqual([{ a: '1' }]);
    await owner.db.execute('alter table changing add b text default 2');
    await expect(read()).rejects.toMatchObject({ cause: { code: '0A000' } });
    expect((await read()).rows).toEqual([{ a: '1', b: '2' }]);
    expect((await read()).rows).toEqual([{ a: '1', b: '2' }]);
  });

  it('refuses a value that cannot be sent, and goes on', async () => {
    const bad = {
      toPostgres: () => {
        throw new Error('not this');
      },
    };
    const read = (value: unknown) => sendForRows(database.db, 'select $1::text as v', [value]);
    for (const { rows } of await thrice(() => read('x'))) expect(rows).toEqual([{ v: 'x' }]);
    await expect(read(bad)).rejects.toMatchObject({ cause: { message: 'not this' } });
    expect((await read('y')).rows).toEqual([{ v: 'y' }]);
  });

  it('lets the query builder use the same text', async () => {
    const { db } = database;
    const put = insertInto(stepResults);
    await db.transaction((tx) => put(tx, { key: 'shared', result: 1, doneAt: AT }));
    const read = compiledRead((from) =>
      from
        .select({ key: stepResults.key, doneAt: stepResults.doneAt })
        .from(stepResults)
        .where(eq(stepResults.key, sql.placeholder('key'))),
    );
    const built = () =>
      db
        .select({ key: stepResults.key, doneAt: stepResults.doneAt })
        .from(stepResults)
        .where(eq(stepResults.key, 'shared'));
    for (let times = 0; times < 3; times++) {
      expect(await built()).toEqual([{ key: 'shared', doneAt: AT }]);
      expect(await read(db, { key: 'shared' })).toEqual([{ key: 'shared', doneAt: AT }]);
    }
  });

  it('keeps statements apart that are under way together', async () => {
    const square = compiledSql<{ n: number }>(
      sql`select ${sql.placeholder('n')}::int * ${sql.placeholder('n')}::int as n`,
    );
    const asked = await database.db.transaction((tx) =>
      Promise.all([1, 2, 3, 4, 5].map((n) => square(tx, { n }))),
    );
    expect(asked.map(({ rows }) => rows[0]?.n)).toEqual([1, 4, 9, 16, 25]);
  });
});
