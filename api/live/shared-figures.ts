const LEAST_MS = 1_000;
/** At most a tenth of the time is spent on computing, however slow it is. */
const REST_FACTOR = 9;

/** One computation for all who look: never two at once, not more than once a second, and rarer when it is slow. */
export class SharedFigures<T> {
  private latest: T | undefined;
  private running: Promise<T> | undefined;
  private restUntil = 0;

  constructor(
    private readonly compute: () => Promise<T>,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Whether asking again would compute anew. */
  get rested(): boolean {
    return this.running === undefined && this.now() >= this.restUntil;
  }

  async current(): Promise<T> {
    if (this.running !== undefined) return this.running;
    if (this.latest !== undefined && this.now() < this.restUntil) return this.latest;
    const began = this.now();
    this.running = this.compute();
    try {
      this.latest = await this.running;
      return this.latest;
    } finally {
      const took = this.now() - began;
      this.restUntil = this.now() + Math.max(LEAST_MS, took * REST_FACTOR);
      this.running = undefined;
    }
  }
}
