import { createHash } from 'node:crypto';

/** A stream of numbers that depends on its seed alone, so that the sandbox tells the same story of a person every time. */
export class Chance {
  private counter = 0;
  private pool: Buffer = Buffer.alloc(0);
  private at = 0;

  constructor(private readonly seed: string) {}

  /** A whole number from `from` to `to`, both included. */
  between(from: number, to: number): number {
    if (this.at + 4 > this.pool.length) {
      this.pool = createHash('sha256').update(`${this.seed}#${this.counter}`).digest();
      this.counter += 1;
      this.at = 0;
    }
    const drawn = this.pool.readUInt32BE(this.at);
    this.at += 4;
    return from + (drawn % (to - from + 1));
  }

  /** One of the items. */
  pick<T>(items: readonly [T, ...T[]]): T {
    return items[this.between(0, items.length - 1)] ?? items[0];
  }
}
