import { createHash } from 'node:crypto';
import { ROLES, type RoleName } from '../../contracts/http/roles';
import type { Db } from '../../db/client';
import {
  apiKeyByText,
  customerIdsOf,
  looksLikeApiKey,
  partnerByCode,
  permissionsOf,
  type StaffRow,
  staffById,
  staffBySubject,
} from '../../db/repositories/access';
import {
  accountBySession,
  looksLikeSession,
  subjectOfAccount,
} from '../../db/repositories/borrower-accounts';
import { ProblemError } from '../problem';
import { abilityOf } from './ability';
import type { Actor } from './actor';
import { createVerifier } from './known-tokens';
import { type Grant, widestReach } from './reach';
import type { Claims, TrustedIssuer } from './tokens';

type Identity = Omit<Actor, 'ability' | 'reach'>;

const NOBODY = {
  customerIds: [],
  accountId: null,
  sessionId: null,
  partnerId: null,
  branch: null,
  authorityLimitMinor: null,
} as const;
const GRANTS_MS = 5_000;

/** Turns a credential into an actor, or throws why it is refused. */
export function createIdentifier(
  db: Db,
  issuers: readonly TrustedIssuer[],
): (credential: string) => Promise<Actor> {
  const cache = new Map<string, { until: number; grants: Grant[] }>();
  const verify = createVerifier(issuers);

  const grantsOf = async (roles: readonly string[]): Promise<Grant[]> => {
    const key = [...roles].sort().join(' ');
    const kept = cache.get(key);
    if (kept !== undefined && kept.until > performance.now()) return kept.grants;
    const grants = await permissionsOf(db, roles);
    cache.set(key, { until: performance.now() + GRANTS_MS, grants });
    return grants;
  };

  const equip = async (identity: Identity, scopes?: readonly string[]): Promise<Actor> => {
    const all = await grantsOf(identity.roles);
    return equipped(
      identity,
      all.filter((g) => scopes === undefined || scopes.includes(`${g.action}:${g.subject}`)),
    );
  };

  return async (credential) => {
    if (looksLikeApiKey(credential)) {
      const found = await apiKeyByText(db, credential);
      if (found === undefined) throw new ProblemError('API_KEY_INVALID');
      return equip(partnerIdentity(found.partner), found.key.scopes);
    }
    if (looksLikeSession(credential)) return equip(await sessionIdentity(db, credential));
    const claims = await verify(credential);
    if (isApplicant(claims)) return equip(await applicantIdentity(db, claims));
    if (claims.roles.includes('partner')) {
      const partner = await partnerByCode(db, claims.partner ?? '');
      if (partner === undefined) throw new ProblemError('ACCOUNT_INACTIVE');
      return equip(partnerIdentity(partner));
    }
    return equip(await staffIdentity(db, claims));
  };
}

function equipped(identity: Identity, grants: readonly Grant[]): Actor {
  return {
    ...identity,
    ability: abilityOf(identity, grants),
    reach: (action, subject) => widestReach(grants, action, subject),
  };
}

/** A member of staff as of now, for work that goes on after the request; undefined once the account is closed. */
export async function staffActor(db: Db, userId: string): Promise<Actor | undefined> {
  const user = await staffById(db, userId);
  if (user === undefined || !user.active) return undefined;
  const identity = identityOf(user);
  return equipped(identity, await permissionsOf(db, identity.roles));
}

function isApplicant({ issuer, roles }: Claims): boolean {
  return issuer.admits === 'applicants' || roles.includes('applicant');
}

/** A borrower of the built-in accounts. Accounts live in real time, whatever clock their loans are on. */
async function sessionIdentity(db: Db, access: string): Promise<Identity> {
  const found = await accountBySession(db, access, new Date());
  if (found === undefined) throw new ProblemError('SESSION_ENDED');
  const { account, sessionId } = found;
  const subject = subjectOfAccount(account.id);
  return {
    ...NOBODY,
    kind: 'applicant',
    id: account.id,
    displayName: account.maskedName ?? account.maskedPhone,
    roles: ['applicant'],
    subject,
    customerIds: await customerIdsOf(db, subject),
    accountId: account.id,
    sessionId,
  };
}

async function applicantIdentity(db: Db, { issuer, subject }: Claims): Promise<Identity> {
  const key = `${issuer.issuer}#${subject}`;
  return {
    ...NOBODY,
    kind: 'applicant',
    id: `sub_${createHash('sha256').update(key).digest('hex').slice(0, 26)}`,
    displayName: '',
    roles: ['applicant'],
    subject: key,
    customerIds: await customerIdsOf(db, key),
  };
}

function partnerIdentity(partner: { id: string; displayName: string; active: boolean }): Identity {
  if (!partner.active) throw new ProblemError('ACCOUNT_INACTIVE');
  return {
    ...NOBODY,
    kind: 'partner',
    id: partner.id,
    displayName: partner.displayName,
    roles: ['partner'],
    subject: partner.id,
    partnerId: partner.id,
  };
}

/** Roles of staff come from the lender's own rows, never from a token. */
async function staffIdentity(db: Db, { issuer, subject }: Claims): Promise<Identity> {
  const user = await staffBySubject(db, issuer.issuer, subject);
  if (user === undefined || !user.active) throw new ProblemError('ACCOUNT_INACTIVE');
  return identityOf(user);
}

function identityOf(user: StaffRow): Identity {
  return {
    ...NOBODY,
    kind: 'staff',
    id: user.id,
    displayName: user.displayName,
    roles: user.roles.filter((role): role is RoleName => ROLES.some((known) => known === role)),
    subject: user.subject,
    branch: user.branch,
    authorityLimitMinor: user.authorityLimitMinor,
  };
}
