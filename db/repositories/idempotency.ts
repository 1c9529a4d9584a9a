import { randomUUID } from 'node:crypto';
import { and, eq, lt, sql } from 'drizzle-orm';
import type { Db } from '../client';
import { compiledSql } from '../compiled';
import type { Vault } from '../crypto/vault';
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

/** Where answers are kept, and what seals them. */
export interface Kept {
  db: Db;
  vault: Vault;
}

const placeOf = ({ actorId, route, key }: RequestKey) => ({
  ...{ table: 'idempotency_keys', column: 'sealed_body' },
  rowId: `${actorId} ${route} ${key}`,
});

/** What became of a reservation. */
export type Reservation =
  | { kind: 'reserved'; lockedBy: string; seed: string; reservedAt: Date }
  | { kind: 'replay'; answer: StoredAnswer }
  | { kind: 'other_body' }
  | { kind: 'in_progress' };

const KEPT_HOURS = 48;
const LOCK_SECONDS = 60;

const asked = sql.placeholder;

const reserve = compiledSql<{ seed: string; at: string }>(sql`
  insert into idempotency_keys as kept
    (actor_id, route, key, body_hash, seed, locked_by, locked_until, expires_at)
  values (${asked('actorId')}, ${asked('route')}, ${asked('key')}, ${asked('bodyHash')}, ${asked('seed')},
    ${asked('lockedBy')}, now() + interval '${sql.raw(String(LOCK_SECONDS))} seconds',
    now() + interval '${sql.raw(String(KEPT_HOURS))} hours')
  on conflict (actor_id, route, key) do update
    set locked_by = excluded.locked_by, locked_until = excluded.locked_until
    where kept.status is null and kept.locked_until < now() and kept.body_hash = excluded.body_hash
  returning seed, created_at as at`);

/** Reserves a request before it acts; takes over a reservation whose holder has died. */
export async function reserveRequest(
  { db, vault }: Kept,
  request: RequestKey,
  bodyHash: string,
): Promise<Reservation> {
  const lockedBy = randomUUID();
  const { rows } = await reserve(db, { ...request, bodyHash, seed: randomUUID(), lockedBy });
  const [mine] = rows;
  if (mine) return { kind: 'reserved', lockedBy, seed: mine.seed, reservedAt: new Date(mine.at) };
  const [held] = await db.select().from(idempotencyKeys).where(sameRequest(request));
  if (held === undefined) return { kind: 'in_progress' };
  if (held.bodyHash !== bodyHash) return { kind: 'other_body' };
  if (held.status === null) return { kind: 'in_progress' };
  const headers = held.headers as Record<string, string>;
  const body =
    held.sealedBody === null ? (held.body ?? '') : vault.openText(placeOf(request), held.sealedBody);
  return { kind: 'replay', answer: { status: held.status, headers, body } };
}

const keepAnswer = compiledSql(sql`
  update idempotency_keys
  set status = ${asked('status')}, headers = ${asked('headers')}::jsonb, sealed_body = ${asked('sealedBody')}
  where actor_id = ${asked('actorId')} and route = ${asked('route')} and key = ${asked('key')}
    and locked_by = ${asked('lockedBy')}`);

/** Stores the answer of a request, sealed: it may hold a secret that is shown once. Only its holder may. */
export async function storeAnswer(
  { db, vault }: Kept,
  request: RequestKey,
  lockedBy: string,
  { status, headers, body }: StoredAnswer,
): Promise<void> {
  const sealedBody = vault.seal(placeOf(request), body);
  await keepAnswer(db, { ...request, lockedBy, status, headers: JSON.stringify(headers), sealedBody });
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
