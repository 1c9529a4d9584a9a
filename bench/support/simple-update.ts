import { execFileSync } from 'node:child_process';
import { Pool } from 'pg';

/** One transaction of pgbench's simple-update, statement by statement. */
const STEPS = [
  'begin',
  'update pgbench_accounts set abalance = abalance + $2 where aid = $1',
  'select abalance from pgbench_accounts where aid = $1',
  'insert into pgbench_history (tid, bid, aid, delta, mtime) values (1, 1, $1, $2, current_timestamp)',
  'end',
];
const ACCOUNTS = 100_000;

export interface Yardstick {
  readonly name: string;
  readonly perSecond: number;
}

function hasPgbench(): boolean {
  try {
    execFileSync('pgbench', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Transactions per second of pgbench's simple-update by pgbench itself, where the machine has it. */
export function byPgbench(url: string, clients: number, seconds: number): Yardstick | null {
  if (!hasPgbench()) return null;
  execFileSync('pgbench', ['-q', '-i', '-s', '1', url], { stdio: 'ignore' });
  const options = ['-n', '-N', '-c', `${clients}`, '-j', '1', '-T', `${seconds}`, url];
  const told = execFileSync('pgbench', options, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const tps = /tps = ([\d.]+)/.exec(told)?.[1];
  if (tps === undefined) throw new Error(`pgbench said nothing of transactions: ${told}`);
  return { name: 'pgbench simple-update', perSecond: Number(tps) };
}

/** The same transactions sent from here with the driver that the application uses. */
export async function byDriver(url: string, clients: number, seconds: number): Promise<Yardstick> {
  const pool = new Pool({ connectionString: url, max: clients });
  await pool.query(`drop table if exists pgbench_accounts, pgbench_history`);
  await pool.query(
    `create table pgbench_accounts (aid int primary key, bid int, abalance int, filler char(84))`,
  );
  await pool.query(
    `create table pgbench_history (tid int, bid int, aid int, delta int, mtime timestamp, filler char(22))`,
  );
  await pool.query(
    `insert into pgbench_accounts select aid, 1, 0, '' from generate_series(1, ${ACCOUNTS}) aid`,
  );
  const until = performance.now() + seconds * 1_000;
  let done = 0;
  const client = async () => {
    const connection = await pool.connect();
    while (performance.now() < until) {
      const aid = 1 + Math.floor(Math.random() * ACCOUNTS);
      const delta = Math.floor(Math.random() * 10_000) - 5_000;
      for (const step of STEPS) {
        const values = step.includes('$2') ? [aid, delta] : step.includes('$1') ? [aid] : [];
        await connection.query(step, values);
      }
      done += 1;
    }
    connection.release();
  };
  await Promise.all(Array.from({ length: clients }, client));
  await pool.end();
  return { name: 'the same from this driver', perSecond: done / seconds };
}
