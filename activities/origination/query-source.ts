import { createHash } from 'node:crypto';
import { activityInfo } from '@temporalio/activity';
import { newId } from '../../contracts/ids';
import type { SourceResult } from '../../contracts/loan/steps';
import type { SourceBody } from '../../contracts/policy/origination';
import type { SourceRow } from '../../contracts/sources/source-row';
import type { sourceCalls } from '../../db/schema/underwriting';
import type { PolicySet } from '../../domain/policy/policy';
import type { ClockStamp } from '../../providers/clock-stamp';
import { ProviderError } from '../../providers/provider-error';
import { addressedSource } from '../../providers/sources/addressed-source';
import type { SourceAnswer, SourceSubject } from '../../providers/sources/port';
import type { ActivityDeps } from '../support/deps';
import { failure } from '../support/failures';
import type { ApplicationRow } from '../support/step';
import { timeOf } from '../support/time-of';

type Outcome = SourceResult['outcome'];

/** What the calls of one application have in common: all that they need of Postgres. */
export interface CaseFile {
  app: ApplicationRow;
  subject: SourceSubject;
  clock: ClockStamp | undefined;
  policies: PolicySet;
  consented: readonly { id: string; code: string }[];
  /** Keeps what came of a call; returns once it is in Postgres. */
  keep: (call: typeof sourceCalls.$inferInsert) => Promise<void>;
}

/**
 * Asks one outside source and stores the answer under its business key, sealed. A source that stays silent through
 * its attempts is recorded as unavailable; its policy row says what the decision makes of that.
 */
export async function querySource(
  deps: ActivityDeps,
  { app, subject, clock, policies, consented, keep }: CaseFile,
  { source, requestKey }: { source: string; requestKey: string },
): Promise<SourceResult> {
  const applicationId = app.id;
  const policy = policies.sources.find(({ ref }) => ref.code === source);
  if (!policy) throw failure('MISSING_POLICY', `source ${source}`);
  const consentId = consented.find(({ code }) => code === policy.body.consent)?.id ?? null;
  const store = (outcome: Outcome, answer: SourceAnswer | null) =>
    storeCall(deps, { app, keep }, { source, requestKey, consentId }, policy.body, outcome, answer);
  if (policy.body.needsConsent && consentId === null) return store('refused', null);

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
  { app, keep }: Pick<CaseFile, 'app' | 'keep'>,
  call: Call,
  body: SourceBody,
  outcome: Outcome,
  answer: SourceAnswer | null,
): Promise<SourceResult> {
  const id = newId('src');
  const place = { table: 'source_calls', column: 'sealed_raw', rowId: id };
  await keep({
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
  });
  return { source: call.source, outcome };
}

/** Policy row with its address taken from the environment. */
function rowOf(body: SourceBody, addresses: Readonly<Record<string, string>>): SourceRow {
  const row = addressedSource(body, addresses);
  if (row === null) throw failure('MISSING_POLICY', `address ${body.baseUrl.env}`);
  return row;
}
