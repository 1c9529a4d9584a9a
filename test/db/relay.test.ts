import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { pino } from 'pino';
import { openDatabase } from '../../db/client';
import { type OutboxTopic, outbox } from '../../db/schema/messaging';
import { type Delivery, Relay } from '../../relay/relay';
import { freshDatabase, type TestDatabase } from '../support/postgres';

/** So long that nothing in a test comes by polling. */
const NEVER_MS = 600_000;
const LIMIT_MS = 15_000;

let fresh: TestDatabase;
let database: ReturnType<typeof openDatabase>;
let owner: Client;
let delivered: string[];
let deliver: Delivery;
let relay: Relay;

beforeEach(async () => {
  fresh = await freshDatabase();
  database = openDatabase({ connectionString: fresh.appUrl });
  owner = new Client({ connectionString: fresh.ownerUrl });
  await owner.connect();
  delivered = [];
  deliver = async () => 'done';
});
afterEach(async () => {
  await relay.stop();
  await owner.end();
  await database.close();
  await fresh.drop();
});

function start(pollMs: number): void {
  const note: Delivery = async (row) => {
    const result = await deliver(row);
    delivered.push(row.ref);
    return result;
  };
  const topics: OutboxTopic[] = [
    'workflow.start',
    'workflow.wake',
    'message.send',
    'event.publish',
    'history.archive',
  ];
  const deliveries = Object.fromEntries(topics.map((topic) => [topic, note])) as Record<
    OutboxTopic,
    Delivery
  >;
  relay = new Relay(database.db, database.pool, deliveries, pino({ level: 'silent' }), pollMs);
  relay.start();
}

const promise = (ref: string) => database.db.insert(outbox).values({ topic: 'workflow.wake', ref });

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + LIMIT_MS;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error('it did not happen in time');
    await pause(10);
  }
}

const listeners = async () => {
  const { rows } = await database.pool.query<{ pid: number }>(
    `select pid from pg_stat_activity where datname = current_database() and query = 'listen outbox'`,
  );
  return rows.map(({ pid }) => pid);
};

describe('the relay', () => {
  it('delivers at once what is announced while another delivery takes its time', async () => {
    let open: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    deliver = async ({ ref }) => {
      if (ref === 'first') await gate;
      return 'done';
    };
    start(NEVER_MS);
    await until(async () => (await listeners()).length === 1);
    await promise('first');
    await until(async () => (await owner.query('select 1 from outbox where attempts = 1')).rowCount === 1);
    await promise('second');
    await until(() => delivered.includes('second'));
    expect(delivered).toEqual(['second']);
    open();
    await until(() => delivered.includes('first'));
    await until(
      async () => (await owner.query('select 1 from outbox where dispatched_at is null')).rowCount === 0,
    );
  });

  it('takes together what comes in close together', async () => {
    start(NEVER_MS);
    await until(async () => (await listeners()).length === 1);
    await promise('first');
    await until(() => delivered.length === 1);
    const asked = jest.spyOn(database.pool, 'query');
    const began = performance.now();
    for (let n = 0; n < 20; n++)
      await owner.query("insert into outbox (topic, ref) values ('workflow.wake', $1)", [n]);
    const tookMs = performance.now() - began;
    await until(() => delivered.length === 21);
    const texts = asked.mock.calls.map((call) => JSON.stringify(call));
    const takings = texts.filter((text) => text.includes('with marked'));
    expect(takings.length).toBeLessThanOrEqual(tookMs / 40 + 4);
  });

  it('finds by polling what was never announced', async () => {
    start(50);
    await until(async () => (await listeners()).length === 1);
    await owner.query('alter table outbox disable trigger outbox_notify');
    await promise('unannounced');
    await until(() => delivered.includes('unannounced'));
  });

  it('goes on when the connection it listens on is killed, and listens again', async () => {
    start(50);
    await until(async () => (await listeners()).length === 1);
    const [before] = await listeners();
    // The server ends a session of the same role.
    await database.pool.query('select pg_terminate_backend($1)', [before]);
    await until(async () => {
      const now = await listeners();
      return now.length === 1 && now[0] !== before;
    });
    await promise('after');
    await until(() => delivered.includes('after'));
  });

  it('tries again what failed, and comes back to what asked for later', async () => {
    let calls = 0;
    deliver = async () => {
      calls += 1;
      if (calls === 1) throw new Error('not today');
      return calls === 2 ? { laterSeconds: 0 } : 'done';
    };
    start(50);
    await promise('stubborn');
    await until(() => delivered.length === 2);
    const rows = async () =>
      (await owner.query('select attempts, last_error, dispatched_at from outbox')).rows;
    await until(async () => (await rows())[0].dispatched_at !== null);
    expect(await rows()).toEqual([{ attempts: 3, last_error: 'Error', dispatched_at: expect.any(Date) }]);
  });
});
