import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { closeDay } from '../activities/close/close-day';
import { openDatabase } from '../db/client';
import { migrate } from '../db/migrate';
import { seedPolicies } from '../db/seed/policies';
import { fromDay, toDay } from '../domain/calendar/civil-day';
import { startCluster } from '../stack/postgres/cluster';
import { bookTemplates } from './close-templates';

/** The day on which all loans stand when the measured days begin. */
const FIRST = toDay('2026-06-15');
const DAYS = 2;
const PASSWORDS = { owner: 'owner-of-a-bench', app: 'app-of-a-bench' };

/** Copies every template with its events, entries and segments until there are so many loans. */
async function multiply(admin: Client, loans: number, templates: number): Promise<void> {
  const copies = Math.ceil(loans / templates) - 1;
  const named = (column: string) => `${column} || '.' || k`;
  const k = `generate_series(1, ${copies}) k`;
  const copy = async (table: string, replaced: Readonly<Record<string, string>>) => {
    const { rows } = await admin.query(
      'select column_name as name from information_schema.columns where table_schema = $1 and table_name = $2 order by ordinal_position',
      ['public', table],
    );
    const names: string[] = rows.map((row) => row.name);
    const values = names.map((name) => replaced[name] ?? `t.${name}`);
    await admin.query(
      `insert into ${table} (${names.join(', ')}) select ${values.join(', ')} from ${table} t, ${k}`,
    );
  };
  await admin.query(`set session_replication_role = 'replica'`);
  const loanId = named('t.loan_id');
  await copy('accrual_segments', { loan_id: loanId });
  await copy('postings', { entry_id: named('t.entry_id'), loan_id: loanId });
  await copy('journal_entries', {
    id: named('t.id'),
    loan_id: loanId,
    idempotency_key: named('t.idempotency_key'),
  });
  await copy('loan_events', {
    id: named('t.id'),
    loan_id: loanId,
    idempotency_key: named('t.idempotency_key'),
  });
  await copy('loans', {
    id: named('t.id'),
    application_id: named('t.application_id'),
    customer_id: named('t.customer_id'),
  });
  await admin.query(`set session_replication_role = 'origin'`);
  await admin.query('vacuum analyze');
}

async function measure(adminUrl: (database?: string) => string, loans: number): Promise<void> {
  const name = `bench_${loans}`;
  const root = new Client({ connectionString: adminUrl() });
  await root.connect();
  await root.query(`create database ${name}`);
  await migrate(adminUrl(name), { passwords: PASSWORDS });
  const admin = new Client({ connectionString: adminUrl(name) });
  await admin.connect();
  const app = new URL(adminUrl(name));
  app.username = 'loanflow_app';
  app.password = PASSWORDS.app;
  const { db, close } = openDatabase({ connectionString: app.href });
  await seedPolicies(db);
  const templates = await bookTemplates(db, FIRST);
  await multiply(admin, loans, templates);
  await closeDay(db, { on: fromDay(FIRST), clockId: null }, new Date(), {
    parallel: 2,
    alive: () => undefined,
  });
  await admin.query('vacuum analyze');
  for (let day = FIRST + 1; day <= FIRST + DAYS; day++) {
    const on = fromDay(day);
    const startedAt = performance.now();
    const { findings } = await closeDay(db, { on, clockId: null }, new Date(), {
      parallel: 2,
      alive: () => undefined,
      onStep: (step) =>
        console.log(
          `${loans} ${on} ${step.name.padEnd(13)} ${step.tookMs.toFixed(0).padStart(8)} ms ${String(step.loans).padStart(9)} rows ${Math.round(
            loans / (step.tookMs / 1000),
          )
            .toString()
            .padStart(10)} loans/s`,
        ),
    });
    const took = performance.now() - startedAt;
    const rss = Math.round(process.memoryUsage().rss / 1_048_576);
    console.log(
      `${loans} ${on} all steps     ${took.toFixed(0).padStart(8)} ms ${Math.round(loans / (took / 1000))} loans/s, ${findings.length} findings, ${rss} MiB here`,
    );
    if (findings.length > 0) throw new Error(`the proof disagrees: ${JSON.stringify(findings.slice(0, 3))}`);
  }
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
  });
  try {
    for (const loans of [Math.ceil(most / 10), most]) await measure(cluster.adminUrl, loans);
  } finally {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
