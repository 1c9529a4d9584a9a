import { eq, getTableColumns, sql } from 'drizzle-orm';
import type { LapsedConsent, SourceResult } from '../../contracts/loan/steps';
import { DOCUMENT_READER } from '../../contracts/sources/document-reading';
import { compiledRead } from '../../db/compiled';
import type { Vault } from '../../db/crypto/vault';
import { openCustomerFile } from '../../db/repositories/customer-file';
import { applications } from '../../db/schema/applications';
import { testClocks } from '../../db/schema/clocks';
import { customers } from '../../db/schema/customers';
import type { PolicySet } from '../../domain/policy/policy';
import type { SourceSubject } from '../../providers/sources/port';
import type { ActivityDeps } from '../support/deps';
import { isFinal, missingRow } from '../support/failures';
import { accountFileOf } from '../support/open-file';
import { policiesFor } from '../support/policies';
import type { ApplicationRow } from '../support/step';
import { keptAnswers } from './kept-answers';
import { querySource } from './query-source';
import { readScans } from './read-scans';

/**
 * Asks all sources of an application side by side and waits for every one, even if one fails, so that a repetition never
 * overlaps a call under way. A repetition asks those alone that have no stored answer. A source whose consent has lapsed
 * is not asked, and nothing is stored of it: it is asked once the applicant consented anew.
 */
export async function gatherFacts(
  deps: ActivityDeps,
  { applicationId, sources, round }: { applicationId: string; sources: string[]; round: number },
): Promise<(SourceResult | LapsedConsent)[]> {
  const keyOf = (source: string) => `${source}/${applicationId}/${round}`;
  const { stored, lapsed, ...found } = await fileOf(deps, applicationId);
  const policies = await policiesFor(deps, deps.db, found.app);
  const open = sources.filter((source) => !stored.some(({ key }) => key === keyOf(source)));
  const asked = open.filter((source) => !needsOneOf(lapsed, policies, source));
  const file = { ...found, policies, keep: keptAnswers(deps.db, asked.length) };
  const calls = sources.map(async (source): Promise<SourceResult | LapsedConsent> => {
    const requestKey = keyOf(source);
    const outcome = stored.find((call) => call.key === requestKey)?.outcome;
    if (outcome) return { source, outcome };
    if (!asked.includes(source)) return { source, outcome: 'consent_lapsed' };
    if (source === DOCUMENT_READER) return readScans(deps, file, requestKey);
    return querySource(deps, file, { source, requestKey });
  });
  const settled = await Promise.allSettled(calls);
  const failed = settled.filter((result) => result.status === 'rejected').map(({ reason }) => reason);
  if (failed.length > 0) throw failed.find(isFinal) ?? failed[0];
  return settled.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
}

/** Whether a source is asked on the strength of one of these consents alone. */
function needsOneOf(codes: readonly string[], { sources }: PolicySet, source: string): boolean {
  return sources.some(
    ({ ref, body }) => ref.code === source && body.needsConsent && codes.includes(body.consent ?? ''),
  );
}

/** All that the calls need of Postgres, in one reading: the calls that were made, and the consents that stand. */
const readFile = compiledRead((from) =>
  from
    .select({
      app: getTableColumns(applications),
      customer: { id: customers.id, sealed: customers.sealed },
      clockNow: testClocks.now,
      stored: sql<{ key: string; outcome: SourceResult['outcome'] }[]>`coalesce((
        select jsonb_agg(jsonb_build_object('key', s.request_key, 'outcome', s.outcome))
        from source_calls s where s.application_id = ${applications.id}), '[]')`,
      consented: sql<{ id: string; code: string; validUntil: string }[]>`coalesce((
        select jsonb_agg(jsonb_build_object('id', c.id, 'code', c.code, 'validUntil', c.valid_until))
        from consents c where c.application_id = ${applications.id} and c.withdrawn_at is null), '[]')`,
    })
    .from(applications)
    .innerJoin(customers, eq(customers.id, applications.customerId))
    .leftJoin(testClocks, eq(testClocks.id, applications.clockId))
    .where(eq(applications.id, sql.placeholder('applicationId'))),
);

async function fileOf({ db, vault }: ActivityDeps, applicationId: string) {
  const [found] = await readFile(db, { applicationId });
  if (!found) throw missingRow('application', applicationId);
  const { app, customer, clockNow, stored, consented } = found;
  const clock = app.clockId && clockNow ? { id: app.clockId, now: clockNow.toISOString() } : undefined;
  const now = clock ? Date.parse(clock.now) : Date.now();
  const stand = consented.filter(({ validUntil }) => Date.parse(validUntil) > now);
  const codes = consented.map(({ code }) => code);
  const lapsed = codes.filter((code) => !stand.some((consent) => consent.code === code));
  return { app, subject: subjectOf(vault, app, customer), clock, stored, consented: stand, lapsed };
}

function subjectOf(
  vault: Vault,
  app: ApplicationRow,
  customer: { id: string; sealed: Buffer },
): SourceSubject {
  const file = openCustomerFile(vault, customer);
  const card = app.sealedAccount ? { cardNo: accountFileOf(vault, app).cardNo } : {};
  if (file.kind === 'person') return { name: file.name, idNo: file.idNo, phone: file.phone, ...card };
  const { companyName, uscc, representativeName, representativeIdNo, phone } = file;
  return { companyName, uscc, name: representativeName, idNo: representativeIdNo, phone, ...card };
}
