import { createHash, randomBytes } from 'node:crypto';
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { newId } from '../../contracts/ids';
import type { Queryable } from '../client';
import { compiledRead } from '../compiled';
import { apiKeys, partners, permissions, staffUsers } from '../schema/access';
import { customers } from '../schema/customers';

export type StaffRow = typeof staffUsers.$inferSelect;
export type PartnerRow = typeof partners.$inferSelect;
export type ApiKeyRow = typeof apiKeys.$inferSelect;
export type PermissionRow = typeof permissions.$inferSelect;

const staffWithSubject = compiledRead((from) =>
  from
    .select()
    .from(staffUsers)
    .where(
      and(
        eq(staffUsers.issuer, sql.placeholder('issuer')),
        eq(staffUsers.subject, sql.placeholder('subject')),
      ),
    ),
);

/** The member of staff behind a token. */
export async function staffBySubject(
  db: Queryable,
  issuer: string,
  subject: string,
): Promise<StaffRow | undefined> {
  const [row] = await staffWithSubject(db, { issuer, subject });
  return row;
}

/** A member of staff by id. */
export async function staffById(db: Queryable, id: string): Promise<StaffRow | undefined> {
  const [row] = await db.select().from(staffUsers).where(eq(staffUsers.id, id));
  return row;
}

/** Active staff of an issuer, in order of their ids. */
export async function staffOf(db: Queryable, issuer: string): Promise<StaffRow[]> {
  return db
    .select()
    .from(staffUsers)
    .where(and(eq(staffUsers.issuer, issuer), eq(staffUsers.active, true)))
    .orderBy(asc(staffUsers.id))
    .limit(500);
}

/** Active staff with a role, in order of their ids. */
export async function staffWithRole(db: Queryable, issuer: string, role: string): Promise<StaffRow[]> {
  return db
    .select()
    .from(staffUsers)
    .where(
      and(
        eq(staffUsers.issuer, issuer),
        eq(staffUsers.active, true),
        sql`${role} = any(${staffUsers.roles})`,
      ),
    )
    .orderBy(asc(staffUsers.id));
}

/** A partner by its code. */
export async function partnerByCode(db: Queryable, code: string): Promise<PartnerRow | undefined> {
  const [row] = await db.select().from(partners).where(eq(partners.code, code));
  return row;
}

const customersOf = compiledRead((from) =>
  from
    .select({ id: customers.id })
    .from(customers)
    .where(eq(customers.subject, sql.placeholder('subject'))),
);

/** Customer rows of one applicant: one per clock, so several in tests. */
export async function customerIdsOf(db: Queryable, subject: string): Promise<string[]> {
  const rows = await customersOf(db, { subject });
  return rows.map((row) => row.id);
}

/** All rows that speak of these roles. */
export async function permissionsOf(db: Queryable, roles: readonly string[]): Promise<PermissionRow[]> {
  if (roles.length === 0) return [];
  return db
    .select()
    .from(permissions)
    .where(inArray(permissions.role, [...roles]));
}

const KEY_FORM = /^lfk_[0-9a-f]{8}_[A-Za-z0-9_-]{43}$/;

/** Whether a credential has the form of an API key, so that it is not tried as a token. */
export function looksLikeApiKey(credential: string): boolean {
  return KEY_FORM.test(credential);
}

/**
 * A new key: the text is shown once, only its hash stays. 256 random bits need no slow hash. Made again under the same
 * id, because the first answer never left, the key has a new text and the former one opens nothing.
 */
export async function createApiKey(
  db: Queryable,
  input: { id?: string; partnerId: string; label: string; scopes: readonly string[]; createdBy: string },
): Promise<{ row: ApiKeyRow; key: string }> {
  const prefix = randomBytes(4).toString('hex');
  const key = `lfk_${prefix}_${randomBytes(32).toString('base64url')}`;
  const [row] = await db
    .insert(apiKeys)
    .values({
      ...input,
      scopes: [...input.scopes],
      id: input.id ?? newId('key'),
      prefix,
      keyHash: hashOf(key),
    })
    .onConflictDoUpdate({ target: apiKeys.id, set: { prefix, keyHash: hashOf(key) } })
    .returning();
  if (row === undefined) throw new Error('insert of an API key returned nothing');
  return { row, key };
}

/** The living key and its partner behind a credential; notes the use, at most once a minute. */
export async function apiKeyByText(
  db: Queryable,
  key: string,
): Promise<{ key: ApiKeyRow; partner: PartnerRow } | undefined> {
  const [found] = await db
    .select({ key: apiKeys, partner: partners })
    .from(apiKeys)
    .innerJoin(partners, eq(partners.id, apiKeys.partnerId))
    .where(and(eq(apiKeys.keyHash, hashOf(key)), isNull(apiKeys.revokedAt)));
  if (found === undefined) return undefined;
  await db
    .update(apiKeys)
    .set({ lastUsedAt: sql`now()` })
    .where(
      and(
        eq(apiKeys.id, found.key.id),
        sql`(${apiKeys.lastUsedAt} is null or ${apiKeys.lastUsedAt} < now() - interval '1 minute')`,
      ),
    );
  return found;
}

/** Revokes a key at once; a revoked key never comes back. */
export async function revokeApiKey(db: Queryable, id: string): Promise<ApiKeyRow | undefined> {
  const [row] = await db
    .update(apiKeys)
    .set({ revokedAt: sql`coalesce(${apiKeys.revokedAt}, now())` })
    .where(eq(apiKeys.id, id))
    .returning();
  return row;
}

function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
