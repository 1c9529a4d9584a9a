import { and, desc, eq, sql } from 'drizzle-orm';
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
  const daysOf = await validDaysOf(tx, given, granting.today);
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
    validUntil: new Date(now.getTime() + daysOf(grant.code) * DAY_MS),
    renews: null as string | null,
    clockId,
  }));
  // All new, as nearly always: each has the id that it was given.
  if ((await putConsents(tx, rows)) === rows.length) return rows.map(({ id }) => id);
  const ids: string[] = [];
  for (const row of rows) ids.push(await standingOrRenewed(tx, row));
  return ids;
}

const DAY_MS = 86_400_000;
const putConsents = insertNew(consents);

/** For how many days each consent is given; other words than those in force are refused. */
async function validDaysOf(
  tx: Tx,
  given: readonly GivenConsent[],
  today: string,
): Promise<(code: string) => number> {
  const names = given.map(({ grant }) => ({ kind: 'consent_text' as const, code: grant.code }));
  const texts = (await policiesInForce(tx, names, today)).filter((each) => isKind(each, 'consent_text'));
  for (const { grant } of given) {
    const text = texts.find(({ ref }) => ref.code === grant.code);
    const wanted = text?.body.hashes[grant.locale === 'en' ? 'en' : 'zh'];
    if (text === undefined || text.ref.version !== grant.version || wanted !== grant.textHash)
      throw new ProblemError('CONSENT_TEXT_UNKNOWN');
  }
  return (code) => texts.find(({ ref }) => ref.code === code)?.body.validDays ?? 0;
}

const latestTo = compiledRead((from) =>
  from
    .select({ id: consents.id, withdrawnAt: consents.withdrawnAt, validUntil: consents.validUntil })
    .from(consents)
    .where(
      and(
        eq(consents.applicationId, sql.placeholder('applicationId')),
        eq(consents.code, sql.placeholder('code')),
        eq(consents.textVersion, sql.placeholder('textVersion')),
      ),
    )
    .orderBy(desc(consents.grantedAt), desc(consents.id))
    .limit(1),
);

type ConsentRow = typeof consents.$inferInsert;

/** The consent to these words as it stands, given now or before; one that stands no longer is given anew. */
async function standingOrRenewed(tx: Tx, row: ConsentRow): Promise<string> {
  const last = await latest(tx, row);
  if (last.withdrawnAt === null && last.validUntil > row.grantedAt) return last.id;
  await putConsents(tx, [{ ...row, renews: last.id }]);
  return (await latest(tx, row)).id;
}

async function latest(tx: Tx, { applicationId, code, textVersion }: ConsentRow) {
  const [found] = await latestTo(tx, { applicationId, code, textVersion });
  if (found === undefined) throw new ProblemError('ALREADY_EXISTS');
  return found;
}
