import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { closeDay } from '../activities/close/close-day';
import { type Db, openDatabase } from '../db/client';
import { migrate } from '../db/migrate';
import { seedPolicies } from '../db/seed/policies';
import { fromDay, toDay } from '../domain/calendar/civil-day';
import { type PostgresCluster, startCluster } from '../stack/postgres/cluster';
import { multiply } from './close-copies';
import { bookTemplates, MIX } from './close-templates';
import { cpuSecondsOf, peakMemoryOf } from './support/server-cost';

/** The day on which all loans stand when the measured days begin. */
const FIRST = toDay('2026-06-15');
const DAYS = 2;
const PASSWORDS = { owner: 'owner-of-a-bench', app: 'app-of-a-bench' };
/** As docs/operating.md advises for a large portfolio; the rest is as Postgres ships, durable. */
const SETTINGS = ['shared_buffers=4GB', 'max_wal_size=16GB', 'checkpoint_timeout=15min'];

const GOALS = { accrue: 50_000, all: 10_000 };

interface Measured {
  readonly name: string;
  readonly tookMs: number;
  readonly cpuSeconds: number;
  readonly rows?: number;
}

function report(loans: number, on: string, { name, tookMs, cpuSeconds, rows }: Measured): number {
  const rate = Math.round(loans / (tookMs / 1000));
  const cells = [
    name.padEnd(13),
    `${tookMs.toFixed(0).padStart(8)} ms`,
    `${rate.toString().padStart(9)} loans/s`,
    `${cpuSeconds.toFixed(2).padStart(8)} s CPU`,
  ];
  if (rows !== undefined) cells.push(`${rows.toString().padStart(8)} rows`);
  console.log(`${loans} ${on} ${cells.join('')}`);
  return rate;
}

/** Closes one date and prints its steps; answers loans/s of accrual alone and of all steps. */
async function measureDay(db: Db, serverPid: number, loans: number, day: number) {
  const on = fromDay(day);
  const rates = { accrue: 0, all: 0 };
  const cpuBefore = cpuSecondsOf(serverPid);
  let cpuThen = cpuBefore;
  const startedAt = performance.now();
  const { findings } = await closeDay(db, { on, clockId: null }, new Date(), {
    parallel: 2,
    alive: () => undefined,
    onStep: ({ name, tookMs, loans: rows }) => {
      const cpuNow = cpuSecondsOf(serverPid);
      const rate = report(loans, on, { name, tookMs, rows, cpuSeconds: cpuNow - cpuThen });
      cpuThen = cpuNow;
      if (name === 'accrue') rates.accrue = rate;
    },
  });
  const tookMs = performance.now() - startedAt;
  rates.all = report(loans, on, {
    name: 'all steps',
    tookMs,
    cpuSeconds: cpuSecondsOf(serverPid) - cpuBefore,
  });
  if (findings.length > 0) throw new Error(`the proof disagrees: ${JSON.stringify(findings.slice(0, 3))}`);
  return rates;
}

async function measure(cluster: PostgresCluster, loans: number): Promise<void> {
  const name = `bench_${loans}`;
  const root = new Client({ connectionString: cluster.adminUrl() });
  await root.connect();
  await root.query(`create database ${name}`);
  await migrate(cluster.adminUrl(name), { passwords: PASSWORDS });
  const admin = new Client({ connectionString: cluster.adminUrl(name) });
  await admin.connect();
  const app = new URL(cluster.adminUrl(name));
  app.username = 'loanflow_app';
  app.password = PASSWORDS.app;
  const { db, close } = openDatabase({ connectionString: app.href });
  await seedPolicies(db);
  const copiedAt = performance.now();
  const templates = await bookTemplates(db, FIRST);
  await multiply(admin, loans, templates);
  console.log(`${loans} loans made in ${((performance.now() - copiedAt) / 1000).toFixed(0)} s: ${MIX}`);
  const settings = { parallel: 2, alive: () => undefined };
  await closeDay(db, { on: fromDay(FIRST), clockId: null }, new Date(), settings);
  await admin.query('analyze');
  await admin.query('checkpoint');
  const memory = peakMemoryOf(cluster.pid);
  for (let day = FIRST + 1; day <= FIRST + DAYS; day++) {
    const rates = await measureDay(db, cluster.pid, loans, day);
    const missed = rates.accrue < GOALS.accrue || rates.all < GOALS.all;
    console.log(
      `${loans} goals of ${GOALS.accrue} for accrual and ${GOALS.all} for all steps are ${missed ? 'missed' : 'met'}`,
    );
    if (missed && loans >= 100_000) process.exitCode = 1;
  }
  const peak = memory.stop();
  console.log(
    `${loans} peak memory: this process ${peak.ownMiB} MiB, Postgres ${peak.othersMiB} MiB with its shared buffers`,
  );
  await close();
  await admin.end();
  await root.query(`drop database ${name} with (force)`);
  await root.end();
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { loans: { type: 'string', default: '100000' } } });
  const most = Number(values.loans);
  const folder = mkdtempSync(join(tmpdir(), 'loanflow-bench-'));
  chmodSync(folder, 0o755);
  const cluster = await startCluster({
    dataDir: join(folder, 'postgres'),
    logFile: join(folder, 'postgres.log'),
    adminPassword: 'superuser-of-a-bench',
    durability: 'durable',
    settings: SETTINGS,
  });
  try {
    for (const loans of [Math.ceil(most / 10), most]) await measure(cluster, loans);
  } finally {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
