import { createHash } from 'node:crypto';
import type { BankRecord } from '../bank/records';
import type { Callbacks } from '../callbacks/callbacks';
import type { TellReady } from './company';

/** Queues a source's "your answer is ready" beside the bank's callbacks, so that both keep the order of one clock. */
export function readyTeller(
  callbacks: Callbacks,
  append: (...records: BankRecord[]) => Promise<void>,
  liveDelayCapMs: number,
): TellReady {
  return async ({ sourceCode, requestKey, moment, afterMs }) => {
    const dueMs = moment.nowMs + (moment.clockId === null ? Math.min(afterMs, liveDelayCapMs) : afterMs);
    const id = `sev_${createHash('sha256').update(`${sourceCode}/${requestKey}`).digest('hex').slice(0, 20)}`;
    await append({
      t: 'callback',
      callback: {
        no: callbacks.nextNo(),
        dueMs,
        clockId: moment.clockId,
        signature: 'good',
        event: {
          type: 'source.ready',
          id,
          occurredAt: new Date(dueMs).toISOString(),
          clockId: moment.clockId,
          sourceCode,
          requestKey,
        },
      },
    });
    return dueMs;
  };
}
