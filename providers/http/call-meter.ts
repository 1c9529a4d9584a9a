/** What calls to one party came to within one minute of real time. */
export interface MinuteOfCalls {
  party: string;
  /** Start of the minute, epoch milliseconds. */
  minuteMs: number;
  calls: number;
  failures: number;
  timeouts: number;
  withheld: number;
  latencySumMs: number;
  latencyMaxMs: number;
  /** How many took at most 100, 300, 1000 and 3000 ms. */
  within: [number, number, number, number];
}

const MINUTE_MS = 60_000;
const BOUNDS_MS = [100, 300, 1_000, 3_000] as const;

/** Counts the calls of a process to outside parties, minute by minute, until somebody takes the counts away. */
export class CallMeter {
  private minutes = new Map<string, MinuteOfCalls>();

  constructor(private readonly now: () => number = Date.now) {}

  /** A call that was made; `failure` is the code of what went wrong, or null. */
  called(party: string, latencyMs: number, failure: string | null): void {
    const minute = this.minuteOf(party);
    const took = Math.round(latencyMs);
    minute.calls += 1;
    minute.latencySumMs += took;
    minute.latencyMaxMs = Math.max(minute.latencyMaxMs, took);
    if (failure !== null) minute.failures += 1;
    if (failure === 'TIMEOUT') minute.timeouts += 1;
    BOUNDS_MS.forEach((bound, at) => {
      if (took <= bound) minute.within[at as 0 | 1 | 2 | 3] += 1;
    });
  }

  /** A call that the breaker kept back. */
  withheld(party: string): void {
    this.minuteOf(party).withheld += 1;
  }

  /** Whether nothing was counted since the last taking. */
  get idle(): boolean {
    return this.minutes.size === 0;
  }

  /** All counts since the last taking. */
  take(): MinuteOfCalls[] {
    const taken = [...this.minutes.values()];
    this.minutes = new Map();
    return taken;
  }

  /** Puts back what could not be stored. */
  giveBack(taken: readonly MinuteOfCalls[]): void {
    for (const old of taken) {
      const key = `${old.party}/${old.minuteMs}`;
      const newer = this.minutes.get(key);
      this.minutes.set(key, newer === undefined ? old : sumOf(old, newer));
    }
  }

  private minuteOf(party: string): MinuteOfCalls {
    const minuteMs = Math.floor(this.now() / MINUTE_MS) * MINUTE_MS;
    const key = `${party}/${minuteMs}`;
    const minute = this.minutes.get(key) ?? emptyMinute(party, minuteMs);
    this.minutes.set(key, minute);
    return minute;
  }
}

const emptyMinute = (party: string, minuteMs: number): MinuteOfCalls => ({
  ...{ party, minuteMs, calls: 0, failures: 0, timeouts: 0, withheld: 0, latencySumMs: 0, latencyMaxMs: 0 },
  within: [0, 0, 0, 0],
});

function sumOf(a: MinuteOfCalls, b: MinuteOfCalls): MinuteOfCalls {
  const [a0, a1, a2, a3] = a.within;
  const [b0, b1, b2, b3] = b.within;
  return {
    party: a.party,
    minuteMs: a.minuteMs,
    calls: a.calls + b.calls,
    failures: a.failures + b.failures,
    timeouts: a.timeouts + b.timeouts,
    withheld: a.withheld + b.withheld,
    latencySumMs: a.latencySumMs + b.latencySumMs,
    latencyMaxMs: Math.max(a.latencyMaxMs, b.latencyMaxMs),
    within: [a0 + b0, a1 + b1, a2 + b2, a3 + b3],
  };
}
