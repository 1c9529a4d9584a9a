import { eq, sql } from 'drizzle-orm';
import { openDatabase, type Tx } from '../../db/client';
import { compiledRead, compiledSql, insertInto, insertNew, updateWhere } from '../../db/compiled';
import { customers } from '../../db/schema/customers';
import { stepResults } from '../../db/schema/steps';
import { freshDatabase } from '../support/postgres';

const put = insertInto(stepResults);
const putOnce = insertInto(stepResults, 'ignore');
const change = updateWhere(stepResults, 'key');
const read = compiledRead((from) =>
  from
    .select({ row: { key: stepResults.key, result: stepResults.result }, doneAt: stepResults.doneAt })
    .from(stepResults)
    .where(eq(stepResults.key, sql.placeholder('key'))),
);
const putNew = insertNew(stepResults);
const among = compiledSql<{ key: string; at: string }>(sql`
  select key, done_at at time zone 'UTC' as at from step_results
  where key = any(${sql.placeholder('keys')}::text[]) and result = ${sql.placeholder('result')}::jsonb order by key`);
const AT = new Date('2026-03-01T08:00:00.000Z');

describe('statements that travel together', () => {
  let database: ReturnType<typeof openDatabase>;
  let drop: () => Promise<void>;

  beforeAll(async () => {
    const fresh = await freshDatabase();
    drop = fresh.drop;
    database = openDatabase({ connectionString: fresh.appUrl, max: 2 });
  });
  afterAll(async () => {
    await database.close();
    await drop();
  });

  const keep = (tx: Tx, key: string, result: unknown = null) => put(tx, { key, result, doneAt: AT });
  const has = async (key: string) => (await read(database.db, { key })).length > 0;

  it('writes and reads as the query builder does', async () => {
    await database.db.transaction(async (tx) => {
      await keep(tx, 'a', { one: [1, '2'] });
      await putOnce(tx, { key: 'a', result: 'other', doneAt: AT });
      await keep(tx, 'b');
      await change(tx, 'b', { result: 'changed' });
    });
    expect(await read(database.db, { key: 'a' })).toEqual([
      { row: { key: 'a', result: { one: [1, '2'] } }, doneAt: AT },
    ]);
    expect((await read(database.db, { key: 'b' }))[0]?.row.result).toBe('changed');
  });

  it('tells how many rows were new, and reads by a text written by hand', async () => {
    const row = (key: string) => ({ key, result: ['n'], doneAt: AT });
    expect(await putNew(database.db, [row('n1'), row('n2')])).toBe(2);
    expect(await putNew(database.db, [row('n2'), row('n3')])).toBe(1);
    expect(await putNew(database.db, [])).toBe(0);
    const { rows } = await among(database.db, { keys: ['n3', 'n1', 'none'], result: '["n"]' });
    expect(rows).toEqual(['n1', 'n3'].map((key) => ({ key, at: '2026-03-01 08:00:00' })));
    expect(() => among(database.db, { keys: ['n1'] })).toThrow('no value for result');
  });

  it('fails the commit, and undoes everything, when a statement failed that nobody waited for', async () => {
    const run = database.db.transaction(async (tx) => {
      await keep(tx, 'c');
      await keep(tx, 'c');
    });
    await expect(run).rejects.toMatchObject({ cause: { code: '23505' } });
    expect(await has('c')).toBe(false);
  });

  it('tells the next statement what went wrong before it', async () => {
    const run = database.db.transaction(async (tx) => {
      await keep(tx, 'd');
      await keep(tx, 'd');
      await tx.select({ id: customers.id }).from(customers).limit(1);
    });
    await expect(run).rejects.toMatchObject({ cause: { code: '23505' } });
    expect(await has('d')).toBe(false);
  });

  it('does not carry a failure into the next transaction of the connection', async () => {
    const single = openDatabase({ connectionString: database.pool.options.connectionString, max: 1 });
    const twice = single.db.transaction(async (tx) => {
      await keep(tx, 'e');
      await keep(tx, 'e');
    });
    await expect(twice).rejects.toBeDefined();
    await single.db.transaction(async (tx) => keep(tx, 'e'));
    await single.close();
    expect(await has('e')).toBe(true);
  });

  it('undoes what a thrown error leaves behind', async () => {
    const run = database.db.transaction(async (tx) => {
      await keep(tx, 'f');
      throw new Error('changed my mind');
    });
    await expect(run).rejects.toThrow('changed my mind');
    expect(await has('f')).toBe(false);
  });
});
