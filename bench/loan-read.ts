import { parseArgs } from 'node:util';
import { Agent, request } from 'undici';
import { businessDate } from '../domain/calendar/business-date';
import { toDay } from '../domain/calendar/civil-day';
import { serve } from './support/api-server';
import { type OwnPostgres, withOwnPostgres } from './support/own-postgres';
import { makePortfolio } from './support/read-portfolio';

const GOAL_MS = { p50: 10, p99: 25 };
const DAYS = 730;
const WARM_UP = 300;

async function tokenOf(url: string): Promise<string> {
  const answer = await request(`${url}/dev/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ role: 'auditor' }),
  });
  const body = await answer.body.json();
  if (typeof body !== 'object' || body === null || !('access_token' in body)) throw new Error('no token');
  return String(body.access_token);
}

/** Reads loans drawn at random, one after the other, and returns how long each answer took. */
async function readMany(url: string, ids: readonly string[], reads: number): Promise<number[]> {
  const token = await tokenOf(url);
  const dispatcher = new Agent({ connections: 1 });
  const times: number[] = [];
  for (let count = 0; count < WARM_UP + reads; count++) {
    const id = ids[Math.floor(Math.random() * ids.length)];
    const startedAt = performance.now();
    const answer = await request(`${url}/v1/loans/${id}`, {
      dispatcher,
      headers: { authorization: `Bearer ${token}` },
    });
    const text = await answer.body.text();
    const took = performance.now() - startedAt;
    if (answer.statusCode !== 200 || !text.includes('"principalMinor"'))
      throw new Error(`${id} answered ${answer.statusCode}: ${text.slice(0, 200)}`);
    if (count >= WARM_UP) times.push(took);
  }
  await dispatcher.close();
  return times.sort((a, b) => a - b);
}

async function measure(postgres: OwnPostgres, loans: number, reads: number): Promise<void> {
  const api = await serve(postgres.appUrl);
  try {
    const today = toDay(businessDate(Date.now()));
    const madeAt = performance.now();
    const ids = await makePortfolio(postgres.admin, api.db, { loans, days: DAYS, today });
    console.log(`${loans} loans made in ${((performance.now() - madeAt) / 1_000).toFixed(0)} s`);
    const cpuBefore = process.cpuUsage();
    const times = await readMany(api.url, ids, reads);
    const { user, system } = process.cpuUsage(cpuBefore);
    const cpuMs = (user + system) / 1_000 / (reads + WARM_UP);
    const at = (share: number) => times[Math.floor(share * (times.length - 1))] ?? Number.NaN;
    const p50 = at(0.5);
    const p99 = at(0.99);
    const met = p50 <= GOAL_MS.p50 && p99 <= GOAL_MS.p99;
    console.log(
      `GET /v1/loans/:id, ${DAYS} days of transactions, among ${loans} loans, ${reads} reads of ${ids.length} loans: ` +
        `p50 ${p50.toFixed(1)} ms, p95 ${at(0.95).toFixed(1)} ms, p99 ${p99.toFixed(1)} ms ` +
        `${cpuMs.toFixed(1)} ms of CPU for client and API together ` +
        `(goals ${GOAL_MS.p50} and ${GOAL_MS.p99} ms: ${met ? 'met' : 'missed'})`,
    );
    if (!met) process.exitCode = 1;
  } finally {
    await api.close();
  }
}

const { values } = parseArgs({
  options: { loans: { type: 'string', default: '1000000' }, reads: { type: 'string', default: '2000' } },
});
withOwnPostgres((postgres) => measure(postgres, Number(values.loans), Number(values.reads))).catch(
  (error) => {
    console.error(error);
    process.exitCode = 1;
  },
);
