import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Db } from '../../db/client';
import { addMinutes, noteBreakers } from '../../db/repositories/source-health';
import type { CallMeter, MinuteOfCalls } from '../../providers/http/call-meter';
import type { BreakerState } from '../../providers/sources/port';

const EVERY_MS = 5_000;
/** A report without news is still made this often: a worker that is silent for longer is taken for gone. */
const SIGN_OF_LIFE_MS = 60_000;

interface Health {
  db: Db;
  meter: CallMeter;
  breakers: () => readonly BreakerState[];
  log: Logger;
}

/** Stores what this worker knows of the outside parties; what cannot be stored now is stored with the next report. */
export async function reportHealth(
  { db, meter, breakers }: Health,
  workerId: string,
  now: Date,
): Promise<void> {
  const taken = meter.take();
  try {
    await db.transaction(async (tx) => {
      await addMinutes(
        tx,
        taken.map(rowOf).sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)),
      );
      await noteBreakers(
        tx,
        breakers().map(({ source, state, openedAt, lastFailure }) => ({
          ...{ party: source, workerId, state, lastFailure, updatedAt: now },
          openedAt: openedAt === null ? null : new Date(openedAt),
        })),
      );
    });
  } catch (error) {
    meter.giveBack(taken);
    throw error;
  }
}

/** Reports every few seconds; returns what ends it with a last report. */
export function startHealthReports(health: Health): () => Promise<void> {
  const workerId = randomUUID();
  let toldAt = Number.NEGATIVE_INFINITY;
  const report = async (): Promise<void> => {
    if (health.meter.idle && performance.now() - toldAt < SIGN_OF_LIFE_MS) return;
    toldAt = performance.now();
    await reportHealth(health, workerId, new Date()).catch(() => {
      toldAt = Number.NEGATIVE_INFINITY;
      health.log.warn('health of sources could not be stored, trying again');
    });
  };
  const timer = setInterval(() => void report(), EVERY_MS);
  return async () => {
    clearInterval(timer);
    await report();
  };
}

/** In one order in all workers, so that two reports never wait for each other. */
const keyOf = ({ party, minute }: { party: string; minute: Date }) => `${party}/${minute.toISOString()}`;

function rowOf({ minuteMs, within, ...counts }: MinuteOfCalls) {
  const [within100, within300, within1000, within3000] = within;
  return { ...counts, minute: new Date(minuteMs), within100, within300, within1000, within3000 };
}
