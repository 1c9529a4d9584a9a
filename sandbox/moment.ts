import type { IncomingHttpHeaders } from 'node:http';
import { businessDate } from '../domain/calendar/business-date';
import { BadRequest } from './refusal';

/** The time a request lives in: real, or that of a test clock. */
export type Moment = { readonly clockId: string | null; readonly nowMs: number };

/** The date of the moment in the bank's books (Asia/Shanghai). */
export const dateOf = (atMs: number): string => businessDate(atMs);

/** The instants of all test clocks as far as the sandbox has heard of them; a clock never goes back. */
export class Clocks {
  private readonly known = new Map<string, number>();

  /** Notes a clock's instant and gives the latest one known. */
  observe(clockId: string, nowMs: number): number {
    const latest = Math.max(nowMs, this.known.get(clockId) ?? nowMs);
    this.known.set(clockId, latest);
    return latest;
  }

  now(clockId: string | null): number {
    if (clockId === null) return Date.now();
    const known = this.known.get(clockId);
    if (known === undefined)
      throw new BadRequest('CLOCK_UNKNOWN', 'send x-test-now with the first request of a clock');
    return known;
  }

  /** The moment a request speaks of: its own x-test-now, though later news of the clock stays known. */
  momentOf(headers: IncomingHttpHeaders): Moment {
    const clockId = headers['x-test-clock'];
    if (typeof clockId !== 'string' || clockId === '') return { clockId: null, nowMs: Date.now() };
    const stated = headers['x-test-now'];
    if (typeof stated !== 'string') return { clockId, nowMs: this.now(clockId) };
    const nowMs = Date.parse(stated);
    if (!Number.isFinite(nowMs)) throw new BadRequest('BAD_TEST_NOW', 'x-test-now must be an ISO instant');
    this.observe(clockId, nowMs);
    return { clockId, nowMs };
  }
}
