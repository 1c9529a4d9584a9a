import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { ListExport } from '../../contracts/http/exports';

const LOOK_EVERY_MS = 100;
const ASK_EVERY_MS = 250;
/** What the process may take while a file of any length is written and fetched, client and benchmark included. */
const GOAL_MB = 1_000;
const QUARTERS = 4;

const rssMb = (): number => process.memoryUsage.rss() / 1_000_000;

interface Written {
  format: 'csv' | 'xlsx';
  rows: number;
  mb: number;
  writeSeconds: number;
  fetchSeconds: number;
  /** Highest of the process, client included: before, in each quarter of the writing, while the file is fetched. */
  memoryMb: { before: number; quarters: readonly number[]; fetched: number };
  /** Another reader's page of the list meanwhile. */
  meanwhileMs: { p50: number; p95: number };
}

/** One list as a file, from asking until its last byte arrived, with what the process holds and how others fare meanwhile. */
async function exported(url: string, token: string, format: Written['format']): Promise<Written> {
  const headers = { authorization: `Bearer ${token}` };
  const get = async (path: string) => {
    const answer = await fetch(`${url}/v1/${path}`, { headers: { ...headers, accept: '*/*' } });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${(await answer.text()).slice(0, 200)}`);
    return answer;
  };
  const before = rssMb();
  const peaks: number[] = [];
  let phase = 0;
  const looking = setInterval(() => {
    peaks[phase] = Math.max(peaks[phase] ?? 0, rssMb());
  }, LOOK_EVERY_MS);
  const meanwhile: number[] = [];
  try {
    const startedAt = performance.now();
    const asked = await fetch(`${url}/v1/exports`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body: JSON.stringify({ list: 'loans', format }),
    });
    let one = ListExport.parse(await asked.json());
    while (one.state === 'queued' || one.state === 'running') {
      const askedAt = performance.now();
      await (await get('loans?limit=50')).text();
      meanwhile.push(performance.now() - askedAt);
      await pause(ASK_EVERY_MS);
      one = ListExport.parse(await (await get(`exports/${one.id}`)).json());
      phase = Math.min(QUARTERS - 1, Math.floor((one.rows * QUARTERS) / Math.max(1, one.rowsExpected)));
    }
    phase = QUARTERS;
    if (one.state !== 'ready' || one.leftOff)
      throw new Error(`the export is ${one.state}, left off: ${one.leftOff}`);
    const writtenAt = performance.now();
    const file = await get(`exports/${one.id}/file`);
    let bytes = 0;
    let lines = 0;
    for await (const piece of file.body ?? []) {
      const part = z.instanceof(Uint8Array).parse(piece);
      bytes += part.length;
      if (format === 'csv') for (const byte of part) if (byte === 10) lines += 1;
    }
    if (bytes !== one.bytes) throw new Error(`${bytes} of ${one.bytes} bytes arrived`);
    if (format === 'csv' && lines !== one.rows + 1) throw new Error(`${lines} lines for ${one.rows} rows`);
    const sorted = meanwhile.sort((a, b) => a - b);
    const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0;
    return {
      ...{ format, rows: one.rows, mb: bytes / 1_000_000 },
      writeSeconds: (writtenAt - startedAt) / 1_000,
      fetchSeconds: (performance.now() - writtenAt) / 1_000,
      memoryMb: { before, quarters: peaks.slice(0, QUARTERS), fetched: peaks[QUARTERS] ?? 0 },
      meanwhileMs: { p50: at(0.5), p95: at(0.95) },
    };
  } finally {
    clearInterval(looking);
  }
}

/** Every loan as CSV and as Excel; says whether memory stayed within its bound. */
export async function reportExports(url: string, token: string): Promise<boolean> {
  console.log(
    '| all loans as | rows | written in s | fetched in s | MB | memory MB before; quarters; fetching | a list meanwhile ms p50, p95 |',
  );
  console.log('|---|---|---|---|---|---|---|');
  let within = true;
  for (const format of ['csv', 'xlsx'] as const) {
    const { rows, mb, writeSeconds, fetchSeconds, memoryMb, meanwhileMs } = await exported(
      url,
      token,
      format,
    );
    const cells = [
      ...[format, String(rows), writeSeconds.toFixed(1), fetchSeconds.toFixed(1), mb.toFixed(1)],
      [[memoryMb.before], memoryMb.quarters, [memoryMb.fetched]]
        .map((some) => some.map((mb) => mb.toFixed(0)).join(', '))
        .join('; '),
      `${meanwhileMs.p50.toFixed(0)}, ${meanwhileMs.p95.toFixed(0)}`,
    ];
    console.log(`| ${cells.join(' | ')} |`);
    within = within && Math.max(...memoryMb.quarters, memoryMb.fetched) <= GOAL_MB;
  }
  return within;
}
