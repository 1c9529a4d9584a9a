import { and, eq, sql } from 'drizzle-orm';
import type { ConsentGrant } from '../../contracts/http/applications';
import type { Tx } from '../../db/client';
import { compiledRead, insertNew } from '../../db/compiled';
import type { Vault } from '../../db/crypto/vault';
import { isKind, policiesInForce } from '../../db/repositories/policy';
import { consents } from '../../db/schema/applications';
import { ProblemError } from '../problem';

/** A consent under the id that its row gets. */
export interface GivenConsent {
  id: string;
  grant: ConsentGrant;
}

/** What consents given together have in common, with where they came from; the evidence is sealed. */
export interface Granting {
  customerId: string;
  applicationId: string;
  channel: string;
  clockId: string | null;
  now: Date;
  today: string;
  evidence: { ip: string; userAgent: string; actorId: string };
}

/** Stores consents to the words in force today, or refuses other words (征信业管理条例 18, PIPL 14). Returns their ids. */
export async function storeConsents(
  tx: Tx,
  vault: Vault,
  given: readonly GivenConsent[],
  granting: Granting,
): Promise<string[]> {
  if (given.length === 0) return [];
  await refuseOtherWords(tx, given, granting.today);
  const { customerId, applicationId, channel, clockId, now, evidence } = granting;
  const rows = given.map(({ id, grant }) => ({
    id,
    customerId,
    applicationId,
    code: grant.code,
    textVersion: grant.version,
    textHash: grant.textHash,
    locale: grant.locale,
    channel,
    sealedEvidence: vault.seal(
      { table: 'consents', column: 'sealed_evidence', rowId: id },
      JSON.stringify(evidence),
    ),
    grantedAt: now,
    clockId,
  }));
  // All new, as nearly always: each has the id that it was given.
  if ((await putConsents(tx, rows)) === rows.length) return rows.map(({ id }) => id);
  const ids: string[] = [];
  for (const { grant } of given) ids.push(await standing(tx, applicationId, grant));
  return ids;
}

const putConsents = insertNew(consents);

async function refuseOtherWords(tx: Tx, given: readonly GivenConsent[], today: string): Promise<void> {
  const names = given.map(({ grant }) => ({ kind: 'consent_text' as const, code: grant.code }));
  const texts = (await policiesInForce(tx, names, today)).filter((each) => isKind(each, 'consent_text'));
  for (const { grant } of given) {
    const text = texts.find(({ ref }) => ref.code === grant.code);
    const wanted = text?.body.hashes[grant.locale === 'en' ? 'en' : 'zh'];
    if (text === undefined || text.ref.version !== grant.version || wanted !== grant.textHash)
      throw new ProblemError('CONSENT_TEXT_UNKNOWN');
  }
}

const consentTo = compiledRead((from) =>
  from
    .select({ id: consents.id })
    .from(consents)
    .where(
      and(
        eq(consents.applicationId, sql.placeholder('applicationId')),
        eq(consents.code, sql.placeholder('code')),
        eq(consents.textVersion, sql.placeholder('version')),
      ),
    ),
);

/** The consent to these words, as it was given now or before. */
async function standing(tx: Tx, applicationId: string, { code, version }: ConsentGrant): Promise<string> {
  const [row] = await consentTo(tx, { applicationId, code, version });
  if (row === undefined) throw new ProblemError('ALREADY_EXISTS');
  return row.id;
}
