import { createHash } from 'node:crypto';
import { activityInfo } from '@temporalio/activity';
import { eq, sql } from 'drizzle-orm';
import { newId } from '../../contracts/ids';
import type { SourceResult } from '../../contracts/loan/steps';
import type { SourceBody } from '../../contracts/policy/origination';
import type { SourceRow } from '../../contracts/sources/source-row';
import { openCustomerFile } from '../../db/repositories/customer-file';
import { applications } from '../../db/schema/applications';
import { testClocks } from '../../db/schema/clocks';
import { customers } from '../../db/schema/customers';
import { sourceCalls } from '../../db/schema/underwriting';
import { ProviderError } from '../../providers/provider-error';
import { addressedSource } from '../../providers/sources/addressed-source';
import type { SourceAnswer, SourceSubject } from '../../providers/sources/port';
import type { ActivityDeps } from '../support/deps';
import { failure, missingRow } from '../support/failures';
import { accountFileOf } from '../support/open-file';
import { policiesFor } from '../support/policies';
import type { ApplicationRow } from '../support/step';
import { timeOf } from '../support/time-of';

interface Query {
  applicationId: string;
  source: string;
  round: number;
}

type Outcome = SourceResult['outcome'];

/**
 * Asks one outside source and stores the answer under its business key, sealed. A source that stays silent through
 * its attempts is recorded as unavailable; its policy row says what the decision makes of that.
 */
export async function querySource(
  deps: ActivityDeps,
  { applicationId, source, round }: Query,
): Promise<SourceResult> {
  const { db } = deps;
  const requestKey = `${source}/${applicationId}/${round}`;
  const { app, customer, stored, consented, clockNow } = await fileOf(deps, applicationId, requestKey);
  if (stored) return { source, outcome: stored };
  const policy = (await policiesFor(deps, db, app)).sources.find(({ ref }) => ref.code === source);
  if (!policy) throw failure('MISSING_POLICY', `source ${source}`);
  const consentId = consented.find(({ code }) => code === policy.body.consent)?.id ?? null;
  const store = (outcome: Outcome, answer: SourceAnswer | null) =>
    storeCall(deps, app, { source, requestKey, consentId }, policy.body, outcome, answer);
  if (policy.body.needsConsent && consentId === null) return store('refused', null);

  const subject = subjectOf(deps, app, customer);
  const clock = app.clockId && clockNow ? { id: app.clockId, now: clockNow.toISOString() } : undefined;
  try {
    const row = rowOf(policy.body, deps.settings.addresses);
    const answer = await deps.sources.query(row, subject, { applicationId, consentId, requestKey, clock });
    return await store(
      answer.ok ? 'answered' : answer.kind === 'no_record' ? 'no_record' : 'unavailable',
      answer,
    );
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    if (!error.retryable) return store('refused', null);
    const { fallback, retries } = policy.body;
    if (fallback !== 'wait' && activityInfo().attempt > retries) return store('unavailable', null);
    throw failure('SOURCE_UNAVAILABLE', source);
  }
}

interface Call {
  source: string;
  requestKey: string;
  consentId: string | null;
}

async function storeCall(
  { db, vault }: ActivityDeps,
  app: ApplicationRow,
  call: Call,
  body: SourceBody,
  outcome: Outcome,
  answer: SourceAnswer | null,
): Promise<SourceResult> {
  const id = newId('src');
  const place = { table: 'source_calls', column: 'sealed_raw', rowId: id };
  await db
    .insert(sourceCalls)
    .values({
      id,
      applicationId: app.id,
      ...call,
      requestHash: createHash('sha256').update(call.requestKey).digest('hex'),
      outcome,
      result: answer?.ok ? answer.result : null,
      sealedRaw: answer ? vault.seal(place, answer.raw) : null,
      latencyMs: answer?.latencyMs ?? 0,
      costMinor: answer?.billable ? BigInt(body.priceMinor) : 0n,
      calledAt: await timeOf(db, app.clockId),
      clockId: app.clockId,
    })
    .onConflictDoNothing({ target: sourceCalls.requestKey });
  return { source: call.source, outcome };
}

/** All that a call needs of Postgres, in one reading: the call itself if it was made, and the consents that stand. */
async function fileOf({ db }: ActivityDeps, applicationId: string, requestKey: string) {
  const [found] = await db
    .select({
      app: applications,
      customer: { id: customers.id, sealed: customers.sealed },
      stored: sql<Outcome | null>`${sourceCalls.outcome}`,
      clockNow: testClocks.now,
      consented: sql<
        { id: string; code: string }[]
      >`coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'code', c.code))
        from consents c where c.application_id = ${applications.id} and c.withdrawn_at is null), '[]')`,
    })
    .from(applications)
    .innerJoin(customers, eq(customers.id, applications.customerId))
    .leftJoin(sourceCalls, eq(sourceCalls.requestKey, requestKey))
    .leftJoin(testClocks, eq(testClocks.id, applications.clockId))
    .where(eq(applications.id, applicationId));
  if (!found) throw missingRow('application', applicationId);
  return found;
}

/** Policy row with its address taken from the environment. */
function rowOf(body: SourceBody, addresses: Readonly<Record<string, string>>): SourceRow {
  const row = addressedSource(body, addresses);
  if (row === null) throw failure('MISSING_POLICY', `address ${body.baseUrl.env}`);
  return row;
}

function subjectOf(
  { vault }: ActivityDeps,
  app: ApplicationRow,
  customer: { id: string; sealed: Buffer },
): SourceSubject {
  const file = openCustomerFile(vault, customer);
  const card = app.sealedAccount ? { cardNo: accountFileOf(vault, app).cardNo } : {};
  if (file.kind === 'person') return { name: file.name, idNo: file.idNo, phone: file.phone, ...card };
  const { companyName, uscc, representativeName, representativeIdNo, phone } = file;
  return { companyName, uscc, name: representativeName, idNo: representativeIdNo, phone, ...card };
}
