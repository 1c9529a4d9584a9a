import { randomUUID } from 'node:crypto';
import { and, eq, lt, sql } from 'drizzle-orm';
import type { Db } from '../client';
import { idempotencyKeys } from '../schema/idempotency';

/** What makes two requests the same one. */
export interface RequestKey {
  actorId: string;
  route: string;
  key: string;
}

/** An answer as stored and given again. */
export interface StoredAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** What became of a reservation. */
export type Reservation =
  | { kind: 'reserved'; lockedBy: string; seed: string; reservedAt: Date }
  | { kind: 'replay'; answer: StoredAnswer }
  | { kind: 'other_body' }
  | { kind: 'in_progress' };

const KEPT_HOURS = 48;
const LOCK_SECONDS = 60;

/** Reserves a request before it acts; takes over a reservation whose holder has died. */
export async function reserveRequest(db: Db, request: RequestKey, bodyHash: string): Promise<Reservation> {
  const lockedBy = randomUUID();
  const until = sql`now() + make_interval(secs => ${LOCK_SECONDS})`;
  const fresh = {
    bodyHash,
    seed: randomUUID(),
    lockedBy,
    lockedUntil: until,
    expiresAt: sql`now() + make_interval(hours => ${KEPT_HOURS})`,
  };
  const [mine] = await db
    .insert(idempotencyKeys)
    .values({ ...request, ...fresh })
    .onConflictDoUpdate({
      target: [idempotencyKeys.actorId, idempotencyKeys.route, idempotencyKeys.key],
      set: { lockedBy, lockedUntil: until },
      setWhere: sql`${idempotencyKeys.status} is null and ${idempotencyKeys.lockedUntil} < now()
        and ${idempotencyKeys.bodyHash} = ${bodyHash}`,
    })
    .returning({ seed: idempotencyKeys.seed, reservedAt: idempotencyKeys.createdAt });
  if (mine !== undefined) return { kind: 'reserved', lockedBy, ...mine };
  const [held] = await db.select().from(idempotencyKeys).where(sameRequest(request));
  if (held === undefined) return { kind: 'in_progress' };
  if (held.bodyHash !== bodyHash) return { kind: 'other_body' };
  if (held.status === null) return { kind: 'in_progress' };
  const headers = held.headers as Record<string, string>;
  return { kind: 'replay', answer: { status: held.status, headers, body: held.body ?? '' } };
}

/** Stores the answer of a request; only its holder may. */
export async function storeAnswer(
  db: Db,
  request: RequestKey,
  lockedBy: string,
  answer: StoredAnswer,
): Promise<void> {
  await db
    .update(idempotencyKeys)
    .set(answer)
    .where(and(sameRequest(request), eq(idempotencyKeys.lockedBy, lockedBy)));
}

/** Frees a reservation whose request did not act, keeping its seed, so that a repeat may act at once. */
export async function releaseRequest(db: Db, request: RequestKey, lockedBy: string): Promise<void> {
  await db
    .update(idempotencyKeys)
    .set({ lockedUntil: sql`now() - interval '1 second'` })
    .where(and(sameRequest(request), eq(idempotencyKeys.lockedBy, lockedBy)));
}

/** Removes what has been kept long enough. Returns how many. */
export async function sweepRequests(db: Db, at: Date): Promise<number> {
  const gone = await db.delete(idempotencyKeys).where(lt(idempotencyKeys.expiresAt, at));
  return gone.rowCount ?? 0;
}

function sameRequest({ actorId, route, key }: RequestKey) {
  return and(
    eq(idempotencyKeys.actorId, actorId),
    eq(idempotencyKeys.route, route),
    eq(idempotencyKeys.key, key),
  );
}
