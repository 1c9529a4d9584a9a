import { type FileHandle, mkdir, open, readFile, truncate } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';

const line = z.array(z.unknown());

async function readWhole(path: string): Promise<string> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  if (whole.length < text.length) await truncate(path, Buffer.byteLength(whole));
  return whole;
}

/**
 * An append-only file that is on the disk before an answer leaves. One line is one atomic change of one or more records;
 * changes that arrive while a write runs share the next one, so hundreds of orders a second cost a handful of syncs.
 */
export class Journal<R> {
  private waiting: { text: string; done: () => void; failed: (error: unknown) => void }[] = [];
  private writing: Promise<void> | null = null;
  private closed = false;

  private constructor(
    private readonly file: FileHandle,
    private readonly apply: (record: R) => void,
  ) {}

  /** Opens the file and replays it; a half-written last line, left by a crash, was never answered and is cut off. */
  static async open<R>(
    path: string,
    parse: (record: unknown) => R,
    apply: (record: R) => void,
  ): Promise<Journal<R>> {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const whole = await readWhole(path);
    for (const text of whole.split('\n')) {
      if (text !== '') for (const record of line.parse(JSON.parse(text))) apply(parse(record));
    }
    return new Journal(await open(path, 'a', 0o600), apply);
  }

  /** Applies the records at once and resolves when all of them are on the disk. */
  append(...records: R[]): Promise<void> {
    if (this.closed) return Promise.reject(new Error('the journal is closed'));
    for (const record of records) this.apply(record);
    const text = `${JSON.stringify(records)}\n`;
    const stored = new Promise<void>((done, failed) => this.waiting.push({ text, done, failed }));
    this.writing ??= this.writeAll();
    return stored;
  }

  private async writeAll(): Promise<void> {
    while (this.waiting.length > 0) {
      const batch = this.waiting;
      this.waiting = [];
      try {
        await this.file.appendFile(batch.map((item) => item.text).join(''));
        await this.file.datasync();
        for (const item of batch) item.done();
      } catch (error) {
        for (const item of batch) item.failed(error);
      }
    }
    this.writing = null;
  }

  /** Waits for the last write and closes the file. */
  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    await this.writing;
    await this.file.close();
  }
}
