import type { Logger } from 'pino';
import type { Db } from '../../db/client';
import { sealAuditDay } from '../../db/repositories/audit-roots';
import { auditSigner } from '../../db/repositories/audit-signer';
import { sweepFailing } from '../../db/repositories/failing-steps';
import { sweepRequests } from '../../db/repositories/idempotency';
import { forgetOldExports } from '../../db/repositories/list-exports';
import { forgetOldHealth } from '../../db/repositories/source-health';
import { businessDay } from '../../domain/calendar/business-date';
import { fromDay } from '../../domain/calendar/civil-day';
import { instantMsOf } from '../../domain/calendar/instant-of';
import { forgetOldSteps } from './step-key';

const EVERY_MS = 3_600_000;

interface House {
  db: Db;
  secret: string;
  utcOffsetMinutes: number;
  log: Logger;
}

/**
 * What has to be done now and then and by any worker: the signed root over yesterday's audit events, and forgetting keys
 * that nobody can ask for any more. Each is safe when several workers do it at once.
 */
export async function keepHouse({ db, secret, utcOffsetMinutes }: House, now: Date): Promise<void> {
  const today = businessDay(now.getTime(), utcOffsetMinutes);
  const before = new Date(instantMsOf(fromDay(today), '00:00', utcOffsetMinutes));
  await sealAuditDay(db, auditSigner(secret), { day: fromDay(today - 1), before });
  await sweepRequests(db, now);
  await forgetOldSteps(db);
  await sweepFailing(db);
  await forgetOldHealth(db, now);
  await forgetOldExports(db, now);
}

/** Keeps house at the start and every hour; returns what ends it. A failure is tried again an hour later. */
export function startHousekeeping(house: House): () => void {
  const round = () => {
    keepHouse(house, new Date()).catch(() => house.log.warn('housekeeping failed, again in an hour'));
  };
  round();
  const timer = setInterval(round, EVERY_MS);
  return () => clearInterval(timer);
}
