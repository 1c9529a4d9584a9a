import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { Journal } from '../../../sandbox/journal';

describe('journal', () => {
  let folder: string;
  let path: string;
  const open = (seen: number[]) =>
    Journal.open(
      path,
      (record) => z.number().parse(record),
      (record) => seen.push(record),
    );

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'journal-'));
    path = join(folder, 'a.jsonl');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('gives back after a restart what it took, in order', async () => {
    const journal = await open([]);
    await Promise.all(Array.from({ length: 200 }, (_, i) => journal.append(i)));
    await journal.close();
    const seen: number[] = [];
    await (await open(seen)).close();
    expect(seen).toEqual(Array.from({ length: 200 }, (_, i) => i));
  });

  it('has a record on the disk when append resolves', async () => {
    const journal = await open([]);
    await journal.append(1, 2);
    expect(await readFile(path, 'utf8')).toBe('[1,2]\n');
    await journal.close();
  });

  it('drops a change that a crash cut in half, as a whole, and goes on', async () => {
    const journal = await open([]);
    await journal.append(1);
    await journal.close();
    await appendFile(path, '[2,3');
    const seen: number[] = [];
    const again = await open(seen);
    expect(seen).toEqual([1]);
    await again.append(4);
    await again.close();
    expect(await readFile(path, 'utf8')).toBe('[1]\n[4]\n');
  });

  it('refuses to append once closed', async () => {
    const journal = await open([]);
    await journal.close();
    await expect(journal.append(1)).rejects.toThrow('closed');
  });
});
