import { setTimeout as pause } from 'node:timers/promises';
import type { Stack } from '../../stack/stack';
import { percentile, race } from './race';
import { applicant, straightThrough, terms, type Watcher } from './real-loans';

/** Loans in flight with which the rate that can be had at most is found. */
const CROWD = 16;
/** Shares of that rate that are tried, from the highest down, until one holds. */
const SHARES = [1, 0.9, 0.8, 0.7, 0.6, 0.5];
/** A rate holds when the slowest hundredth of loans is through in this time, so that nothing piles up. */
const P99_LIMIT_MS = 10_000;

interface Day {
  loans: number;
  /** How long a rate is held; the day is this sample drawn out, since no backlog grows. */
  sampleSeconds: number;
}

/**
 * A day of applications at the highest rate that holds: arrivals keep their pace whatever the system does, and the
 * rate is lowered until the loans of a sample come through without a growing queue.
 */
export async function replayDay(
  stack: Stack,
  watcher: Watcher,
  { loans, sampleSeconds }: Day,
): Promise<void> {
  const places = { api: stack.urls.api, sandbox: stack.urls.sandbox };
  const consents = await terms(places);
  const one = async () => straightThrough(places, watcher, consents, await applicant(places));
  await race(CROWD, CROWD, one);
  const { perSecond: most } = await race(CROWD * 5, CROWD, one);
  console.log(`at most ${most.toFixed(2)} loans/s with ${CROWD} in flight`);
  for (const share of SHARES) {
    const rate = most * share;
    const count = Math.min(loans, Math.round(rate * sampleSeconds));
    const took = await arrivals(count, rate, one);
    const p99 = percentile(took, 0.99);
    const holds = p99 <= P99_LIMIT_MS;
    console.log(
      `${rate.toFixed(2)}/s for ${count} loans: p50 ${percentile(took, 0.5).toFixed(0)} ms, p99 ${p99.toFixed(0)} ms, ${holds ? 'holds' : 'does not hold'}`,
    );
    if (!holds) continue;
    console.log(
      `a day of ${loans} applications takes ${(loans / rate / 3600).toFixed(2)} h at ${rate.toFixed(2)}/s`,
    );
    return;
  }
  throw new Error('no rate held');
}

async function arrivals(count: number, rate: number, one: () => Promise<string>): Promise<number[]> {
  const took: number[] = [];
  const began = performance.now();
  const running: Promise<void>[] = [];
  for (let n = 0; n < count; n++) {
    const due = began + (n * 1000) / rate;
    await pause(Math.max(0, due - performance.now()));
    running.push(
      one().then(() => {
        took.push(performance.now() - due);
      }),
    );
  }
  await Promise.all(running);
  return took;
}
