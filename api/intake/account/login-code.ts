import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { and, desc, eq, gt, sql } from 'drizzle-orm';
import type { ProblemCode } from '../../../contracts/errors';
import { newId } from '../../../contracts/ids';
import type { Queryable, Tx } from '../../../db/client';
import type { Vault } from '../../../db/crypto/vault';
import { queuedMessage } from '../../../db/repositories/messages';
import { writeRecords } from '../../../db/repositories/records';
import { loginCodes } from '../../../db/schema/accounts';
import { ProblemError } from '../../problem';

const LIFE_MS = 10 * 60_000;
/** Pause between two codes to one phone. */
export const CODE_PAUSE_MS = 60_000;
const MOST_PER_DAY = 10;
const MOST_PER_ADDRESS_HOUR = 100;
/** Wrong codes after which a phone is locked, and for how long (等保: five tries, thirty minutes). */
const WRONG_BEFORE_LOCK = 5;
const LOCK_MS = 30 * 60_000;
const DAY_MS = 24 * 3_600_000;
const HOUR_MS = 3_600_000;

/** Who asks for a code. */
export interface CodeRequest {
  phone: string;
  locale: 'zh-CN' | 'en';
  /** Network address of the caller; kept as a keyed hash only. */
  address: string;
}

/**
 * Sends a code to a phone, known or not: the answer must not tell which phones have accounts. The bounds hold per
 * phone and per address; the phone's row lock keeps concurrent requests from passing them together.
 */
export async function sendLoginCode(
  tx: Tx,
  vault: Vault,
  { phone, locale, address }: CodeRequest,
  now: Date,
): Promise<Date> {
  const phoneIndex = vault.blindIndex('phone', phone);
  const addressHash = vault.blindIndex('phone', `address/${address}`);
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${phoneIndex}, 0))`);
  await refuseLocked(tx, phoneIndex, now);
  await refuseTooMany(tx, phoneIndex, addressHash, now);
  const code = String(randomInt(0, 1_000_000)).padStart(6, '0');
  const salt = randomBytes(16).toString('hex');
  const expiresAt = new Date(now.getTime() + LIFE_MS);
  const id = newId('cod');
  await tx.insert(loginCodes).values({
    ...{ id, phoneIndex, addressHash, salt, expiresAt },
    codeHash: hashOf(salt, code),
    sentAt: now,
  });
  const message = queuedMessage(vault, {
    key: `login-code/${id}`,
    template: 'login-code',
    channel: 'sms',
    locale,
    to: phone,
    params: { code, minutes: LIFE_MS / 60_000 },
    createdAt: now,
    clockId: null,
  });
  await writeRecords(tx, { messages: [message] });
  return expiresAt;
}

/**
 * Tries a code on the phone's latest. A wrong one is counted although the request is refused, so the refusal is
 * returned, not thrown. A right one stays valid until `use` is called: who must first register sends it again.
 */
export async function tryLoginCode(
  tx: Tx,
  phoneIndex: string,
  code: string,
  now: Date,
): Promise<{ ok: true; use: () => Promise<void> } | { ok: false; code: ProblemCode; retryAfterS?: number }> {
  const lockedS = await lockedFor(tx, phoneIndex, now);
  if (lockedS > 0) return { ok: false, code: 'LOGIN_LOCKED', retryAfterS: lockedS };
  const [sent] = await tx
    .select()
    .from(loginCodes)
    .where(eq(loginCodes.phoneIndex, phoneIndex))
    .orderBy(desc(loginCodes.sentAt), desc(loginCodes.id))
    .limit(1)
    .for('update');
  if (sent === undefined || sent.usedAt !== null) return { ok: false, code: 'CODE_INVALID' };
  if (sent.expiresAt <= now) return { ok: false, code: 'CODE_EXPIRED' };
  if (timingSafeEqual(Buffer.from(hashOf(sent.salt, code)), Buffer.from(sent.codeHash))) {
    const use = async () => {
      await tx.update(loginCodes).set({ usedAt: now }).where(eq(loginCodes.id, sent.id));
    };
    return { ok: true, use };
  }
  await tx
    .update(loginCodes)
    .set({ attempts: sql`${loginCodes.attempts} + 1`, lastAttemptAt: now })
    .where(eq(loginCodes.id, sent.id));
  return { ok: false, code: 'CODE_INVALID' };
}

async function refuseLocked(tx: Tx, phoneIndex: string, now: Date): Promise<void> {
  const lockedS = await lockedFor(tx, phoneIndex, now);
  if (lockedS > 0) throw new ProblemError('LOGIN_LOCKED', { headers: { 'retry-after': String(lockedS) } });
}

/** Seconds that a phone is still locked: counted from its last wrong code, over all codes sent to it. */
async function lockedFor(tx: Queryable, phoneIndex: string, now: Date): Promise<number> {
  const recent = and(
    eq(loginCodes.phoneIndex, phoneIndex),
    gt(loginCodes.lastAttemptAt, new Date(now.getTime() - LOCK_MS)),
  );
  const rows = await tx
    .select({ attempts: loginCodes.attempts, lastAttemptAt: loginCodes.lastAttemptAt })
    .from(loginCodes)
    .where(recent);
  const wrong = rows.reduce((sum, { attempts }) => sum + attempts, 0);
  if (wrong < WRONG_BEFORE_LOCK) return 0;
  const last = Math.max(...rows.map(({ lastAttemptAt }) => lastAttemptAt?.getTime() ?? 0));
  return Math.max(1, Math.ceil((last + LOCK_MS - now.getTime()) / 1000));
}

async function refuseTooMany(tx: Tx, phoneIndex: string, addressHash: string, now: Date): Promise<void> {
  const ago = (ms: number) => new Date(now.getTime() - ms);
  const ofPhone = await tx
    .select({ sentAt: loginCodes.sentAt })
    .from(loginCodes)
    .where(and(eq(loginCodes.phoneIndex, phoneIndex), gt(loginCodes.sentAt, ago(DAY_MS))))
    .orderBy(desc(loginCodes.sentAt));
  const last = ofPhone[0]?.sentAt;
  const waitMs = last === undefined ? 0 : last.getTime() + CODE_PAUSE_MS - now.getTime();
  const retryAfter = (ms: number) => ({ headers: { 'retry-after': String(Math.ceil(ms / 1000)) } });
  if (waitMs > 0) throw new ProblemError('CODE_TOO_SOON', retryAfter(waitMs));
  const ofAddress = await tx
    .select({ id: loginCodes.id })
    .from(loginCodes)
    .where(and(eq(loginCodes.addressHash, addressHash), gt(loginCodes.sentAt, ago(HOUR_MS))))
    .limit(MOST_PER_ADDRESS_HOUR);
  if (ofPhone.length >= MOST_PER_DAY || ofAddress.length >= MOST_PER_ADDRESS_HOUR)
    throw new ProblemError('LOGIN_CODES_EXCEEDED', retryAfter(HOUR_MS));
}

function hashOf(salt: string, code: string): string {
  return createHash('sha256').update(`${salt}/${code}`).digest('hex');
}
