import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { partyNames } from './parties';

/**
 * A disturbance switched on at run time: `down` breaks the connection unread, `error` answers 503, `refuse` answers 403
 * as to a stranger, `slow` answers late, `hang` never answers, `unanswered` does the work and then breaks the connection.
 */
export const fault = z
  .strictObject({
    party: z.enum(partyNames),
    kind: z.enum(['down', 'error', 'refuse', 'slow', 'hang', 'unanswered']),
    count: z.int().min(1).max(1_000_000).optional(),
    untilReset: z.literal(true).optional(),
    delayMs: z.int().min(1).max(120_000).default(1000),
  })
  .refine((f) => (f.count === undefined) !== (f.untilReset === undefined), {
    message: 'say either count or untilReset',
  });
export type Fault = z.infer<typeof fault>;

/** The disturbances now in force, each until its count is used up or until reset. */
export class Faults {
  private active: { fault: Fault; left: number }[] = [];

  add(added: Fault): void {
    this.active.push({ fault: added, left: added.count ?? Number.POSITIVE_INFINITY });
  }

  reset(): void {
    this.active = [];
  }

  list(): (Omit<Fault, 'untilReset'> & { left: number | null })[] {
    return this.active.map(({ fault: { untilReset: _, ...rest }, left }) => ({
      ...rest,
      left: Number.isFinite(left) ? left : null,
    }));
  }

  /** The fault that this call meets, if any; a counted one is used up by it. */
  meet(party: string): Fault | undefined {
    const met = this.active.find((item) => item.fault.party === party);
    if (!met) return undefined;
    met.left -= 1;
    if (met.left <= 0) this.active = this.active.filter((item) => item !== met);
    return met.fault;
  }
}

/** Ends the connection without an answer, as a crashed party would. */
export function breakConnection(reply: FastifyReply): void {
  reply.hijack();
  reply.raw.destroy();
}

/** Leaves the caller without an answer until it gives up or the limit passes, then breaks the connection. */
export async function hang(reply: FastifyReply, limitMs: number): Promise<void> {
  reply.hijack();
  await new Promise<void>((done) => {
    const timer = setTimeout(done, limitMs);
    reply.raw.once('close', () => {
      clearTimeout(timer);
      done();
    });
  });
  reply.raw.destroy();
}

/** Waits in real time. */
export const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
