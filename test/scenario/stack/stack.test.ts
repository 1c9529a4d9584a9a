import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { resetDataFolder } from '../../../stack/data-folder';
import { type Stack, startStack } from '../../../stack/stack';
import { devToken } from '../../../stack/tokens';

jest.setTimeout(180_000);

const dataDir = mkdtempSync(join(tmpdir(), 'loanflow-stack-'));
const unexpected: string[] = [];
let stack: Stack;

const up = () =>
  startStack({
    dataDir,
    ports: 'free',
    progress: () => undefined,
    onUnexpectedExit: (part) => unexpected.push(part),
  });

const status = async (url: string): Promise<number | 'down'> =>
  fetch(url).then(
    (response) => response.status,
    () => 'down' as const,
  );

async function query(sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: stack.database.ownerUrl });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

beforeAll(async () => {
  stack = await up();
});
afterAll(async () => {
  await stack?.stop();
  await resetDataFolder(dataDir, () => undefined);
  rmSync(dataDir, { recursive: true, force: true });
});

describe('embedded stack', () => {
  it('is ready when it says so', async () => {
    expect(await status(`${stack.urls.api}/readyz`)).toBe(200);
    expect(await status(stack.urls.temporalUi)).toBe(200);
    expect(await status(`${stack.urls.sandbox}/livez`)).toBe(200);
    expect(Object.keys(stack.pids()).sort()).toEqual(['api', 'postgres', 'sandbox', 'temporal', 'worker']);
  });

  it('gives tokens that the API takes', async () => {
    const token = await devToken(stack.urls.api, 'officer');
    const response = await fetch(`${stack.urls.api}/v1/tasks`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(response.status).toBe(200);
  });

  it.each(['worker', 'api', 'temporal', 'postgres', 'sandbox'] as const)(
    'comes back after %s was killed',
    async (part) => {
      const before = stack.pids()[part];
      await stack.kill(part);
      expect(stack.pids()[part]).toBeUndefined();
      await stack.restart(part);
      expect(stack.pids()[part]).not.toBe(before);
      const deadline = Date.now() + 30_000;
      while ((await status(`${stack.urls.api}/readyz`)) !== 200 && Date.now() < deadline) {
        await new Promise((wake) => setTimeout(wake, 100));
      }
      expect(await status(`${stack.urls.api}/readyz`)).toBe(200);
      expect(unexpected).toEqual([]);
    },
  );

  it('keeps its data between starts and leaves no process behind', async () => {
    await query("create table kept (word text); insert into kept values ('still here')");
    const pids = Object.values(stack.pids());
    await stack.stop();
    for (const pid of pids) expect(() => process.kill(pid, 0)).toThrow(/ESRCH/);
    stack = await up();
    expect(await query('select word from kept')).toEqual([{ word: 'still here' }]);
    expect(unexpected).toEqual([]);
  });

  it('logs what its programs say, as JSON', () => {
    for (const part of ['worker', 'api'] as const) {
      const lines = readFileSync(stack.logFile(part), 'utf8').trimEnd().split('\n');
      expect(lines.map((line) => JSON.parse(line).msg)).toContain('ready');
    }
  });
});
