import { createHash, randomBytes } from 'node:crypto';
import { and, eq, gt, isNull, or } from 'drizzle-orm';
import { newId } from '../../contracts/ids';
import type { Queryable, Tx } from '../client';
import { borrowerAccounts, borrowerSessions } from '../schema/accounts';

export type BorrowerAccountRow = typeof borrowerAccounts.$inferSelect;
type SessionRow = typeof borrowerSessions.$inferSelect;

/** Name of the built-in issuer of borrower accounts, as in the subjects of customers. */
export const BORROWER_ISSUER = 'urn:loanflow:borrowers';
const ACCESS_MS = 15 * 60_000;
const REFRESH_MS = 30 * 24 * 3_600_000;
/** Two windows of one browser may send the same refresh token; later than this it was stolen. */
const REUSE_GRACE_MS = 30_000;

/** How an account is named on customer rows. */
export const subjectOfAccount = (accountId: string): string => `${BORROWER_ISSUER}#${accountId}`;

/** The account behind a customer's subject; null for identities of other issuers. */
export function accountOfSubject(subject: string | null): string | null {
  const prefix = `${BORROWER_ISSUER}#`;
  return subject?.startsWith(prefix) ? subject.slice(prefix.length) : null;
}

/** What a browser gets: both tokens in full, this once. */
export interface SessionTokens {
  access: string;
  accessUntil: Date;
  refresh: string;
  refreshUntil: Date;
  accountId: string;
}

const ACCESS_FORM = /^lfs_[A-Za-z0-9_-]{43}$/;

/** Whether a credential has the form of a borrower's access token. */
export function looksLikeSession(credential: string): boolean {
  return ACCESS_FORM.test(credential);
}

/** Begins a session of an account. 256 random bits need no slow hash. */
export async function beginSession(tx: Queryable, accountId: string, now: Date): Promise<SessionTokens> {
  const tokens = freshTokens(accountId, now);
  await tx.insert(borrowerSessions).values({
    id: newId('ses'),
    accountId,
    ...hashesOf(tokens),
    refreshedAt: now,
    createdAt: now,
  });
  await tx.update(borrowerAccounts).set({ lastLoginAt: now }).where(eq(borrowerAccounts.id, accountId));
  return tokens;
}

/** The account that an access token opens, while session and account live. */
export async function accountBySession(
  db: Queryable,
  access: string,
  now: Date,
): Promise<{ account: BorrowerAccountRow; sessionId: string } | undefined> {
  const [found] = await db
    .select({ account: borrowerAccounts, sessionId: borrowerSessions.id })
    .from(borrowerSessions)
    .innerJoin(borrowerAccounts, eq(borrowerAccounts.id, borrowerSessions.accountId))
    .where(
      and(
        eq(borrowerSessions.accessHash, hashOf(access)),
        gt(borrowerSessions.accessUntil, now),
        isNull(borrowerSessions.endedAt),
        eq(borrowerAccounts.active, true),
      ),
    );
  return found;
}

/** New tokens for a refresh token, which is used up. One that was used up before ends the whole session. */
export async function renewSession(tx: Tx, refresh: string, now: Date): Promise<SessionTokens | null> {
  const hash = hashOf(refresh);
  const [session] = await tx
    .select()
    .from(borrowerSessions)
    .where(or(eq(borrowerSessions.refreshHash, hash), eq(borrowerSessions.formerRefreshHash, hash)))
    .for('update');
  if (session === undefined || session.endedAt !== null || session.refreshUntil <= now) return null;
  if (session.refreshHash !== hash && isStolen(session, now)) {
    await endSession(tx, session.id, 'refresh_reused', now);
    return null;
  }
  const tokens = freshTokens(session.accountId, now);
  await tx
    .update(borrowerSessions)
    .set({ ...hashesOf(tokens), formerRefreshHash: session.refreshHash, refreshedAt: now })
    .where(eq(borrowerSessions.id, session.id));
  return tokens;
}

const isStolen = ({ refreshedAt }: SessionRow, now: Date) =>
  now.getTime() - refreshedAt.getTime() > REUSE_GRACE_MS;

/** Ends a session at once: its tokens open nothing from here on. */
export async function endSession(
  tx: Queryable,
  id: string,
  because: 'signed_out' | 'refresh_reused',
  now: Date,
): Promise<void> {
  await tx
    .update(borrowerSessions)
    .set({ endedAt: now, endedBecause: because })
    .where(and(eq(borrowerSessions.id, id), isNull(borrowerSessions.endedAt)));
}

function freshTokens(accountId: string, now: Date): SessionTokens {
  return {
    accountId,
    access: `lfs_${randomBytes(32).toString('base64url')}`,
    accessUntil: new Date(now.getTime() + ACCESS_MS),
    refresh: `lfr_${randomBytes(32).toString('base64url')}`,
    refreshUntil: new Date(now.getTime() + REFRESH_MS),
  };
}

const hashesOf = ({ access, accessUntil, refresh, refreshUntil }: SessionTokens) => ({
  accessHash: hashOf(access),
  accessUntil,
  refreshHash: hashOf(refresh),
  refreshUntil,
});

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
