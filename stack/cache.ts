import { readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

const KEEP_MS = 2 * 86_400_000;

/** Puts what was made under its final name; when another process was quicker with the same, its work stands. */
export function moveInto(partial: string, final: string): void {
  try {
    renameSync(partial, final);
  } catch {
    rmSync(partial, { recursive: true, force: true });
  }
}

/** Removes from a cache folder what was made some days ago; all of it can be made again. */
export function forgetOld(folder: string): void {
  for (const path of readdirSync(folder).map((name) => join(folder, name))) {
    const made = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
    if (made !== undefined && Date.now() - made > KEEP_MS) rmSync(path, { recursive: true, force: true });
  }
}
