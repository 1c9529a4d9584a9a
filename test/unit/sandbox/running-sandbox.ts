import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSandbox, type Sandbox, type SandboxOptions } from '../../../sandbox/build';

/** A sandbox on a free port with its own folder; `restart` keeps the folder. */
export async function startSandbox(options: Partial<SandboxOptions> = {}) {
  const dataDir = await mkdtemp(join(tmpdir(), 'sandbox-'));
  const start = () => buildSandbox({ dataDir, hangMs: 3_000, liveDelayCapMs: 20, ...options });
  let sandbox: Sandbox = await start();
  return {
    dataDir,
    get url() {
      return sandbox.url;
    },
    async restart() {
      await sandbox.close();
      sandbox = await start();
    },
    async stop() {
      await sandbox.close();
      await rm(dataDir, { recursive: true, force: true });
    },
    async call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
      const answer = await fetch(`${sandbox.url}${path}`, {
        method,
        headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const text = await answer.text();
      const json = text.startsWith('{') ? JSON.parse(text) : undefined;
      return { status: answer.status, text, json };
    },
  };
}

export type RunningSandbox = Awaited<ReturnType<typeof startSandbox>>;

export type ReceivedCall = {
  body: string;
  headers: IncomingMessage['headers'];
  json: { type: string; id: string };
};

/** A receiver of callbacks that answers as told, in order, then with 204. */
export async function startReceiver(statuses: number[] = []) {
  const received: ReceivedCall[] = [];
  const server = createServer((req, res) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      received.push({ body, headers: req.headers, json: JSON.parse(body) });
      res.writeHead(statuses.shift() ?? 204).end();
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    received,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/callbacks`,
    stop: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** The secret of callbacks in tests. */
export const callbackSecret = `whsec_${Buffer.from('callback secret for tests only').toString('base64')}`;

/** Waits until something holds, looking often. */
export async function eventually(holds: () => boolean, withinMs = 5_000): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error('it did not come to hold in time');
    await new Promise((done) => setTimeout(done, 10));
  }
}

/** Headers of a request in a test clock's time. */
export const at = (clockId: string, now: string) => ({ 'x-test-clock': clockId, 'x-test-now': now });
