import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import { Connection, Client as Temporal } from '@temporalio/client';
import { Agent, request } from 'undici';
import { buildApp } from '../api/app';
import { DEV_ISSUER } from '../api/auth/dev-issuer';
import { TemporalGateway } from '../api/gateway/temporal-gateway';
import { createLog } from '../api/log';
import { apiSettings } from '../api/settings';
import { openDatabase } from '../db/client';
import { Vault } from '../db/crypto/vault';
import { seedDevAccess, seedPermissions } from '../db/seed/access';
import { seedPolicies } from '../db/seed/policies';
import { businessDate } from '../domain/calendar/business-date';
import { toDay } from '../domain/calendar/civil-day';
import { type OwnPostgres, withOwnPostgres } from './support/own-postgres';
import { makePortfolio } from './support/read-portfolio';

const GOAL_MS = { p50: 10, p99: 25 };
const DAYS = 730;
const WARM_UP = 300;

/** The API over real HTTP, on a port of its own; nothing it reads is answered by Temporal. */
async function startApi({ appUrl }: OwnPostgres) {
  const { db, close } = openDatabase({ connectionString: appUrl, max: 4 });
  await seedPermissions(db);
  await seedDevAccess(db, DEV_ISSUER);
  await seedPolicies(db);
  const connection = Connection.lazy({ address: '127.0.0.1:1' });
  const vault = new Vault({ keks: [{ id: 'k1', key: randomBytes(32) }], indexKey: randomBytes(32) });
  const app = await buildApp({
    settings: apiSettings({
      secret: 'a secret of a benchmark, long enough for it',
      bankCallbackSecret: `whsec_${Buffer.from('secret of no bank').toString('base64')}`,
      devIssuer: true,
      testMode: true,
      reference: false,
      maxEventLoopDelayMs: 0,
      rateLimit: { max: 10_000_000, windowMs: 60_000 },
    }),
    db,
    vault,
    loans: new TemporalGateway(new Temporal({ connection })),
    clock: { now: async () => new Date() },
    log: createLog('warn'),
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const stop = async () => {
    await app.close();
    await connection.close();
    await close();
  };
  return { url: `http://127.0.0.1:${port}`, stop, db };
}

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
  const api = await startApi(postgres);
  try {
    const today = toDay(businessDate(Date.now()));
    const madeAt = performance.now();
    const ids = await makePortfolio(postgres.admin, api.db, { loans, days: DAYS, today });
    console.log(`${loans} loans made in ${((performance.now() - madeAt) / 1_000).toFixed(0)} s`);
    const times = await readMany(api.url, ids, reads);
    const at = (share: number) => times[Math.floor(share * (times.length - 1))] ?? Number.NaN;
    const p50 = at(0.5);
    const p99 = at(0.99);
    const met = p50 <= GOAL_MS.p50 && p99 <= GOAL_MS.p99;
    console.log(
      `GET /v1/loans/:id, ${DAYS} days of transactions, among ${loans} loans, ${reads} reads of ${ids.length} loans: ` +
        `p50 ${p50.toFixed(1)} ms, p95 ${at(0.95).toFixed(1)} ms, p99 ${p99.toFixed(1)} ms ` +
        `(goals ${GOAL_MS.p50} and ${GOAL_MS.p99} ms: ${met ? 'met' : 'missed'})`,
    );
    if (!met) process.exitCode = 1;
  } finally {
    await api.stop();
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
