import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);
const ROOT = join(__dirname, '..', '..');
const CACHE = join(ROOT, '.cache');
const VENV = join(CACHE, 'venv');
const READY = join(VENV, 'ready-1');
const LOCK = join(CACHE, 'venv.lock');
/** Independent readers of what we write: pyHanko checks signatures, PDFium draws pages. */
const PACKAGES = ['pyHanko==0.38.0', 'pypdfium2==5.15.2'];
const STALE_LOCK_MS = 180_000;

/** Path of a Python that has pyHanko and PDFium, made in .cache/venv when it is not there yet (some seconds, once). */
export async function ensurePyHanko(): Promise<string> {
  const python = join(VENV, 'bin', 'python');
  await mkdir(CACHE, { recursive: true });
  while (!existsSync(READY)) {
    if (await takeLock()) {
      try {
        await run('python3', ['-m', 'venv', '--clear', VENV]);
        await run(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...PACKAGES]);
        await writeFile(READY, PACKAGES.join('\n'));
      } finally {
        await rm(LOCK, { recursive: true, force: true });
      }
    } else await sleep(500);
  }
  return python;
}

async function takeLock(): Promise<boolean> {
  try {
    await mkdir(LOCK);
    return true;
  } catch {
    const held = await stat(LOCK).catch(() => undefined);
    if (held && Date.now() - held.mtimeMs > STALE_LOCK_MS) await rm(LOCK, { recursive: true, force: true });
    return false;
  }
}

/** What pyHanko says of the signature in a PDF. */
export type SealCheck = {
  field: string;
  subfilter: string;
  intact: boolean;
  valid: boolean;
  trusted: boolean;
  coverage: string;
  signer: string;
};

/** Has pyHanko check the one signature of a PDF against an authority. */
export async function checkSeal(pdfPath: string, authorityPath: string): Promise<SealCheck> {
  return JSON.parse(await runChecks('seal', pdfPath, authorityPath));
}

/** One page as PDFium draws it: its text, and how many of its visible characters left no ink. */
export type PageCheck = { text: string; characters: number; blankCharacters: number; redShare: number };

/** Has PDFium draw each page of a PDF and look for ink where it says the characters are. */
export async function checkPages(pdfPath: string): Promise<PageCheck[]> {
  return JSON.parse(await runChecks('pages', pdfPath));
}

async function runChecks(...args: string[]): Promise<string> {
  const python = await ensurePyHanko();
  const { stdout } = await run(python, [join(__dirname, 'pdf_checks.py'), ...args], {
    maxBuffer: 16_000_000,
  });
  return stdout;
}
