import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { z } from 'zod';
import { migrate } from '../db/migrate';
import { startCluster } from '../stack/postgres/cluster';
import { LISTS_UNDER_TEST } from './lists/combinations';
import { reportExports } from './lists/exports';
import { inboxInBrowser } from './lists/inbox';
import { fillPortfolio } from './lists/portfolio';
import { serve } from './support/api-server';

const GOAL_P95_MS = 200;
const GOAL_INBOX_MS = 1_000;
/** A server for a million loans has more memory than the 128 MB that Postgres takes unasked. */
const SHARED_BUFFERS = '1GB';
const PASSWORDS = { owner: 'owner-of-a-bench', app: 'app-of-a-bench' };
const Token = z.object({ access_token: z.string() });

interface Timed {
  query: string;
  ms: number;
}

const quantile = (sorted: readonly Timed[], share: number): Timed | undefined =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

/** Asks every query once for warmth and once for the clock, one after the other, over real HTTP. */
async function timed(
  base: string,
  token: string,
  path: string,
  queries: readonly string[],
): Promise<Timed[]> {
  const ask = async (query: string) => {
    const startedAt = performance.now();
    const answer = await fetch(`${base}/v1/${path}${query}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const body = await answer.text();
    if (!answer.ok) throw new Error(`${path}${query}: ${answer.status} ${body.slice(0, 200)}`);
    return performance.now() - startedAt;
  };
  const times: Timed[] = [];
  for (const query of queries) {
    await ask(query);
    times.push({ query, ms: await ask(query) });
  }
  return times.sort((a, b) => a.ms - b.ms);
}

function report(name: string, times: readonly Timed[]): boolean {
  const slowest = times.at(-1);
  const p95 = quantile(times, 0.95)?.ms ?? 0;
  const cells = [
    name,
    String(times.length),
    (quantile(times, 0.5)?.ms ?? 0).toFixed(1),
    p95.toFixed(1),
    `${slowest?.ms.toFixed(0)} (${slowest?.query.replaceAll('where=', '').replaceAll('&', ' ∧ ') || 'no filter'})`,
  ];
  console.log(`| ${cells.join(' | ')} |`);
  return p95 <= GOAL_P95_MS;
}

const tokenFrom =
  (url: string) =>
  async (role: string): Promise<string> => {
    const answer = await fetch(`${url}/dev/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ role }),
    });
    return Token.parse(await answer.json()).access_token;
  };

/** Pages of lists, estimates, and the inbox. */
async function measurePages(url: string): Promise<boolean> {
  const tokenOf = tokenFrom(url);
  const token = await tokenOf('risk_manager');
  let well = true;
  console.log('| list, order | combinations | p50 ms | p95 ms | slowest ms |\n|---|---|---|---|---|');
  for (const { name, order, queries } of LISTS_UNDER_TEST) {
    const path = `${name}?sort=${order}&limit=50&`;
    well = report(`${name} ${order}`, await timed(url, token, path, queries)) && well;
  }
  for (const name of ['loans', 'applications', 'customers'] as const) {
    const queries = LISTS_UNDER_TEST.find((list) => list.name === name)?.queries ?? [];
    well = report(`${name}, estimate`, await timed(url, token, `${name}/estimate?`, queries)) && well;
  }
  const views = ['mine', 'team', 'all'].flatMap((view) => [`view=${view}`, `view=${view}&kind=approval`]);
  const officer = await tokenOf('officer');
  well = report('tasks', await timed(url, officer, 'tasks?limit=50&', views)) && well;
  const inbox = await inboxInBrowser(url, officer);
  console.log(`inbox with 10,000 open tasks, from the click to its rows on screen: ${inbox.toFixed(0)} ms`);
  return well && inbox <= GOAL_INBOX_MS;
}

async function onceAs(connectionString: string, statement: string): Promise<void> {
  const client = new Client({ connectionString });
  await client.connect();
  await client.query(statement);
  await client.end();
}

const PARTS = {
  pages: measurePages,
  exports: async (url: string) => reportExports(url, await tokenFrom(url)('risk_manager')),
};

/** `npm run bench:lists -- --loans 1000000 --part exports`: every list, order and pair of filters, and all loans as files, on a Postgres of its own. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { loans: { type: 'string', default: '1000000' }, part: { type: 'string', multiple: true } },
  });
  const loans = Number(values.loans);
  const folder = mkdtempSync(join(tmpdir(), 'loanflow-lists-'));
  chmodSync(folder, 0o755);
  const options = {
    dataDir: join(folder, 'postgres'),
    logFile: join(folder, 'postgres.log'),
    adminPassword: 'superuser-of-a-bench',
    durability: 'scratch',
  } as const;
  let cluster = await startCluster(options);
  try {
    await onceAs(cluster.adminUrl(), `alter system set shared_buffers = '${SHARED_BUFFERS}'`);
    await cluster.stop();
    cluster = await startCluster(options);
    await onceAs(cluster.adminUrl(), 'create database bench_lists');
    await migrate(cluster.adminUrl('bench_lists'), { passwords: PASSWORDS });
    const admin = new Client({ connectionString: cluster.adminUrl('bench_lists') });
    await admin.connect();
    const startedAt = performance.now();
    await fillPortfolio(admin, loans);
    await admin.end();
    console.log(`${loans} loans made in ${((performance.now() - startedAt) / 1000).toFixed(0)} s\n`);
    const app = new URL(cluster.adminUrl('bench_lists'));
    app.username = 'loanflow_app';
    app.password = PASSWORDS.app;
    const server = await serve(app.href);
    try {
      for (const [name, measure] of Object.entries(PARTS))
        if (values.part?.includes(name) ?? true) if (!(await measure(server.url))) process.exitCode = 1;
    } finally {
      await server.close();
    }
  } finally {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
