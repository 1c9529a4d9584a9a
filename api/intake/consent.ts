import { and, eq } from 'drizzle-orm';
import type { ConsentGrant } from '../../contracts/http/applications';
import type { Tx } from '../../db/client';
import type { Vault } from '../../db/crypto/vault';
import { publishedPolicy } from '../../db/repositories/policy';
import { consents } from '../../db/schema/applications';
import { ProblemError } from '../problem';

/** A consent with where it came from; the evidence is sealed. */
export interface GrantedConsent {
  id: string;
  grant: ConsentGrant;
  customerId: string;
  applicationId: string;
  channel: string;
  clockId: string | null;
  now: Date;
  today: string;
  evidence: { ip: string; userAgent: string; actorId: string };
}

/** Stores a consent to the words in force today, or refuses other words (征信业管理条例 18, PIPL 14). Returns its id. */
export async function storeConsent(tx: Tx, vault: Vault, given: GrantedConsent): Promise<string> {
  const { id, grant, customerId, applicationId, channel, clockId, now, evidence } = given;
  const text = await publishedPolicy(tx, 'consent_text', grant.code, given.today);
  const wanted = text?.body.hashes[grant.locale === 'en' ? 'en' : 'zh'];
  if (text === null || text.ref.version !== grant.version || wanted !== grant.textHash)
    throw new ProblemError('CONSENT_TEXT_UNKNOWN');
  const place = { table: 'consents', column: 'sealed_evidence', rowId: id };
  const [made] = await tx
    .insert(consents)
    .values({
      id,
      customerId,
      applicationId,
      code: grant.code,
      textVersion: grant.version,
      textHash: grant.textHash,
      locale: grant.locale,
      channel,
      sealedEvidence: vault.seal(place, JSON.stringify(evidence)),
      grantedAt: now,
      clockId,
    })
    .onConflictDoNothing()
    .returning({ id: consents.id });
  return made?.id ?? (await existing(tx, applicationId, grant));
}

async function existing(tx: Tx, applicationId: string, { code, version }: ConsentGrant): Promise<string> {
  const [row] = await tx
    .select({ id: consents.id })
    .from(consents)
    .where(
      and(
        eq(consents.applicationId, applicationId),
        eq(consents.code, code),
        eq(consents.textVersion, version),
      ),
    );
  if (row === undefined) throw new ProblemError('ALREADY_EXISTS');
  return row.id;
}
