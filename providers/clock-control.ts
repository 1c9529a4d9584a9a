import { request } from 'undici';
import { z } from 'zod';

/** The sandbox's side of a test clock. Production has none: real parties live in real time. */
export interface SandboxClock {
  /** Does what the parties planned up to `now`; answers when every callback of it was taken. */
  advance(clockId: string, now: Date): Promise<void>;
  /** When the parties will do something next; null when nothing is planned. */
  next(clockId: string): Promise<Date | null>;
}

const nextAnswer = z.object({ next: z.iso.datetime().nullable() });
const CALL = { headersTimeout: 60_000, bodyTimeout: 60_000 };

/** Talks to the sandbox's control address. */
export function sandboxClock(baseUrl: string): SandboxClock {
  const urlOf = (clockId: string, verb: string) =>
    `${baseUrl}/control/clocks/${encodeURIComponent(clockId)}/${verb}`;
  return {
    async advance(clockId, now) {
      const { statusCode, body } = await request(urlOf(clockId, 'advance'), {
        ...CALL,
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ now: now.toISOString() }),
      });
      await body.dump();
      if (statusCode >= 300) throw new Error(`sandbox clock answered ${statusCode}`);
    },
    async next(clockId) {
      const { statusCode, body } = await request(urlOf(clockId, 'next'), CALL);
      if (statusCode >= 300) throw new Error(`sandbox clock answered ${statusCode}`);
      const { next } = nextAnswer.parse(await body.json());
      return next === null ? null : new Date(next);
    },
  };
}
