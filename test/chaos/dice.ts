/** Chance that is the same for the same seed (mulberry32), so that a run's plan of faults can be had again. */
export class Dice {
  constructor(private state: number) {}

  /** From 0 to below 1. */
  roll(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  between(low: number, high: number): number {
    return low + this.roll() * (high - low);
  }

  shuffled<T>(items: readonly T[]): T[] {
    const keyed = items.map((item) => ({ item, at: this.roll() }));
    return keyed.sort((a, b) => a.at - b.at).map(({ item }) => item);
  }
}
