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
/** Arrivals stop when more loans are under way than come in this many times that limit: the rate does not hold. */
const BACKLOG = 3;

interface Day {
  loans: number;
  /** Loans before anything is measured: fresh processes compile their hot code first. */
  warmUp: number;
  /** How long a rate must hold before it is taken for the day's. */
  sampleSeconds: number;
}

type One = () => Promise<string>;

/**
 * A day of applications at the highest rate that holds: arrivals keep their pace whatever the system does, and the
 * rate is lowered until the loans of a sample, and then all loans of the day, come through without a growing queue.
 */
export async function replayDay(stack: Stack, watcher: Watcher, day: Day): Promise<void> {
  const places = { api: stack.urls.api, sandbox: stack.urls.sandbox };
  const consents = await terms(places);
  const one = async () => straightThrough(places, watcher, consents, await applicant(places));
  await race(day.warmUp, CROWD, one);
  const { perSecond: most } = await race(CROWD * 10, CROWD, one);
  console.log(`at most ${most.toFixed(2)} loans/s with ${CROWD} in flight`);
  for (const rate of SHARES.map((share) => most * share)) {
    if (!(await holds(Math.round(rate * day.sampleSeconds), rate, one))) continue;
    const beganAt = performance.now();
    if (!(await holds(day.loans, rate, one))) continue;
    const minutes = (performance.now() - beganAt) / 60_000;
    console.log(`a day of ${day.loans} applications took ${minutes.toFixed(1)} min at ${rate.toFixed(2)}/s`);
    return;
  }
  throw new Error('no rate held');
}

async function holds(count: number, rate: number, one: One): Promise<boolean> {
  const took = await arrivals(count, rate, one);
  const p99 = percentile(took, 0.99);
  const verdict = took.length === count && p99 <= P99_LIMIT_MS;
  console.log(
    `${rate.toFixed(2)}/s for ${took.length} of ${count} loans: p50 ${percentile(took, 0.5).toFixed(0)} ms, p99 ${p99.toFixed(0)} ms, ${verdict ? 'holds' : 'does not hold'}`,
  );
  return verdict;
}

/** Milliseconds from each arrival's due moment to the booked money; a queue that only grows ends the arrivals early. */
async function arrivals(count: number, rate: number, one: One): Promise<number[]> {
  const took: number[] = [];
  const began = performance.now();
  const running: Promise<unknown>[] = [];
  const failures: unknown[] = [];
  const mostUnderWay = (rate * P99_LIMIT_MS * BACKLOG) / 1000;
  for (let n = 0; n < count && n - took.length < mostUnderWay && failures.length === 0; n++) {
    const due = began + (n * 1000) / rate;
    await pause(Math.max(0, due - performance.now()));
    running.push(
      one().then(
        () => took.push(performance.now() - due),
        (error: unknown) => failures.push(error),
      ),
    );
    if (n % 1000 === 999) console.log(`  ${n + 1} of ${count} arrived, ${n + 1 - took.length} under way`);
  }
  await Promise.all(running);
  if (failures.length > 0) throw failures[0];
  return took;
}
