/** Lets at most so many calls start per second, with a burst of one second's worth; the rest wait their turn. */
export class TokenBucket {
  private tokens: number;
  private filledMs: number;

  constructor(
    private readonly ratePerSecond: number,
    private readonly nowMs: () => number = () => performance.now(),
  ) {
    this.tokens = this.burst;
    this.filledMs = nowMs();
  }

  private get burst(): number {
    return Math.max(1, this.ratePerSecond);
  }

  /** Takes a token and says how long to wait before it may be used, or refuses when that would be longer than the limit. */
  take(longestWaitMs: number): { ok: true; waitMs: number } | { ok: false; waitMs: number } {
    const now = this.nowMs();
    this.tokens = Math.min(this.burst, this.tokens + ((now - this.filledMs) / 1000) * this.ratePerSecond);
    this.filledMs = now;
    const waitMs = this.tokens >= 1 ? 0 : ((1 - this.tokens) / this.ratePerSecond) * 1000;
    if (waitMs > longestWaitMs) return { ok: false, waitMs };
    this.tokens -= 1;
    return { ok: true, waitMs };
  }
}
