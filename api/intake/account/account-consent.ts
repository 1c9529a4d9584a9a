import { and, eq } from 'drizzle-orm';
import type { ConsentGrant } from '../../../contracts/http/applications';
import { newId } from '../../../contracts/ids';
import type { Tx } from '../../../db/client';
import type { Vault } from '../../../db/crypto/vault';
import { publishedPolicy } from '../../../db/repositories/policy';
import { accountConsents } from '../../../db/schema/accounts';
import { businessDate } from '../../../domain/calendar/business-date';
import { ProblemError } from '../../problem';

/** Texts that concern the account and no single application. */
export const ACCOUNT_TEXTS = { terms: 'account_terms', card: 'card_binding' } as const;
export type AccountText = (typeof ACCOUNT_TEXTS)[keyof typeof ACCOUNT_TEXTS];

/** Where an agreement came from; stored sealed. */
export interface Evidence {
  ip: string;
  userAgent: string;
}

/** Stores that an account agreed to the words in force today, or refuses other words. Returns the agreement's id. */
export async function storeAccountConsent(
  tx: Tx,
  vault: Vault,
  {
    accountId,
    wanted,
    grant,
    evidence,
  }: {
    accountId: string;
    wanted: AccountText;
    grant: ConsentGrant;
    evidence: Evidence;
  },
  now: Date,
): Promise<string> {
  const text = await publishedPolicy(tx, 'consent_text', wanted, businessDate(now.getTime()));
  const hash = text?.body.hashes[grant.locale === 'en' ? 'en' : 'zh'];
  if (grant.code !== wanted || text?.ref.version !== grant.version || hash !== grant.textHash)
    throw new ProblemError('TERMS_NOT_CURRENT');
  const id = newId('con');
  const place = { table: 'account_consents', column: 'sealed_evidence', rowId: id };
  const [made] = await tx
    .insert(accountConsents)
    .values({
      ...{ id, accountId, code: grant.code, textVersion: grant.version, textHash: grant.textHash },
      locale: grant.locale,
      sealedEvidence: vault.seal(place, JSON.stringify(evidence)),
      grantedAt: now,
    })
    .onConflictDoNothing()
    .returning({ id: accountConsents.id });
  if (made !== undefined) return made.id;
  const same = and(
    eq(accountConsents.accountId, accountId),
    eq(accountConsents.code, grant.code),
    eq(accountConsents.textVersion, grant.version),
  );
  const [known] = await tx.select({ id: accountConsents.id }).from(accountConsents).where(same);
  if (known === undefined) throw new ProblemError('ALREADY_EXISTS');
  return known.id;
}
