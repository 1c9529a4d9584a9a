import { CircuitState, CountBreaker, circuitBreaker, handleWhen, isBrokenCircuitError } from 'cockatiel';
import { ProviderError } from '../provider-error';
import type { CallMeter } from './call-meter';

/** When a breaker opens and how long it stays so. */
export type BreakerOptions = {
  readonly failureShare: number;
  readonly window: number;
  readonly minimumCalls: number;
  readonly openMs: number;
};

/** Half of the last fifty calls failing opens the breaker for ten seconds: a few unlucky applicants do not, an outage does. */
export const usualBreaker: BreakerOptions = {
  failureShare: 0.5,
  window: 50,
  minimumCalls: 20,
  openMs: 10_000,
};

const names = {
  [CircuitState.Closed]: 'closed',
  [CircuitState.HalfOpen]: 'half_open',
  [CircuitState.Open]: 'open',
  [CircuitState.Isolated]: 'open',
} as const;

/** Keeps calls away from a party that is down, and counts for the console how the party fares. */
export class Breaker {
  private readonly policy;
  private openedAtMs: number | null = null;
  private calls = 0;
  private failures = 0;
  private lastFailure: string | null = null;
  private latencySumMs = 0;

  constructor(
    private readonly party: string,
    private readonly options: BreakerOptions,
    private readonly meter?: CallMeter,
  ) {
    this.policy = circuitBreaker(
      handleWhen(
        (error) => error instanceof ProviderError && error.retryable && error.code !== 'RATE_LIMITED',
      ),
      {
        halfOpenAfter: options.openMs,
        breaker: new CountBreaker({
          threshold: options.failureShare,
          size: options.window,
          minimumNumberOfCalls: options.minimumCalls,
        }),
      },
    );
    this.policy.onBreak(() => {
      this.openedAtMs = Date.now();
    });
    this.policy.onReset(() => {
      this.openedAtMs = null;
    });
  }

  /** Runs the call unless the breaker is open. */
  async run<T>(call: () => Promise<T>): Promise<T> {
    try {
      return await this.policy.execute(() => this.measured(call));
    } catch (error) {
      if (!isBrokenCircuitError(error)) throw error;
      this.meter?.withheld(this.party);
      throw new ProviderError('UNAVAILABLE', this.party, {
        reason: 'breaker open',
        retryAfterMs: this.options.openMs,
      });
    }
  }

  private async measured<T>(call: () => Promise<T>): Promise<T> {
    const began = performance.now();
    this.calls += 1;
    let failure: string | null = null;
    try {
      return await call();
    } catch (error) {
      failure = error instanceof ProviderError ? error.code : 'UNEXPECTED';
      this.failures += 1;
      this.lastFailure = failure;
      throw error;
    } finally {
      const tookMs = performance.now() - began;
      this.latencySumMs += tookMs;
      this.meter?.called(this.party, tookMs, failure);
    }
  }

  /** The breaker as operators see it. */
  get state() {
    return {
      state: names[this.policy.state],
      openedAt: this.openedAtMs === null ? null : new Date(this.openedAtMs).toISOString(),
      calls: this.calls,
      failures: this.failures,
      lastFailure: this.lastFailure,
      meanLatencyMs: this.calls === 0 ? null : Math.round(this.latencySumMs / this.calls),
    };
  }
}
