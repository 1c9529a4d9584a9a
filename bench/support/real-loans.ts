import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';
import { request } from 'undici';
import { person } from '../../sandbox/people/people';
import { devToken } from '../../stack/tokens';
import { ConsentTexts, codeIn, grantsOf, instantApplication, Offered, Progress } from './straight-through';

interface Places {
  api: string;
  sandbox: string;
}

/** How often it is looked up where loans stand, and whether a code came: often enough to add little, seldom enough to cost little. */
const WATCH_MS = 50;
const LIMIT_MS = 120_000;
let people = 200_000 + (Date.now() % 100_000) * 20;

/** Where loans stand, read for all of them at once, so that waiting costs the API nothing. */
export class Watcher {
  private readonly waiting = new Map<string, { stage: string; done: (row: Row) => void }>();
  private stopped = false;
  private readonly running: Promise<void>;

  constructor(private readonly pool: Pool) {
    this.running = this.watch();
  }

  until(id: string, stage: string): Promise<Row> {
    return new Promise((done, failed) => {
      const late = setTimeout(() => failed(new Error(`${id} did not reach ${stage}`)), LIMIT_MS);
      this.waiting.set(id, {
        stage,
        done: (row) => {
          clearTimeout(late);
          this.waiting.delete(id);
          done(row);
        },
      });
    });
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.running;
  }

  private async watch(): Promise<void> {
    while (!this.stopped) {
      await pause(WATCH_MS);
      if (this.waiting.size === 0) continue;
      const text = 'select id, stage, contract_id from applications where id = any($1)';
      const values = [[...this.waiting.keys()]];
      const { rows } = await this.pool.query<Row>({ name: 'watch', text, values });
      for (const row of rows) {
        const wanted = this.waiting.get(row.id);
        if (wanted?.stage === row.stage && (row.stage !== 'OFFER' || row.contract_id !== null))
          wanted.done(row);
      }
    }
  }
}

interface Row {
  id: string;
  stage: string;
  contract_id: string | null;
}

async function call(url: string, token: string, body?: unknown): Promise<unknown> {
  const { statusCode, body: answer } = await request(url, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      ...(body !== undefined && { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (statusCode === 503 || statusCode === 429) {
    await answer.dump();
    await pause(200);
    return call(url, token, body);
  }
  if (statusCode >= 300) throw new Error(`${url}: ${statusCode} ${await answer.text()}`);
  return answer.json();
}

/** Everything that is the same for all applicants of a run, read once. */
export async function terms(places: Places) {
  const token = await devToken(places.api, 'applicant', `bench-${randomUUID()}`);
  const texts = await call(`${places.api}/v1/products/instant_small/consent-texts`, token);
  return grantsOf(ConsentTexts.parse(texts));
}

/** One applicant of the benchmark, with a token made before the clock starts. */
export async function applicant(places: Places) {
  people += 1;
  return {
    who: person({ n: people }),
    token: await devToken(places.api, 'applicant', `bench-${people}-${randomUUID()}`),
  };
}

/** From the POST of the form to the booked money; returns the application's id. */
export async function straightThrough(
  places: Places,
  watcher: Watcher,
  consents: Awaited<ReturnType<typeof terms>>,
  { who, token }: Awaited<ReturnType<typeof applicant>>,
): Promise<string> {
  const form = instantApplication({ person: who, amountMinor: '1000000', termMonths: 12, consents });
  const { id } = Progress.parse(await call(`${places.api}/v1/applications`, token, form));
  const { contract_id } = await watcher.until(id, 'OFFER');
  const contract = `${places.api}/v1/contracts/${contract_id}`;
  const { documentSha256 } = Offered.parse(await call(contract, token));
  await call(`${contract}/confirmation-codes`, token, {});
  const code = await codeOn(places.sandbox, who.phone);
  await call(`${contract}/sign`, token, { code, documentSha256 });
  await watcher.until(id, 'REPAYING');
  return id;
}

async function codeOn(sandbox: string, phone: string): Promise<string> {
  for (;;) {
    await pause(WATCH_MS);
    const { body } = await request(`${sandbox}/inbox/messages?to=${phone}`);
    const code = codeIn(await body.json());
    if (code) return code;
  }
}
