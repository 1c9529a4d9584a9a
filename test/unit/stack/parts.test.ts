import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exitOf, stopChild } from '../../../stack/child';
import { resetDataFolder, takeDataFolder } from '../../../stack/data-folder';
import { guardParts } from '../../../stack/guardian';
import { PART_ORDER, type PartName, type RunningPart } from '../../../stack/part';
import { Parts } from '../../../stack/parts';

const silent = () => undefined;
let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'loanflow-parts-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

/** A process that obeys SIGTERM, or one that does not. */
async function sleeper(stubborn = false): Promise<RunningPart> {
  const code = `${stubborn ? "process.on('SIGTERM', () => undefined);" : ''} setInterval(() => undefined, 1000); console.log('on')`;
  const child = spawn(process.execPath, ['-e', code], {
    detached: true,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  await once(child.stdout, 'data');
  return {
    pid: child.pid ?? 0,
    exited: exitOf(child),
    kill: (signal) => void child.kill(signal),
    stop: () => stopChild(child, [['SIGTERM', 1_500]]),
  };
}

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

describe('parts of a stack', () => {
  it('stop in the reverse of their order', async () => {
    const ended: PartName[] = [];
    const parts = new Parts(dataDir, silent, silent);
    for (const part of PART_ORDER) {
      const process_ = await parts.launch(part, () => sleeper());
      void process_.exited.then(() => ended.push(part));
    }
    await parts.stop();
    expect(ended).toEqual([...PART_ORDER].reverse());
    expect(existsSync(join(dataDir, 'stack.json'))).toBe(false);
  });

  it('are killed and come back as another process', async () => {
    const unexpected: string[] = [];
    const parts = new Parts(dataDir, silent, (part) => unexpected.push(part));
    const first = await parts.launch('worker', () => sleeper());
    await parts.kill('worker', 'SIGKILL');
    expect(await first.exited).toBe('SIGKILL');
    expect(parts.pids()).toEqual({});
    await parts.restart('worker');
    expect(parts.pids().worker).not.toBe(first.pid);
    await parts.stop();
    expect(unexpected).toEqual([]);
  });

  it('tell when one ends by itself', async () => {
    const unexpected: string[] = [];
    const parts = new Parts(dataDir, silent, (part, how) => unexpected.push(`${part}: ${how}`));
    const { pid, exited } = await parts.launch('api', () => sleeper());
    process.kill(pid, 'SIGKILL');
    await exited;
    await new Promise((wake) => setImmediate(wake));
    expect(unexpected).toEqual(['api: SIGKILL']);
    await parts.stop();
  });

  it('end by force when they do not obey', async () => {
    const parts = new Parts(dataDir, silent, silent);
    const part = await parts.launch('worker', () => sleeper(true));
    await parts.stop();
    expect(await part.exited).toBe('SIGKILL');
  });

  it('do not start once the stack is stopping', async () => {
    const parts = new Parts(dataDir, silent, silent);
    await parts.stop();
    await expect(parts.launch('worker', () => sleeper())).rejects.toThrow(/being stopped/);
  });
});

describe('guardian', () => {
  const record = () => join(dataDir, 'stack.json');

  it('ends what a killed stack leaves running', async () => {
    const left = [await sleeper(), await sleeper()];
    const parts = { postgres: left[0]!.pid, worker: left[1]!.pid };
    writeFileSync(record(), JSON.stringify({ owner: process.pid, parts }));
    const inputCloses = guardParts(record());
    inputCloses();
    expect(await Promise.all(left.map(({ exited }) => exited))).toEqual(['SIGTERM', 'SIGTERM']);
    expect(isAlive(process.pid)).toBe(true);
  });

  it('touches nothing when the stack was stopped in good order', async () => {
    const other = await sleeper();
    const dismiss = guardParts(record());
    dismiss();
    await new Promise((wake) => setTimeout(wake, 300));
    expect(isAlive(other.pid)).toBe(true);
    await other.stop();
  });
});

describe('data folder', () => {
  it('is refused while another stack runs on it', async () => {
    const owner = await sleeper();
    writeFileSync(join(dataDir, 'stack.json'), JSON.stringify({ owner: owner.pid, parts: {} }));
    await expect(takeDataFolder(dataDir, silent)).rejects.toThrow(
      `a stack already runs on ${dataDir} (process ${owner.pid}): stop that one first`,
    );
    await owner.stop();
  });

  it('is freed of what a killed stack left running', async () => {
    const left = await sleeper();
    const gone = await sleeper();
    await gone.stop();
    writeFileSync(
      join(dataDir, 'stack.json'),
      JSON.stringify({ owner: gone.pid, parts: { worker: left.pid } }),
    );
    const lines: string[] = [];
    await takeDataFolder(dataDir, (line) => lines.push(line));
    expect(lines).toEqual([`ending the worker that an earlier stack left running (process ${left.pid})`]);
    expect(isAlive(left.pid)).toBe(false);
    expect(JSON.parse(readFileSync(join(dataDir, 'stack.json'), 'utf8'))).toEqual({
      owner: process.pid,
      parts: {},
    });
  });

  it('loses on reset what a stack wrote, and nothing else', async () => {
    for (const name of ['postgres', 'temporal', 'logs', 'mine']) mkdirSync(join(dataDir, name));
    writeFileSync(join(dataDir, 'secrets.json'), '{}');
    await resetDataFolder(dataDir, silent);
    const left = ['postgres', 'temporal', 'logs', 'mine', 'secrets.json', 'stack.json'].filter((name) =>
      existsSync(join(dataDir, name)),
    );
    expect(left).toEqual(['mine']);
  });
});
